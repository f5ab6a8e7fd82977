import { type RefObject, useEffect } from 'react';
import { decodeSection } from '../../../core/model/address.ts';

/** What a reader does to move the page by himself. */
const movements = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Goes to the section that the address names, once the text is there and whenever the address changes. What is read later
 * (questions between the sections, pictures) pushes it away: until the reader moves, it is brought back each time.
 */
export function useSectionInAddress(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const named = () => document.getElementById(decodeSection(location.hash.slice(1)) ?? '');
    let left = 0;
    const keep = new ResizeObserver(() => {
      // Moved by other means, such as the bar at the side: then the place is the reader's.
      if (Math.abs(scrollY - left) > 2) letGo();
      else bring();
    });
    const letGo = () => keep.disconnect();
    const bring = () => {
      named()?.scrollIntoView();
      left = scrollY;
    };
    const go = () => {
      bring();
      named()?.focus({ preventScroll: true });
      if (page.current !== null) keep.observe(page.current);
    };
    if (location.hash !== '') go();
    addEventListener('hashchange', go);
    for (const movement of movements) addEventListener(movement, letGo, { passive: true });
    return () => {
      letGo();
      removeEventListener('hashchange', go);
      for (const movement of movements) removeEventListener(movement, letGo);
    };
  }, [page]);
}
