import { type ReactNode, useState } from 'react';
import type { CardId, EntryId } from '../../../core/model/id.ts';
import { useRecord } from '../../store/stores.tsx';
import { CardNote } from '../card/card-note.tsx';
import { FlagButton } from '../card/flag-button.tsx';
import { announce } from '../frame/live-regions.ts';

/** What can be done about a card without answering it. */
export function CardActions({ card }: { readonly card: CardId }): ReactNode {
  return (
    <div className="button-row quiet-row card-actions">
      <FlagButton card={card} />
      <SuspendSwitch card={card} />
      <ForgetButton card={card} />
      <CardNote card={card} />
    </div>
  );
}

function SuspendSwitch({ card }: { readonly card: CardId }): ReactNode {
  const register = useRecord((state) => state.register);
  const isSuspended = useRecord((state) => state.cards.get(card)?.suspended ?? false);
  const toggle = () => {
    register({ t: 'suspend', card, value: !isSuspended });
    announce(isSuspended ? 'The card is back in your reviews.' : 'Suspended: the card is not asked any more.');
  };
  return (
    <button type="button" className="button-quiet" onClick={toggle}>
      {isSuspended ? 'Bring back' : 'Suspend'}
    </button>
  );
}

/** Makes the card new again. It is no great loss while the way back stands in the same place. */
function ForgetButton({ card }: { readonly card: CardId }): ReactNode {
  const { register, undo } = useRecord((state) => state);
  const isNew = useRecord((state) => (state.cards.get(card)?.due ?? null) === null);
  const [forgotten, setForgotten] = useState<EntryId | null>(null);
  const forget = () => {
    setForgotten(register({ t: 'reset', card }));
    announce('Forgotten: the card is new again.');
  };
  const takeBack = (entry: EntryId) => {
    undo(entry);
    setForgotten(null);
    announce('The card stands as it did.');
  };
  if (isNew && forgotten === null) return null;
  const isForgotten = isNew && forgotten !== null;
  return (
    <button type="button" className="button-quiet" onClick={isForgotten ? () => takeBack(forgotten) : forget}>
      {isForgotten ? 'Undo: forgotten' : 'Forget'}
    </button>
  );
}
