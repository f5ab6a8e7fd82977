import { type NoteAddress, readNoteKey, settleAddress } from '../../core/model/address.ts';
import type { DeckStore } from './deck-store.ts';

/** The note that an address names as its topic: `demo/ports`, or `ports` in links from the time of one pack. */
export function noteOfTopic(decks: DeckStore, topic: string): NoteAddress | null {
  const loose = readNoteKey(topic);
  return loose && settleAddress(loose, decks.getState().indexes.values());
}
