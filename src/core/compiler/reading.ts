import type { Diagnostic } from '../model/diagnostic.ts';
import { type Compilation, type ImageUse, type NoteLink, reportGaveUp } from './compilation.ts';

/**
 * A file read by itself: what was made of it, and what it adds to the compilation. Plain data, and a function of the
 * file, of what the pack says of itself and of its lock, so it can be kept, or made elsewhere.
 */
export interface Reading<T> {
  /** Null when nothing could be made of the file; then there is a complaint. */
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly links: readonly NoteLink[];
  readonly images: readonly ImageUse[];
  readonly unsure: readonly string[];
}

/** Reads a file in a compilation of its own. Never throws: what nobody foresaw is a complaint about the file. */
export function readAlone<T>(compilation: Compilation, file: string, read: (own: Compilation) => T | null): Reading<T> {
  const own: Compilation = {
    ...compilation,
    diagnostics: [],
    links: [],
    images: [],
    unsure: new Set(),
    at: { file, line: 1, column: 1 },
  };
  const value = attempt(own, file, read);
  const { diagnostics, links, images, unsure } = own;
  return { value, diagnostics, links, images, unsure: [...unsure] };
}

function attempt<T>(own: Compilation, file: string, read: (own: Compilation) => T | null): T | null {
  try {
    return read(own);
  } catch (error) {
    reportGaveUp(own, error);
    own.unsure.add(file);
    return null;
  }
}

/** Adds to a compilation what a file brings to it; gives what was made of the file. */
export function settle<T>(
  compilation: Compilation,
  { value, diagnostics, links, images, unsure }: Reading<T>,
): T | null {
  for (const diagnostic of diagnostics) compilation.diagnostics.push(diagnostic);
  for (const link of links) compilation.links.push(link);
  for (const image of images) compilation.images.push(image);
  for (const file of unsure) compilation.unsure.add(file);
  return value;
}
