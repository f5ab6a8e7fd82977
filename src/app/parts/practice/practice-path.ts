import { type NoteAddress, noteKey } from '../../../core/model/address.ts';
import type { CardId } from '../../../core/model/id.ts';

/** The address of a practice of these cards. */
export function practicePath(cards: readonly CardId[]): string {
  return `/practice?cards=${cards.join(',')}`;
}

/** The address of a run through the questions of a note. */
export function practiceOfNotePath(note: NoteAddress): string {
  return `/practice?topic=${noteKey(note)}`;
}

/** The cards of such an address, each once; whether a pack has them is for the caller to see. */
export function readPracticeCards(named: string): readonly CardId[] {
  return [...new Set(named.split(','))].filter((card) => card !== '') as CardId[];
}
