import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PackId } from '../../../core/model/id.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { Scrap } from './scrap.tsx';

/** Stands in the place of cards, notes or results while every pack is off, on the sheet of the caller. */
export function NoPackOn({ headingId }: { readonly headingId: string }): ReactNode {
  const { ports } = useStores();
  const hasPacks = ports.decks.packs.length > 0;
  return (
    <section aria-labelledby={headingId}>
      <Scrap drawing="blank" />
      <h2 id={headingId} tabIndex={-1}>
        {hasPacks ? 'All packs are off' : 'There are no packs here'}
      </h2>
      {hasPacks ? (
        <>
          <p>Turn a pack on to study it. Everything you did with it is kept.</p>
          <div className="action-bar">
            <Link href="/settings#packs" className="button-primary">
              Choose packs
            </Link>
          </div>
        </>
      ) : null}
    </section>
  );
}

/** Beside a note or a question that was opened by its address: its pack is off. */
export function PackOffNotice({ pack }: { readonly pack: PackId }): ReactNode {
  const { ports } = useStores();
  const isOn = useRecord(({ packs }) => isPackOn(packs, pack));
  if (isOn) return null;
  const title = ports.decks.packs.find(({ id }) => id === pack)?.title ?? pack;
  return (
    <p className="notice">
      {`The pack “${title}” is off, so its cards do not come up in your reviews. `}
      <Link href="/settings#packs">Choose packs</Link>
    </p>
  );
}
