import type { ReactNode } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { useRecord } from '../../store/stores.tsx';

/** Says that answers do not count any more because the question's key was wrong; gone after the next answer. */
export function CorrectionNotice({ card }: { readonly card: CardId }): ReactNode {
  const voided = useRecord((state) => state.cards.get(card)?.voided ?? 0);
  if (voided === 0) return null;
  return (
    <p className="notice">
      {voided === 1
        ? 'Key corrected: your last answer to this card no longer counts.'
        : `Key corrected: your last ${voided} answers to this card no longer count.`}
    </p>
  );
}
