import type { Kind } from '../../model/question.ts';
import type { AnswerBlock, SourceOption } from '../../questions/question-kind.ts';
import { textHash } from '../../text/text-hash.ts';
import { type Compilation, report } from '../compilation.ts';
import { optionKeys } from '../grammar.ts';
import { readAttributes } from '../heads/read-attributes.ts';
import { idProblem } from '../heads/written-id.ts';
import { limits } from '../limits.ts';
import type { ClozeText } from '../markdown/cloze-marks.ts';
import { renderFragment } from '../markdown/render-fragment.ts';
import { fragmentOf, renderPart, renderSlice } from '../markdown/render-part.ts';
import type { RawOption, RawQuestion } from './raw-question.ts';
import { readBlocksOf, readFenceLines, readInfo } from './read-blocks.ts';
import { readPairs } from './read-pairs.ts';
import { readSteps } from './read-steps.ts';

/** Renders what stands in the answer block, each part with its place. */
export function readAnswer(
  compilation: Compilation,
  raw: RawQuestion,
  file: string,
  kind: Kind,
  cloze: ClozeText | null,
): AnswerBlock {
  switch (kind) {
    case 'cloze':
    case 'typed-cloze':
      return { form: 'deletions', numbers: cloze?.deletions.map(({ n }) => n) ?? [] };
    case 'recall':
      return { form: 'back', back: renderSlice(compilation, raw.below, file) };
    case 'order':
      return readSteps(compilation, raw.list, file);
    case 'match':
      return readPairs(compilation, raw.table, file);
    case 'typed':
      return readTypedLines(compilation, raw, file);
    case 'command':
    case 'config':
    case 'json':
      return readBlocksOf(compilation, raw.fences, file);
    case 'choice':
    case 'multi':
      return readOptionList(compilation, raw, file);
  }
}

/** One block of accepted answers; the kind has no other. */
function readTypedLines(compilation: Compilation, { fences }: RawQuestion, file: string): AnswerBlock {
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
  if (fence !== undefined && readInfo(fence.info).role !== 'answer') {
    const message = `A block \`\`\`${fence.info.slice(0, 40)} accepts nothing.`;
    report(compilation, 'E103', { file, line: fence.line, column: 1 }, message);
  }
  return { form: 'lines', lines: fence === undefined ? [] : readFenceLines(compilation, fence, file) };
}

function readOptionList(compilation: Compilation, raw: RawQuestion, file: string): AnswerBlock {
  if (raw.options.length > limits.options) {
    const place = { file, line: raw.options[0]?.line ?? raw.line, column: 1 };
    report(
      compilation,
      'E104',
      place,
      `The question has ${raw.options.length} options; ${limits.options} are allowed.`,
    );
  }
  const options = raw.options.slice(0, limits.options);
  return { form: 'options', options: options.map((option) => readOption(compilation, option, file)) };
}

function readOption(compilation: Compilation, option: RawOption, file: string): SourceOption {
  const place = { file, line: option.line, column: 7 };
  const { text, id, idPlace, values } = readAttributes(compilation, option.text, place, optionKeys);
  const problem = id === null ? null : idProblem(id);
  if (problem !== null) report(compilation, 'E111', idPlace, problem);
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
