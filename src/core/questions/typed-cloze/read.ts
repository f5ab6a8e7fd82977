import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { AcceptedAnswer, TypedClozeQuestion } from '../../model/question.ts';
import { asksDeletions } from '../cloze/find-deletion.ts';
import { hiddenTexts } from '../cloze/hidden-texts.ts';
import { cardNumbers, readCards } from '../cloze/read.ts';
import { noTexts } from '../no-texts.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';
import { foldText } from '../typed/folded-text.ts';
import { readQuantity } from '../typed/quantity.ts';
import { warnOfFoldedCode } from '../typed/warn-of-folded-code.ts';

/** A cloze with `typed=true`. */
export const typedClozeReader: QuestionReader<'typed-cloze'> = {
  kind: 'typed-cloze',
  name: 'cloze',
  form: 'deletions',
  fix: undefined,
  check: null,
  recognises: (asked) => (asksDeletions(asked) && asked.typed ? 0 : -1),
  decides: () => [],
  read(source) {
    const { cards, diagnostics } = readCards(source);
    if (cards === 0) return { value: null, diagnostics };
    const { answers, diagnostics: found } = readAnswers(source, cards);
    const exact = source.letterCase === 'exact' ? { exactCase: true as const } : {};
    const value: TypedClozeQuestion = { ...source.base, kind: 'typed-cloze', cards, answers, ...exact };
    const warnings = answers.flatMap((accepted) => warnOfFoldedCode(source, accepted)).slice(0, 1);
    return { value, diagnostics: [...diagnostics, ...found, ...warnings] };
  },
  prove: proveOwnAnswer,
  mutants: null,
  rightOptions: () => [],
  texts: () => noTexts,
};

interface AnswersRead {
  readonly answers: readonly (readonly AcceptedAnswer[])[];
  readonly diagnostics: readonly Diagnostic[];
}

const longestAnswer = 200;

/** What is hidden is what is accepted; a card has one field, so it may hide one text only. */
function readAnswers({ base, promptPlace }: QuestionSource, cards: number): AnswersRead {
  const hidden = hiddenTexts(base.prompt);
  const diagnostics: Diagnostic[] = [];
  const answers = cardNumbers(cards).map((card): readonly AcceptedAnswer[] => {
    const texts = [...new Set((hidden.get(card) ?? []).map((text) => text.trim()))];
    const [text = ''] = texts;
    if (texts.length > 1) {
      const fix = 'Give each text a number of its own, or leave typed out.';
      diagnostics.push(complain('E170', promptPlace, `Card ${card} hides several texts, and one can be typed.`, fix));
    } else if (text.length > longestAnswer || (texts.length > 0 && foldText(text) === '')) {
      const fix = 'Hide a word, a line or a number, or leave typed out.';
      diagnostics.push(complain('E170', promptPlace, `What card ${card} hides cannot be typed.`, fix));
    }
    return acceptedFor(text);
  });
  return { answers, diagnostics };
}

/** A number with a unit may be typed in another unit, but not without one: the sentence does not say which. */
function acceptedFor(text: string): readonly AcceptedAnswer[] {
  const written: AcceptedAnswer = { form: 'text', text, allowsSlip: false };
  const quantity = text.length > longestAnswer ? null : readQuantity(text);
  return quantity === null ? [written] : [written, { form: 'number', tolerance: 0, ...quantity, needsUnit: true }];
}
