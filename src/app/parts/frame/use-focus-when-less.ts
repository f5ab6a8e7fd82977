import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What leaves a list takes the control that was pressed with it: the focus goes to the list's heading. */
export function useFocusWhenLess(count: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    if (count < before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = count;
  }, [count]);
  return heading;
}
