import { type Compilation, report } from '../compilation.ts';
import { noteKeys } from '../grammar.ts';
import { domainAt } from '../heads/question-defaults.ts';
import { sourcesAt, warnOfFuture } from '../heads/read-sources.ts';
import { idProblem } from '../heads/written-id.ts';
import type { TextFile } from '../text/text-file.ts';
import { splitFrontMatter } from '../yaml/front-matter.ts';
import { numberAt, placeAt, refuseUnknownKeys, textAt } from '../yaml/read-keys.ts';
import type { NoteSource } from './note-source.ts';

const lastOrder = 1_000_000;

/** A file of `notes/`: its name is its id, its front matter names it. */
export function readNoteFile(compilation: Compilation, file: TextFile, domains: readonly string[]): NoteSource {
  const { head, isSound, body } = splitFrontMatter(compilation, file);
  const place = { file: file.path, line: 1, column: 1 };
  const id = file.path.slice('notes/'.length, -'.md'.length);
  const problem = idProblem(id);
  if (problem !== null) report(compilation, 'E111', place, problem, "Rename the file: a note's file name is its id.");
  const meant = refuseUnknownKeys(compilation, head, noteKeys);
  const title = textAt(compilation, head, 'title');
  if (title === null && isSound && !meant.has('title')) {
    report(compilation, 'E105', place, 'The note has no title.', 'Add title: … to the front matter.');
  }
  const sources = sourcesAt(compilation, head, 'sources');
  for (const { url, verified } of sources) {
    if (verified !== null)
      warnOfFuture(compilation, verified, placeAt(head, 'sources'), `${url} was checked on ${verified}`);
  }
  return {
    id,
    place,
    title: title ?? id,
    order: numberAt(compilation, head, 'order', { least: 0, most: lastOrder, fallback: lastOrder }),
    domain: domainAt(compilation, head, domains),
    sources,
    body,
    sectionLevel: 2,
  };
}
