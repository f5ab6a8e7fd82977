import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { notePath } from '../../../core/model/address.ts';
import { questionOfCard } from '../../../core/model/id.ts';
import { useSession, useStores } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';

/** Says what happened elsewhere to the card that is no longer here. It was announced with the next one. */
export function ElsewhereNotice(): ReactNode {
  const notice = useSession((state) => state.notice);
  return notice === '' ? null : <p className="notice">{notice}</p>;
}

/** Says that a card which was forgotten four times has left the session. */
export function LeftNotice(): ReactNode {
  const { decks } = useStores();
  const left = useSession((state) => state.left);
  const note = useStore(decks, (state) =>
    left === null ? null : (state.questions.get(questionOfCard(left))?.note ?? null),
  );
  useEffect(() => {
    if (left !== null) announce('Let’s leave this one for tomorrow.');
  }, [left]);
  if (left === null) return null;
  return (
    <p className="notice">
      Let’s leave this one for tomorrow. {note === null ? null : <Link href={notePath(note)}>Read the section?</Link>}
    </p>
  );
}
