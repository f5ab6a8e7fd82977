import { type NoteAddress, noteKey, readNoteKey, settleAddress } from '../../core/model/address.ts';
import type { DeckIndex, NoteSummary } from '../../core/model/deck.ts';
import type { PackId } from '../../core/model/id.ts';
import type { SettingValue } from '../../core/model/settings.ts';

/** What the log remembers of reading: registers by key, with the decks that they speak of. */
export interface ReadingMemory {
  readonly registers: ReadonlyMap<string, SettingValue>;
  readonly indexes: Iterable<DeckIndex>;
}

/** Register that holds the section where reading stopped. */
export const readingKey = 'reading';

/** Register that says whether the questions below a section are left out. */
export function skipKey(address: NoteAddress): string {
  return `skip:${noteKey(address)}`;
}

/** Register that says that a section was read to its end. */
export function readKey(address: NoteAddress): string {
  return `read:${noteKey(address)}`;
}

/** The sections of a note that were read to their end. */
export function sectionsRead(
  registers: ReadingMemory['registers'],
  pack: PackId,
  { id, sections }: Pick<NoteSummary, 'id' | 'sections'>,
): ReadonlySet<string> {
  const isRead = (section: string) => registers.get(readKey({ pack, note: id, section })) === true;
  return new Set(sections.map((section) => section.id).filter(isRead));
}

/** Where reading stopped; null when nothing was read, or no pack has that note any more. */
export function placeOfReading({ registers, indexes }: ReadingMemory): NoteAddress | null {
  const kept = registers.get(readingKey);
  const loose = typeof kept === 'string' ? readNoteKey(kept) : null;
  return loose && settleAddress(loose, indexes);
}

/** Whether the learner skipped the questions of a section. Before notes were named with their pack: `skip:ports#dynamic`. */
export function isSkipped({ registers, indexes }: ReadingMemory, address: NoteAddress): boolean {
  const kept = registers.get(skipKey(address));
  if (kept !== undefined) return kept === true;
  const owner = settleAddress({ ...address, pack: null }, indexes);
  return owner?.pack === address.pack && registers.get(`skip:${address.note}#${address.section ?? ''}`) === true;
}
