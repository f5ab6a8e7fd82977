import { isWrittenId, type NoteId, type PackId, type QuestionId, questionIdOf } from './id.ts';

/** A note, or a section of it. Two packs may have notes of the same name, so a note is never named without its pack. */
export interface NoteAddress {
  readonly pack: PackId;
  readonly note: NoteId;
  /** Id of a heading, or null for the whole note. */
  readonly section: string | null;
}

/** A note as links and entries named it before they said which pack they meant: then `pack` is null. */
export interface LooseAddress extends Omit<NoteAddress, 'pack'> {
  readonly pack: PackId | null;
}

/** Path in the app: `/notes/demo/ports#dynamic-ports`. Never throws. */
export function notePath({ pack, note, section }: NoteAddress): string {
  const path = `/notes/${pack}/${note}`;
  return section === null ? path : `${path}#${encodeURIComponent(wellFormed(section))}`;
}

/** Reads what `notePath` writes, and `/notes/ports` as well; null for any other path. */
export function readNotePath(path: string): LooseAddress | null {
  const [, names = '', fragment = ''] = /^\/notes\/([^?#]*?)\/?(?:\?[^#]*)?(?:#(.*))?$/s.exec(path) ?? [];
  const section = decodeSection(fragment);
  return section === undefined ? null : addressOf(names.split('/'), section === '' ? null : section);
}

/** The section that an address bar names after its `#`; undefined when it cannot be read. */
export function decodeSection(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/** Name of the place in the log and in `?topic=`: `demo/ports#dynamic-ports`. */
export function noteKey({ pack, note, section }: NoteAddress): string {
  return section === null ? `${pack}/${note}` : `${pack}/${note}#${section}`;
}

/** Reads what `noteKey` writes, and the older `ports#dynamic-ports` as well; null for any other text. */
export function readNoteKey(key: string): LooseAddress | null {
  const mark = key.indexOf('#');
  const names = mark < 0 ? key : key.slice(0, mark);
  return addressOf(names.split('/'), mark < 0 ? null : key.slice(mark + 1));
}

function addressOf(names: readonly string[], section: string | null): LooseAddress | null {
  if (names.length > 2 || !names.every(isWrittenId)) return null;
  const [note, pack = null] = names.toReversed();
  return { pack: pack as PackId | null, note: note as NoteId, section };
}

/** The packs as far as addresses need them, in their order; a `DeckIndex` is one. */
export type NotesOfPack = {
  readonly pack: { readonly id: PackId };
  readonly notes: readonly { readonly id: NoteId }[];
};

/** The note that is meant: without a pack it is the first pack's that has such a note. Null when no pack has it. */
export function settleAddress(loose: LooseAddress, packs: Iterable<NotesOfPack>): NoteAddress | null {
  for (const { pack, notes } of packs) {
    if (loose.pack !== null && loose.pack !== pack.id) continue;
    if (notes.some(({ id }) => id === loose.note)) return { ...loose, pack: pack.id };
  }
  return null;
}

/** Path in the app: `/q/demo/cheapest-placement`. */
export function questionPath(id: QuestionId): string {
  return `/q/${id}`;
}

/** Reads what `questionPath` writes; null for any other path. */
export function readQuestionPath(path: string): QuestionId | null {
  const [, pack = '', question = ''] = /^\/q\/([^/]+)\/([^/]+?)\/?$/.exec(path) ?? [];
  return isWrittenId(pack) && isWrittenId(question) ? questionIdOf(pack as PackId, question) : null;
}

/** Half of a surrogate pair, which no address can carry. */
const lonePart = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function wellFormed(text: string): string {
  return text.replace(lonePart, '\uFFFD');
}
