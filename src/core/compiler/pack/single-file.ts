import { type Compilation, report } from '../compilation.ts';
import { readDefaults } from '../heads/question-defaults.ts';
import { readAttributes } from '../heads/read-attributes.ts';
import { idProblem } from '../heads/written-id.ts';
import type { NoteSource } from '../notes/note-source.ts';
import { slugOf } from '../notes/read-note.ts';
import { type HeadingPart, splitHeadings } from '../text/split-headings.ts';
import type { TextFile } from '../text/text-file.ts';
import { splitFrontMatter } from '../yaml/front-matter.ts';
import { emptyMap } from '../yaml/yaml-node.ts';
import type { PackSource, PartOfPack, QuestionFile } from './pack-parts.ts';
import { readPackInfo } from './read-pack-info.ts';

/** A pack in one file: `pack.yaml` as front matter, then `# Notes` with a `##` for each note, then `# Questions`. */
export function readSingleFile(compilation: Compilation, file: TextFile): PackSource {
  const { head, isSound, body } = splitFrontMatter(compilation, file);
  const info = isSound ? readPackInfo(compilation, head) : null;
  const [lead, ...parts] = splitHeadings(body, 1);
  const start = { file: file.path, line: body.firstLine, column: 1 };
  if (lead !== undefined && lead.body.text.trim() !== '') {
    report(
      compilation,
      'E108',
      start,
      'Text stands before # Notes and # Questions.',
      'Move it below one of these headings.',
    );
  }
  const defaults = readDefaults(compilation, emptyMap(start), []);
  const notes: NoteSource[] = [];
  const questionFiles: QuestionFile[] = [];
  for (const part of parts) {
    const name = part.heading?.trim().toLowerCase() ?? '';
    if (name === 'notes') for (const note of notesOf(compilation, part, notes.length)) notes.push(note);
    else if (name === 'questions') questionFiles.push({ head: '', defaults, body: part.body });
    else
      report(
        compilation,
        'E108',
        { ...start, line: part.line },
        `"# ${name.slice(0, 40)}" is neither # Notes nor # Questions.`,
      );
  }
  return { info, notes: notes.map(partOf), questionFiles: questionFiles.map(partOf) };
}

function partOf<T extends { readonly body: TextFile }>(source: T): PartOfPack<T> {
  return { path: source.body.path, file: null, open: () => source };
}

function notesOf(compilation: Compilation, part: HeadingPart, before: number): readonly NoteSource[] {
  const [, ...headings] = splitHeadings(part.body, 2);
  return headings.map((heading, index): NoteSource => {
    const place = { file: part.body.path, line: heading.line, column: heading.column };
    const { text, id: written, idPlace } = readAttributes(compilation, heading.heading ?? '', place, []);
    const id = written ?? slugOf(text);
    const problem = idProblem(id);
    if (problem !== null) report(compilation, 'E111', idPlace, problem);
    const order = before + index + 1;
    return { id, place, title: text, order, domain: null, sources: [], body: heading.body, sectionLevel: 3 };
  });
}
