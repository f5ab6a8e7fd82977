import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { createDocumentKeys, type DocumentCommand } from '../../store/document-keys.ts';
import { useStores } from '../../store/stores.tsx';
import { forTyping, returnToSearchField } from './search-field.ts';

const typing = 'textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])';

type Navigate = (to: string, options?: { readonly state: unknown }) => void;

function obey(command: DocumentCommand, navigate: Navigate): void {
  if (command === 'help') navigate('/help/keyboard');
  else if (command !== 'search') navigate(command.go);
  else if (!returnToSearchField()) navigate('/search', { state: forTyping });
}

/** The keys that work on every screen: search, help, and G with a letter. */
export function useDocumentKeys(): void {
  const { record } = useStores();
  const [, navigate] = useLocation();
  useEffect(() => {
    const read = createDocumentKeys();
    const onKeyDown = (event: KeyboardEvent) => {
      const command = read({
        event,
        at: event.timeStamp,
        shortcuts: record.getState().settings.shortcuts,
        isTyping: event.target instanceof Element && event.target.closest(typing) !== null,
        isDialogOpen: document.querySelector('dialog[open]') !== null,
      });
      if (command === null) return;
      event.preventDefault();
      obey(command, navigate);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [record, navigate]);
}
