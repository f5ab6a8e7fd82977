import type { Outcome } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { JsonQuestion } from '../../model/question.ts';
import { type BlockRule, readBlocks, textOfBlock } from '../answer-blocks.ts';
import { fenceIn, textsOfFences } from '../find-answer.ts';
import { noTexts } from '../no-texts.ts';
import { proveEdit } from '../proof/prove-edit.ts';
import type { AskedAs, QuestionReader, QuestionSource } from '../question-kind.ts';
import { complainOfCheck } from '../read-check.ts';
import { json } from './kind.ts';
import { jsonMutants } from './mutants.ts';

/** ` ```json start `, ` ```json answer ` and ` ```yaml require ` with `check=task-definition`. */
export const jsonReader: QuestionReader<'json'> = {
  kind: 'json',
  name: 'json',
  form: 'blocks',
  fix: 'Write the blocks ```json start, ```json answer and ```yaml require.',
  check: 'task-definition',
  recognises: recogniseJson,
  decides: textsOfFences,
  read: readJson,
  prove: (question, place) => proveEdit(question, place, (text) => json.grade(question, { kind: 'json', text })),
  mutants: {
    of: jsonMutants,
    isRight: (question, text) => json.grade(question, { kind: 'json', text }).score === 1,
  },
  rightOptions: () => [],
  texts: () => noTexts,
};

/** A `require` block alone still belongs to a JSON document when the heading says so. */
function recogniseJson({ answer, named }: AskedAs): number {
  const found = fenceIn(answer, 'json');
  if (found >= 0 || named !== 'json' || answer.form !== 'fences') return found;
  const isOwn =
    answer.fences.some(({ role }) => role === 'require') && answer.fences.every(({ role }) => role !== 'lab');
  return isOwn ? answer.fences.length : -1;
}

const blocks: readonly BlockRule[] = [
  { role: 'start', language: 'json', need: 'one' },
  { role: 'answer', language: 'json', need: 'one' },
  { role: 'require', language: 'yaml', need: 'one' },
];

function readJson(source: QuestionSource): Outcome<JsonQuestion> {
  const { byRole, diagnostics: found } = readBlocks(source, blocks);
  const diagnostics = [...complainOfCheck(source, 'task-definition'), ...found];
  const required = byRole.get('require');
  if (required !== undefined && required.require.length === 0) {
    const fix = 'Write a list of { pointer: /a/b, equals: c }.';
    diagnostics.push(complain('E120', required.place, 'The block requires nothing that can be read.', fix));
  }
  const [start, answer] = [textOfBlock(byRole.get('start')), textOfBlock(byRole.get('answer'))];
  const require = required?.require ?? [];
  const value: JsonQuestion = { ...source.base, kind: 'json', check: 'task-definition', start, answer, require };
  return { value: diagnostics.length > 0 ? null : value, diagnostics };
}
