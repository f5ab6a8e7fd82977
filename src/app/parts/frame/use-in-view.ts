import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Brings what has just opened into sight with all that belongs to it, clear of the bars that stick to the edges of the
 * window (`scroll-padding`). The browser alone sees to the field that takes the focus, not to the buttons below it.
 */
export function useInView<Box extends HTMLElement>(): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return box;
}
