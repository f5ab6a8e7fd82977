import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { noTexts } from '../no-texts.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';
import { asksDeletions } from './find-deletion.ts';

/** A prompt with `{{deletions}}`. */
export const clozeReader: QuestionReader<'cloze'> = {
  kind: 'cloze',
  name: 'cloze',
  form: 'deletions',
  fix: undefined,
  check: null,
  recognises: (asked) => (asksDeletions(asked) && !asked.typed ? 0 : -1),
  decides: () => [],
  read(source) {
    const { cards, diagnostics } = readCards(source);
    return { value: cards === 0 ? null : { ...source.base, kind: 'cloze', cards }, diagnostics };
  },
  prove: () => [],
  mutants: null,
  rightOptions: () => [],
  texts: () => noTexts,
};

/** How many cards the deletions make: the numbers in use must run from 1 without a gap, for each is a card. */
export function readCards({ answer, place, promptPlace, promptText }: QuestionSource): CardsRead {
  const used = answer.form === 'deletions' ? answer.numbers : [];
  const cards = Math.max(0, ...used);
  if (cards === 0) {
    const fix = 'Write {{the words to hide}}.';
    return { cards, diagnostics: [complain('E103', place, 'This cloze question hides nothing.', fix)] };
  }
  const missing = cardNumbers(cards).filter((n) => !used.includes(n));
  const beyond = `{{${Math.min(...used.filter((n) => n > (missing[0] ?? n)))}:`;
  return { cards, diagnostics: missing.length === 0 ? [] : [gapBefore(beyond, missing, promptText, promptPlace)] };
}

/** One complaint for all cards without a deletion, at the first deletion whose number leaves them out. */
function gapBefore(beyond: string, missing: readonly number[], text: string, place: Place): Diagnostic {
  const before = text.slice(0, Math.max(0, text.indexOf(beyond))).split('\n');
  const at = { ...place, line: place.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  const cards =
    missing.length === 1
      ? `Card ${missing[0]} of this cloze hides`
      : `Cards ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''} of this cloze hide`;
  const asText = beyond.replace('{{', '{{1:');
  const fix = `Number the deletions from 1 without a gap; a number that is text has its card's in front: ${asText}…}}.`;
  return complain('E160', at, `${cards} nothing.`, fix);
}

interface CardsRead {
  readonly cards: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function cardNumbers(cards: number): readonly number[] {
  return Array.from({ length: cards }, (_, index) => index + 1);
}
