import type { QuestionCase } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { renderSlice } from '../markdown/render-part.ts';
import { reportSlips } from '../rules/report-slips.ts';
import { type HeadingPart, splitHeadings } from '../text/split-headings.ts';
import { trimBlankLines } from '../text/trim-blank-lines.ts';

/** A case: what its questions share, what its heading gives to each of them, and their own parts of the file. */
export interface CaseRead {
  readonly shared: QuestionCase;
  /** The scenario as it was written. */
  readonly source: string;
  readonly defaults: QuestionDefaults;
  readonly children: readonly HeadingPart[];
}

/** `## … {#id kind=case}`: a scenario, then a question for each `###`. */
export function readCase(compilation: Compilation, part: HeadingPart, head: QuestionHead): CaseRead {
  const [lead, ...children] = splitHeadings(part.body, 3);
  const isSound = lead === undefined || !reportSlips(compilation, lead);
  const slice = trimBlankLines(lead?.body.text ?? '', lead?.body.firstLine ?? part.line + 1);
  const { id, title, place } = head;
  if (slice.text === '') {
    report(
      compilation,
      'E105',
      place,
      'The case has no scenario.',
      'Write what the questions share below the heading.',
    );
  }
  if (children.length === 0 && isSound) {
    report(compilation, 'E103', place, 'The case has no questions.', 'Start each of them with ### Title {#id}.');
  }
  const scenario = renderSlice(compilation, slice, place.file);
  return { shared: { id, title, scenario }, source: slice.text, defaults: defaultsOf(head), children };
}

/** What a case says counts for all of its questions, as front matter does for a file. */
function defaultsOf(head: QuestionHead): QuestionDefaults {
  const { note, domain, tags, sources, status, difficulty, forExam, trouble, place } = head;
  const verified = sources[0]?.verified ?? null;
  return { note, domain, tags, sources, verified, status, difficulty, forExam, place, sourcePlace: place, trouble };
}
