import { useEffect, useState } from 'react';

/** A line across the upper part of the window: what crosses it is being read. */
const readingLine = '-20% 0px -80% 0px';

/** Id of the heading of the section that is being read; empty above the first and below the last. */
export function useCurrentSection(ids: readonly string[]): string {
  const [current, setCurrent] = useState('');
  const known = ids.join(' ');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const id = target.getAttribute('aria-labelledby') ?? '';
          setCurrent((before) => (isIntersecting ? id : before === id ? '' : before));
        }
      },
      { rootMargin: readingLine },
    );
    for (const id of known.split(' ')) {
      const section = document.getElementById(id)?.closest('section');
      if (section != null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [known]);
  return current;
}
