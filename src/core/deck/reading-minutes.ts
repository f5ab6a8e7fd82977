import type { Note } from '../model/pack.ts';
import { plainText } from '../model/rich-text.ts';

/** Adults read about 240 words of English prose a minute; what is full of names and tables takes longer. */
const wordsPerMinute = 180;

/**
 * Minutes that reading a note takes, at least 1. Words are those of Unicode whatever the language, so that one that
 * writes without spaces has them, too. (Pace: Brysbaert, "How many words do we read per minute?", 2019.)
 */
export function readingMinutes({ lead, sections }: Pick<Note, 'lead' | 'sections'>): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const text = [lead, ...sections.map(({ body }) => body)].map(plainText).join('\n');
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
