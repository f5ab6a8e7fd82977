import type { Kind } from '../../model/question.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import { addToHash, endHash, startHash } from '../../text/text-hash.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { optionKeys, spellAttributes } from '../grammar.ts';

/** Hash of what decides the verdict: the kind, the scenario and the prompt, and what the kind says of the answer. */
export function revOf({ prompt, answer }: RawQuestion, kind: Kind, scenario: string): string {
  const { name, decides } = questionReaders[kind];
  const hash = startHash();
  addToHash(hash, name);
  if (scenario !== '') addToHash(hash, scenario);
  addToHash(hash, prompt.text);
  for (const text of decides(answer, spellOption)) addToHash(hash, text);
  return endHash(hash);
}

function spellOption(text: string): string {
  return spellAttributes(text, optionKeys);
}
