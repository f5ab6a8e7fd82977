/** What a link of a pack leads to. */
export type LinkTarget =
  | { readonly form: 'web'; readonly href: string }
  | { readonly form: 'note'; readonly note: string; readonly section: string | null; readonly href: string }
  | { readonly form: 'unknown' }
  | { readonly form: 'refused' };

/** Reads a link's address; `here` is the note that holds the link, or null in a question. */
export function readLinkTarget(address: string, here: string | null): LinkTarget {
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s/])/i.test(address)) return { form: 'web', href: address };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\|%5c)/i.test(address)) return { form: 'refused' };
  const [path = '', ...rest] = address.split('#');
  const section = rest.length > 0 ? decoded(rest.join('#')) : null;
  const note = path === '' ? here : (/^(?:\.\/|(?:\.\.\/)?notes\/)?([a-z0-9-]+)\.md$/.exec(path)?.[1] ?? null);
  if (note === null || section === '') return { form: 'unknown' };
  return { form: 'note', note, section, href: notePath(note, section) };
}

/** Path in the app: `/notes/ports#dynamic-ports`. */
export function notePath(note: string, section: string | null): string {
  return `/notes/${note}${section === null ? '' : `#${section}`}`;
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
