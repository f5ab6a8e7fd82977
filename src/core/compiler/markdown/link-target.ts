import { notePath } from '../../model/address.ts';
import type { NoteId, PackId } from '../../model/id.ts';

/** What a link of a pack leads to. */
export type LinkTarget =
  | { readonly form: 'web'; readonly href: string }
  | { readonly form: 'note'; readonly note: NoteId; readonly section: string | null; readonly href: string }
  | { readonly form: 'unknown' }
  | { readonly form: 'refused' };

/** Reads a link's address in a pack; `here` is the note that holds the link, or null in a question. */
export function readLinkTarget(address: string, pack: PackId, here: string | null): LinkTarget {
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s/])/i.test(address)) return { form: 'web', href: address };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(asBrowsersRead(address))) return { form: 'refused' };
  const [path = '', ...rest] = address.split('#');
  const section = rest.length > 0 ? decoded(rest.join('#')) : null;
  const note = path === '' ? here : (/^(?:\.\/|(?:\.\.\/)?notes\/)?([a-z0-9-]+)\.md$/.exec(path)?.[1] ?? null);
  if (note === null || section === '') return { form: 'unknown' };
  const place = { pack, note: note as NoteId, section };
  return { form: 'note', ...place, href: notePath(place) };
}

/** An address without what browsers pass over, or might, and with what they decode: `java\nscript:` is `javascript:`. */
function asBrowsersRead(address: string): string {
  const plain = decoded(decoded(address)).normalize('NFKC');
  return plain.replace(/[\p{C}\p{Z}\s]+/gu, '');
}

/** The pack's own path of an image, or null when it is not a png, webp or svg below `media/`. */
export function readImagePath(address: string): string | null {
  const path = /^(?:\.\.?\/)?(media\/[\w./-]+\.(?:png|webp|svg))$/.exec(decoded(address))?.[1] ?? null;
  return path?.includes('..') ? null : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
