import type { PackFile, PackInfo } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import type { NoteSource } from '../notes/note-source.ts';
import { reportSlips } from '../rules/report-slips.ts';
import { isBlank } from '../text/line-marks.ts';
import { type HeadingPart, splitHeadings } from '../text/split-headings.ts';
import type { TextFile } from '../text/text-file.ts';

/** A pack taken apart: what it says of itself, its notes and its questions, still unread. */
export interface PackSource {
  readonly info: PackInfo | null;
  readonly notes: readonly PartOfPack<NoteSource>[];
  readonly questionFiles: readonly PartOfPack<QuestionFile>[];
}

/** What can be read by itself: a file of `notes/` or `questions/`, or a part of a pack in one file. */
export interface PartOfPack<T> {
  readonly path: string;
  /** The whole file that it is; null for a part of one. */
  readonly file: PackFile | null;
  /** Its front matter read; null, with a complaint, when it is no text. */
  readonly open: (own: Compilation) => T | null;
}

export interface QuestionFile {
  /** The text above the body, of which the defaults were read. */
  readonly head: string;
  readonly defaults: QuestionDefaults;
  /** One `##` a question. */
  readonly body: TextFile;
}

/** The questions of a file; anything but a `#` title before the first of them is reported. */
export function questionParts(compilation: Compilation, body: TextFile): readonly HeadingPart[] {
  const [lead, ...parts] = splitHeadings(body, 2);
  if (lead !== undefined && !reportSlips(compilation, lead)) reportStrayText(compilation, lead.body);
  return parts;
}

function reportStrayText(compilation: Compilation, { path, text, firstLine }: TextFile): void {
  const stray = text.split('\n').findIndex((line) => !isBlank(line) && !line.startsWith('# '));
  if (stray < 0) return;
  const place = { file: path, line: firstLine + stray, column: 1 };
  report(compilation, 'E108', place, 'This text belongs to no question.', 'Start a question with ## Title {#id}.');
}
