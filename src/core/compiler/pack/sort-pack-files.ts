import type { PackFile } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { readTextFile, type TextFile } from '../text/text-file.ts';

/**
 * The files of a pack by what they are for. Of those that are read at once, text files that could not be read are left
 * out (and reported).
 */
export interface SortedFiles {
  readonly packYaml: TextFile | null;
  readonly notes: readonly PackFile[];
  readonly questions: readonly PackFile[];
  readonly lock: TextFile | null;
  readonly media: readonly PackFile[];
  /** A Markdown file at the top, which is a whole pack when there is no `pack.yaml`. */
  readonly single: TextFile | null;
}

/** Null, with a complaint, when the pack is too large to be looked at. */
export function sortPackFiles(compilation: Compilation, files: readonly PackFile[]): SortedFiles | null {
  const length = files.reduce((sum, { content }) => sum + content.length, 0);
  if (length > limits.packLength || files.length > limits.files) {
    const message = `The pack has ${files.length} files with ${length} bytes; ${limits.files} and ${limits.packLength} are allowed.`;
    report(compilation, 'E104', { file: 'pack.yaml', line: 1, column: 1 }, message);
    return null;
  }
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const among = (wanted: RegExp) => sorted.filter(({ path }) => wanted.test(path));
  const read = (wanted: RegExp) => among(wanted).map((file) => readTextFile(compilation, file));
  const found = (wanted: RegExp) => read(wanted).filter((file) => file !== null);
  const [packYaml = null] = read(/^pack\.yaml$/);
  const hasPackYaml = sorted.some(({ path }) => path === 'pack.yaml');
  const tops = hasPackYaml ? [] : found(/^(?!README)[^/]+\.md$/i);
  return {
    packYaml,
    notes: among(/^notes\/[^/]+\.md$/),
    questions: among(/^questions\/[^/]+\.md$/),
    lock: found(/^ids\.lock$/)[0] ?? null,
    media: sorted.filter(({ path }) => path.startsWith('media/')),
    single: tops.length === 1 ? (tops[0] ?? null) : null,
  };
}
