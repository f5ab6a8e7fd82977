import type { Note } from '../model/pack.ts';
import { plainText } from '../model/rich-text.ts';

/** Adults read about 240 words of English prose a minute; what is full of names and tables takes longer. */
const wordsPerMinute = 180;

/**
 * A run of letters and digits with their marks and apostrophes; where words are written without spaces, two characters. (`Intl.Segmenter` knows them
 * better, and takes minutes for a text of 400 kB: its cost grows with the square of the length.)
 */
const word = (() => {
  const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{sc=${name}}`);
  return new RegExp(`[${unspaced.join('')}]{1,2}|(?:(?![${unspaced.join('')}])[\\p{L}\\p{N}\\p{M}'’])+`, 'gu');
})();

/** Minutes that reading a note takes, at least 1. (Pace: Brysbaert, "How many words do we read per minute?", 2019.) */
export function readingMinutes({ lead, sections }: Pick<Note, 'lead' | 'sections'>): number {
  const texts = [lead, ...sections.map(({ body }) => body)].map(plainText);
  const words = texts.reduce((sum, text) => sum + (text.match(word)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / wordsPerMinute));
}
