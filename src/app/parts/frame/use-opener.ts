import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A part that a button opens in its own place. */
export interface Opener {
  readonly isOpen: boolean;
  /** The button that opens it, which has the focus again when it closes. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  open(): void;
  close(): void;
}

export function useOpener(): Opener {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, opener, open: () => setIsOpen(true), close: () => setIsOpen(false) };
}
