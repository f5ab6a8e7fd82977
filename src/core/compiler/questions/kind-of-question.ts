import { complain } from '../../model/diagnostic-codes.ts';
import type { Kind } from '../../model/question.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { readInfo } from '../answers/read-blocks.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { holdsDeletion, loneClose } from '../markdown/cloze-marks.ts';
import { suggestName } from '../suggest-name.ts';

/** The kind that the answer block makes, which `kind=` may only confirm; null, with a complaint, when there is none. */
export function kindOf(compilation: Compilation, raw: RawQuestion, { kind: named, place }: QuestionHead): Kind | null {
  if (named !== null && !isKind(named)) {
    const known = [...names, 'case'];
    const message = isPromised(named)
      ? `This version has no questions of the kind "${named}".`
      : `There is no kind "${named.slice(0, 40)}".`;
    compilation.diagnostics.push(complain('E103', place, message, suggestName(named, known)));
    return null;
  }
  const found = kindFound(raw, named);
  if (found !== null && (named === null || named === found || bothOptions(named, found))) return named ?? found;
  const promptPlace = { file: place.file, line: raw.prompt.line, column: 1 };
  const isAnswerless = found === null && raw.fences.length === 0 && (named === null || named === 'cloze');
  const lone = isAnswerless ? loneClose(raw.prompt.text, promptPlace) : null;
  if (lone !== null) {
    compilation.diagnostics.push(lone);
    return null;
  }
  const message =
    found === null ? missingAnswer(raw, named) : `kind=${named}, but the answer block is that of "${found}".`;
  report(compilation, 'E103', place, message, named === null ? undefined : fixes[named]);
  return null;
}

/** What answers a kind whose name stands in the heading. */
const fixes: Readonly<Partial<Record<Kind, string>>> = {
  order: 'Write the steps as a numbered list.',
  match: 'Write a table with two columns: | left | right |.',
  command: 'Write the accepted commands into a block ```sh answer.',
  config: 'Write the blocks ```ini start and ```ini answer.',
  json: 'Write the blocks ```json start, ```json answer and ```yaml require.',
};

const names: readonly string[] = Object.values(questionReaders).map(({ name }) => name);

function isKind(name: string): name is Kind {
  return names.includes(name);
}

function isPromised(name: string): boolean {
  return name === 'lab';
}

function bothOptions(named: Kind, found: Kind): boolean {
  return [named, found].every((kind) => kind === 'choice' || kind === 'multi');
}

function kindFound(raw: RawQuestion, named: Kind | null): Kind | null {
  if (raw.list !== null) return 'order';
  if (raw.table !== null) return 'match';
  if (raw.options.length > 0) return raw.options.filter((option) => option.right).length > 1 ? 'multi' : 'choice';
  if (raw.fences.length > 0) return kindOfFences(raw, named);
  if (named !== 'recall' && holdsDeletion(raw.prompt.text)) return 'cloze';
  return raw.below === null ? null : 'recall';
}

const kindByLanguage: ReadonlyMap<string, Kind> = new Map([
  ['', 'typed'],
  ['sh', 'command'],
  ['ini', 'config'],
  ['json', 'json'],
]);

/** The language of the first block decides; a `require` block alone still belongs to a JSON document. */
function kindOfFences({ fences }: RawQuestion, named: Kind | null): Kind | null {
  const infos = fences.map(({ info }) => readInfo(info));
  if (infos.some(({ role }) => role === 'lab')) return null;
  const found = infos.map(({ language }) => kindByLanguage.get(language)).find((kind) => kind !== undefined) ?? null;
  return found ?? (named === 'json' && infos.some(({ role }) => role === 'require') ? named : null);
}

function missingAnswer({ fences }: RawQuestion, named: Kind | null): string {
  const [fence] = fences;
  if (fence !== undefined) return `No kind of question has a block \`\`\`${fence.info.slice(0, 40)}.`;
  return named === null
    ? 'The question has no answer block.'
    : `kind=${named}, but there is no answer block of that kind.`;
}
