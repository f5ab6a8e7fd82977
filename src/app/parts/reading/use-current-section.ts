import { useEffect, useState } from 'react';

/** A line across the upper part of the window: what has crossed it is being read. */
const readingLine = 0.2;

/**
 * Id of the heading of the section that is being read: the last one whose beginning is above the line, or the last of all
 * at the end of the page. Empty above the first.
 */
export function useCurrentSection(ids: readonly string[]): string {
  const [current, setCurrent] = useState('');
  const known = ids.join(' ');
  useEffect(() => {
    const look = () => setCurrent(sectionAtLine(known.split(' ')));
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [known]);
  return current;
}

function sectionAtLine(ids: readonly string[]): string {
  const { scrollHeight } = document.documentElement;
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 1) return ids.at(-1) ?? '';
  const isAbove = (id: string) => {
    const heading = document.getElementById(id);
    return heading !== null && heading.getBoundingClientRect().top < innerHeight * readingLine;
  };
  return ids.findLast(isAbove) ?? '';
}
