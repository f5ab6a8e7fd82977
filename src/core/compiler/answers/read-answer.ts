import type { Place } from '../../model/diagnostic-codes.ts';
import type { AnswerBlock, SourceOption } from '../../questions/question-kind.ts';
import type { RawAnswer, RawFence, RawOption, Slice } from '../../questions/raw-answer.ts';
import { textHash } from '../../text/text-hash.ts';
import { type Compilation, report } from '../compilation.ts';
import { optionKeys } from '../grammar.ts';
import { readAttributes } from '../heads/read-attributes.ts';
import { fixOfId, idProblem } from '../heads/written-id.ts';
import { limits } from '../limits.ts';
import type { ClozeText } from '../markdown/cloze-marks.ts';
import { renderFragment } from '../markdown/render-fragment.ts';
import { fragmentOf, renderPart, renderSlice } from '../markdown/render-part.ts';
import type { RawQuestion } from './raw-question.ts';
import { readBlocksOf, readFenceLines } from './read-blocks.ts';
import { readPairs } from './read-pairs.ts';
import { readSteps } from './read-steps.ts';

/** Renders what stands in the answer block, each part with its place. */
export function readAnswer(
  compilation: Compilation,
  { answer, line }: RawQuestion,
  file: string,
  form: AnswerBlock['form'],
  cloze: ClozeText | null,
): AnswerBlock {
  switch (answer.form) {
    case 'list':
      return readSteps(compilation, answer.slice, file);
    case 'table':
      return readPairs(compilation, answer.slice, file);
    case 'options':
      return readOptionList(compilation, answer.options, { file, line, column: 1 });
    case 'fences':
      return (form === 'lines' ? readTypedLines : readBlocksOf)(compilation, answer.fences, file);
    default:
      if (form === 'deletions') return { form, numbers: cloze?.deletions.map(({ n }) => n) ?? [] };
      return { form: 'back', back: renderSlice(compilation, belowOf(answer), file) };
  }
}

/** What stands below the break of an answer; null for an answer without. */
export function belowOf(answer: RawAnswer): Slice | null {
  return answer.form === 'break' ? answer.below : null;
}

/** One block of accepted answers; the kind has no other. */
function readTypedLines(compilation: Compilation, fences: readonly RawFence[], file: string): AnswerBlock {
  const [fence, ...more] = fences;
  for (const { info, line } of more) {
    const message = `The block \`\`\`${info.slice(0, 40)} is one too many.`;
    report(
      compilation,
      'E103',
      { file, line, column: 1 },
      message,
      'Put all accepted answers into one ```answer block.',
    );
  }
  if (fence !== undefined && fence.role !== 'answer') {
    const message = `A block \`\`\`${fence.info.slice(0, 40)} accepts nothing.`;
    report(compilation, 'E103', { file, line: fence.line, column: 1 }, message);
  }
  return { form: 'lines', lines: fence === undefined ? [] : readFenceLines(compilation, fence, file) };
}

function readOptionList(compilation: Compilation, all: readonly RawOption[], place: Place): AnswerBlock {
  if (all.length > limits.options) {
    const message = `The question has ${all.length} options; ${limits.options} are allowed.`;
    report(compilation, 'E104', { ...place, line: all[0]?.line ?? place.line }, message);
  }
  const options = all.slice(0, limits.options);
  return { form: 'options', options: options.map((option) => readOption(compilation, option, place.file)) };
}

function readOption(compilation: Compilation, option: RawOption, file: string): SourceOption {
  const place = { file, line: option.line, column: 7 };
  const { text, id, idPlace, values, isOdd } = readAttributes(compilation, option.text, place, optionKeys);
  const problem = id === null ? null : idProblem(id);
  if (problem !== null && !isOdd) report(compilation, 'E111', idPlace, problem, fixOfId(id));
  if (text === '') report(compilation, 'E105', place, 'An option has no text.', 'Write what the learner may choose.');
  const pin = values.get('pin');
  if (pin !== undefined && pin.text !== 'last' && pin.text !== 'first') {
    const message = `pin=${pin.text.slice(0, 20)} is neither first nor last.`;
    report(compilation, 'E106', pin.place, message, 'Write pin=last or pin=first.');
  }
  const rationale = option.rationale.trim();
  const rationalePlace = { file, line: option.rationaleLine, column: 5 };
  return {
    place,
    id: id ?? textHash(text),
    idIsWritten: id !== null,
    source: text,
    text: renderPart(compilation, text, place),
    right: option.right,
    rationaleSource: rationale,
    rationalePlace,
    rationale: renderFragment(compilation, rationale, () => fragmentOf(rationale, rationalePlace)),
    belief: values.get('belief')?.text ?? null,
    pinned: pin !== undefined,
  };
}
