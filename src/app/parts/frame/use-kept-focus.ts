import { useLayoutEffect, useRef } from 'react';

/**
 * For a part of the page whose controls may go away with what they change: when one of them had the focus and is no
 * more, the focus goes to the element of that id. To be spread over what surrounds them, which is drawn with each change.
 */
export function useKeptFocus(fallbackId: string): { readonly onFocus: () => void; readonly onBlur: () => void } {
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    document.getElementById(fallbackId)?.focus();
  });
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    // What is taken out of the page does not tell.
    onBlur: () => {
      hadFocus.current = false;
    },
  };
}
