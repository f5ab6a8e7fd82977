import type { Outcome } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { ConfigQuestion } from '../../model/question.ts';
import { type BlockRule, readBlocks, textOfBlock } from '../answer-blocks.ts';
import { fenceIn, textsOfFences } from '../find-answer.ts';
import { noTexts } from '../no-texts.ts';
import { proveEdit } from '../proof/prove-edit.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';
import { complainOfCheck } from '../read-check.ts';
import { config } from './kind.ts';
import { configMutants } from './mutants.ts';

/** ` ```ini start ` and ` ```ini answer ` with `check=ecs-config`. */
export const configReader: QuestionReader<'config'> = {
  kind: 'config',
  name: 'config',
  form: 'blocks',
  fix: 'Write the blocks ```ini start and ```ini answer.',
  check: 'ecs-config',
  recognises: ({ answer }) => fenceIn(answer, 'ini'),
  decides: textsOfFences,
  read: readConfig,
  prove: (question, place) => proveEdit(question, place, (text) => config.grade(question, { kind: 'config', text })),
  mutants: {
    of: configMutants,
    isRight: (question, text) => config.grade(question, { kind: 'config', text }).score === 1,
  },
  rightOptions: () => [],
  texts: () => noTexts,
};

const blocks: readonly BlockRule[] = [
  { role: 'start', language: 'ini', need: 'one' },
  { role: 'answer', language: 'ini', need: 'one' },
];

function readConfig(source: QuestionSource): Outcome<ConfigQuestion> {
  const { byRole, diagnostics: found } = readBlocks(source, blocks);
  const diagnostics = [...complainOfCheck(source, 'ecs-config'), ...found];
  if (found.length === 0 && textOfBlock(byRole.get('answer')).trim() === '') {
    diagnostics.push(complain('E120', source.place, 'The answer block is empty.', 'Write the right file into it.'));
  }
  const [start, answer] = [textOfBlock(byRole.get('start')), textOfBlock(byRole.get('answer'))];
  const value: ConfigQuestion = { ...source.base, kind: 'config', check: 'ecs-config', start, answer };
  return { value: diagnostics.length > 0 ? null : value, diagnostics };
}
