import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { OptionId } from '../../model/id.ts';
import type { OrderQuestion } from '../../model/question.ts';
import { textsOfLines } from '../find-answer.ts';
import { seenAs } from '../options/same-to-see.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader, SourceLine, SourceStep } from '../question-kind.ts';
import { order } from './kind.ts';

/** A numbered list in a right order; steps that share a sub-list may swap. */
export const orderReader: QuestionReader<'order'> = {
  kind: 'order',
  name: 'order',
  form: 'steps',
  fix: 'Write the steps as a numbered list.',
  check: null,
  recognises: ({ answer }) => (answer.form === 'list' ? 0 : -1),
  decides: textsOfLines,
  read(source) {
    const listed = source.answer.form === 'steps' ? source.answer.steps : [];
    const steps = listed.map(({ id, text, rank }) => ({ id: id as OptionId, text, rank }));
    const diagnostics = [...complainOfCount(listed, source.place), ...complainOfTwins(listed)];
    return { value: steps.length < 2 ? null : { ...source.base, kind: 'order', steps }, diagnostics };
  },
  prove: proveOrder,
  mutants: null,
  rightOptions: () => [],
  texts: (answer) => ({ parts: answer.form === 'steps' ? answer.steps.map(textOf) : [], reasons: [] }),
};

function textOf({ source, place }: SourceStep): SourceLine {
  return { text: source, place };
}

function complainOfCount(steps: readonly SourceStep[], place: Place): readonly Diagnostic[] {
  if (steps.length < 2) {
    return [complain('E121', place, `An order needs two steps or more; here is ${steps.length}.`, 'Add a step.')];
  }
  if (new Set(steps.map(({ rank }) => rank)).size > 1) return [];
  const fix = 'Give the steps that come before or after the others a number of their own.';
  return [complain('E160', place, 'All steps may swap, so every order is right.', fix)];
}

/** Of two steps with the same text, the learner cannot know which is which. */
function complainOfTwins(steps: readonly SourceStep[]): readonly Diagnostic[] {
  const first = new Map<string, SourceStep>();
  return steps.flatMap((step) => {
    const seen = seenAs(step.text);
    const twin = first.get(seen) ?? first.get(step.id);
    if (twin === undefined) {
      first.set(seen, step).set(step.id, step);
      return [];
    }
    const message = `This step has the same text as the one in line ${twin.place.line}.`;
    return [complain(twin.rank === step.rank ? 'E123' : 'E161', step.place, message, 'Say in which way they differ.')];
  });
}

const seedsTried = 16;

function proveOrder(question: OrderQuestion, place: Place): readonly Diagnostic[] {
  const seeds = Array.from({ length: seedsTried }, (_, seed) => seed);
  const givenAway = seeds.some((seed) => {
    const shown = order.vary(question, seed).steps.map(({ id }) => id);
    return order.grade(question, { kind: 'order', steps: shown }).score === 1;
  });
  const shown = givenAway ? [complain('E160', place, 'The steps are shown in a right order.')] : [];
  return [...proveOwnAnswer(question, place), ...shown];
}
