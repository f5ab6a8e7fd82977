import type { ReactNode } from 'react';
import { canUndo } from '../../../core/study/review-state.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { Icon } from '../frame/icon.tsx';

export function UndoButton(): ReactNode {
  const undo = useSession((state) => state.undo);
  const isPossible = useSession(canUndo);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  return (
    <button
      type="button"
      className="top-link undo-button"
      aria-disabled={!isPossible}
      aria-keyshortcuts={shortcuts ? 'U Z Control+Z' : 'Control+Z'}
      onClick={undo}
    >
      <Icon name="undo" /> Undo
    </button>
  );
}
