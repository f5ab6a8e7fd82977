import { complain } from '../../model/diagnostic-codes.ts';
import type { Kind } from '../../model/question.ts';
import type { AskedAs, QuestionReader } from '../../questions/question-kind.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { loneClose } from '../markdown/cloze-marks.ts';
import { suggestName } from '../suggest-name.ts';

/** The kind that the answer block makes, which `kind=` may only confirm; null, with a complaint, when there is none. */
export function kindOf(compilation: Compilation, { prompt, answer }: RawQuestion, head: QuestionHead): Kind | null {
  const { kind: named, typed, place } = head;
  const wanted = readers.find(({ name }) => name === named);
  if (named !== null && wanted === undefined) {
    const known = [...readers.map(({ name }) => name), 'case'];
    const message = isPromised(named)
      ? `This version has no questions of the kind "${named}".`
      : `There is no kind "${named.slice(0, 40)}".`;
    compilation.diagnostics.push(complain('E103', place, message, suggestName(named, known)));
    return null;
  }
  const asked = { prompt: prompt.text, answer, named, typed };
  const found = readerOf(asked);
  if (found !== null && (named === null || named === found.name)) return found.kind;
  const promptPlace = { file: place.file, line: prompt.line, column: 1 };
  const isAnswerless = found === null && answer.form !== 'fences' && (named === null || named === 'cloze');
  const lone = isAnswerless ? loneClose(prompt.text, promptPlace) : null;
  if (lone !== null) {
    compilation.diagnostics.push(lone);
    return null;
  }
  const message =
    found === null ? missingAnswer(asked) : `kind=${named}, but the answer block is that of "${found.name}".`;
  report(compilation, 'E103', place, message, wanted?.fix);
  return null;
}

const readers: readonly QuestionReader<Kind>[] = Object.values(questionReaders);

function isPromised(name: string): boolean {
  return name === 'lab';
}

/** The kind that knows the earliest block of the answer; of several, the one that the heading names. */
function readerOf(asked: AskedAs): QuestionReader<Kind> | null {
  let [found, first]: [QuestionReader<Kind> | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const reader of readers) {
    const at = reader.recognises(asked);
    if (at >= 0 && (at < first || (at === first && reader.name === asked.named))) [found, first] = [reader, at];
  }
  return found;
}

function missingAnswer({ answer, named }: AskedAs): string {
  const fence = answer.form === 'fences' ? answer.fences[0] : undefined;
  if (fence !== undefined) return `No kind of question has a block \`\`\`${fence.info.slice(0, 40)}.`;
  return named === null
    ? 'The question has no answer block.'
    : `kind=${named}, but there is no answer block of that kind.`;
}
