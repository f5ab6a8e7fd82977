import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { createDocumentKeys } from '../store/document-keys.ts';
import { useStores } from '../store/stores.tsx';
import { searchByKey, searchFieldId } from './search-by-key.ts';

const typing = 'textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])';

/** On the search screen itself the key leads back to its field. */
function openSearch(navigate: (to: string, options: { state: unknown }) => void): void {
  const field = document.querySelector<HTMLInputElement>(`#${searchFieldId}`);
  if (field === null) navigate('/search', { state: searchByKey });
  else {
    field.focus();
    field.select();
  }
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
      if (command === 'search') openSearch(navigate);
      else navigate(command === 'help' ? '/help/keyboard' : command.go);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [record, navigate]);
}
