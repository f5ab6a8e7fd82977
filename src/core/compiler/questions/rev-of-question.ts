import type { Kind } from '../../model/question.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import { addToHash, endHash, startHash } from '../../text/text-hash.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { optionKeys, spellAttributes } from '../grammar.ts';

/** Hash of what decides the verdict: the kind, the scenario and the prompt, and the options or answers with their key. */
export function revOf(raw: RawQuestion, kind: Kind, scenario: string): string {
  const hash = startHash();
  addToHash(hash, questionReaders[kind].name);
  if (scenario !== '') addToHash(hash, scenario);
  addToHash(hash, raw.prompt.text);
  for (const { right, text } of raw.options) {
    addToHash(hash, right ? 'x' : '');
    addToHash(hash, spellAttributes(text, optionKeys));
  }
  for (const { info, lines } of raw.fences) {
    if (kind !== 'typed') addToHash(hash, info);
    for (const line of lines) addToHash(hash, line);
  }
  if (raw.list !== null) addToHash(hash, raw.list.text);
  if (raw.table !== null) addToHash(hash, raw.table.text);
  if (kind === 'recall') addToHash(hash, raw.below?.text ?? '');
  return endHash(hash);
}
