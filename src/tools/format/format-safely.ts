import { compilePack } from '../../core/compiler/compile-pack.ts';
import type { PackFile } from '../../core/model/pack.ts';
import { formatPackFile } from './format-pack-file.ts';

/** What formatting makes of a file: nothing to do, a new text, or why it is left alone. */
export type SafeFormat =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'changed'; readonly content: string }
  | { readonly outcome: 'left'; readonly reason: string };

/**
 * Formats one file of a pack. Formatting must never change a card, so the file is compiled both ways, without the
 * questions of other files: their errors keep nobody from formatting this one. A file whose own meaning cannot be
 * compared, because it or what it builds on has an error, is left as it is.
 */
export function formatSafely(files: readonly PackFile[], { path, content }: PackFile): SafeFormat {
  const after = typeof content === 'string' ? formatPackFile(path, content) : content;
  if (typeof after !== 'string' || after === content) return { outcome: 'same' };
  const others = files.filter((file) => file.path !== path && file.path !== 'ids.lock' && !isQuestions(file.path));
  const [before, now] = [content, after].map((text) => meaningOf([...others, { path, content: text }]));
  if (before === undefined || before === null) {
    return { outcome: 'left', reason: 'it has errors, so nobody can tell whether its meaning stays' };
  }
  if (before !== now) return { outcome: 'left', reason: 'its meaning would change; please report this file' };
  return { outcome: 'changed', content: after };
}

function isQuestions(path: string): boolean {
  return path.startsWith('questions/');
}

/** The deck as text; null for a pack with errors. */
function meaningOf(files: readonly PackFile[]): string | null {
  const { value } = compilePack(files);
  return value === null ? null : JSON.stringify(value);
}
