import type { ReactNode } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { useRecord } from '../../store/stores.tsx';
import { Icon } from '../frame/icon.tsx';

/** Marks the card, to be found again among the marked ones. */
export function FlagButton({ card, hasKey = true }: FlagButtonProps): ReactNode {
  const register = useRecord((state) => state.register);
  const isFlagged = useRecord((state) => state.cards.get(card)?.flagged ?? false);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  return (
    <button
      type="button"
      className="button-quiet flag-button"
      aria-pressed={isFlagged}
      aria-keyshortcuts={hasKey && shortcuts ? 'F' : undefined}
      onClick={() => register({ t: 'flag', card, value: !isFlagged })}
    >
      <Icon name="flag" /> {isFlagged ? 'Flagged' : 'Flag'}
    </button>
  );
}

interface FlagButtonProps {
  readonly card: CardId;
  /** Whether the card is on screen, where a key does the same. */
  readonly hasKey?: boolean;
}
