import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { AcceptedAnswer } from '../../model/question.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';
import { foldText } from '../typed/kind.ts';
import { readQuantity } from '../typed/quantity.ts';
import { hiddenTexts } from './hidden-texts.ts';

/** A prompt with `{{deletions}}`; the numbers in use must run from 1 without a gap, for each is a card. */
export const clozeReader: QuestionReader<'cloze'> = {
  kind: 'cloze',
  read(source) {
    const numbers = source.answer.form === 'deletions' ? source.answer.numbers : [];
    const cards = Math.max(0, ...numbers);
    if (cards === 0) return { value: null, diagnostics: [hidesNothing(source)] };
    const { base, typed } = source;
    const { answers, diagnostics } = typed ? readAnswers(source, cards) : { answers: [], diagnostics: [] };
    const value = { ...base, kind: 'cloze', cards, typed, answers } as const;
    return { value, diagnostics: [...gaps(source, numbers, cards), ...diagnostics] };
  },
  prove: (question, place) => (question.typed ? proveOwnAnswer(question, place) : []),
};

function hidesNothing({ place }: QuestionSource): Diagnostic {
  return complain('E103', place, 'This cloze question hides nothing.', 'Write {{the words to hide}}.');
}

function gaps({ promptPlace }: QuestionSource, used: readonly number[], cards: number): readonly Diagnostic[] {
  const missing = cardNumbers(cards).filter((n) => !used.includes(n));
  const fix = 'Number the deletions from 1 without a gap.';
  return missing.map((n) => complain('E160', promptPlace, `Card ${n} of this cloze hides nothing.`, fix));
}

function cardNumbers(cards: number): readonly number[] {
  return Array.from({ length: cards }, (_, index) => index + 1);
}

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

/** A number with a unit may be typed in another unit. */
function acceptedFor(text: string): readonly AcceptedAnswer[] {
  const written: AcceptedAnswer = { form: 'text', text, allowsSlip: false };
  const quantity = readQuantity(text);
  return quantity === null ? [written] : [written, { form: 'number', tolerance: 0, ...quantity }];
}
