import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import { guessChance, guessers } from '../../src/core/exam/guessers.ts';
import { passChance } from '../../src/core/exam/pass-chance.ts';
import { formsOfExam, poolOf } from '../../src/core/exam/sizes.ts';
import type { OptionId } from '../../src/core/model/id.ts';
import type { LightKind, Question, QuestionOf, Response } from '../../src/core/model/question.ts';
import { plainText, type RichText } from '../../src/core/model/rich-text.ts';
import { heavyKinds } from '../../src/core/questions/heavy-kinds.ts';
import { gradeResponse, isHeavy, kindOf } from '../../src/core/questions/registry.ts';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';

/**
 * Bots that know nothing of ECS sit the whole pack, and the exam. Where a bot beats chance by much, the pack gives its answers
 * away. Each question is shown with several seeds, for positions and ties are a matter of the shuffle.
 */
const folder = 'content/aws-ecs';
const deck = compilePack(readPackFolder(folder).files).value;
if (deck === null) throw new Error(`${folder} does not compile`);
const seeds = Array.from({ length: 20 }, (_, seed) => seed * 7919 + 1);
const allowance = 0.08;

/** How much the bot likes an option at a place, below what is asked. */
type Taste = (text: RichText, place: number, asked: string) => number;

interface Shown {
  readonly id: OptionId;
  readonly text: RichText;
}

/** The options that the bot likes best, in the order in which they are shown where it likes several alike. */
function favourites<T extends Shown>(
  options: readonly T[],
  taste: (text: RichText, place: number) => number,
  count: number,
): readonly OptionId[] {
  const rated = options.map(({ id, text }, place) => ({ id, liking: taste(text, place) }));
  return rated
    .toSorted((a, b) => b.liking - a.liking)
    .slice(0, count)
    .map(({ id }) => id);
}

function rightCount({ options }: QuestionOf<'multi'>): number {
  return options.filter(({ right }) => right).length;
}

/** What the bot answers; nothing where words must be typed or remembered. */
function answerOf(question: Question, bot: Taste): Response | null {
  const asked = `${question.case === null ? '' : plainText(question.case.scenario)} ${plainText(question.prompt)}`;
  const taste = (text: RichText, place: number) => bot(text, place, asked);
  switch (question.kind) {
    case 'choice': {
      const [option] = favourites(question.options, taste, 1);
      return option === undefined ? null : { kind: 'choice', option };
    }
    case 'multi':
      return { kind: 'multi', options: favourites(question.options, taste, rightCount(question)) };
    case 'order':
      return { kind: 'order', steps: favourites(question.steps, taste, question.steps.length) };
    case 'match': {
      const [right] = favourites(question.rights, taste, 1);
      const pairs = Object.fromEntries(question.lefts.map(({ id }) => [id, right as OptionId]));
      return { kind: 'match', pairs };
    }
    default:
      return null;
  }
}

const byPlace =
  (favourite: number): Taste =>
  (_, place) =>
    place === favourite ? 1 : -place / 100;

const bots: readonly (readonly [string, Taste])[] = [
  ...guessers.map(({ name, liking }): [string, Taste] => [name, (text, _, asked) => liking(text, asked)]),
  ...[1, 2, 3].map((place) => [`place ${place + 1}`, byPlace(place)] as const),
];

interface Result {
  readonly score: number;
  readonly chance: number;
}

function sit(questions: readonly Question[], taste: Taste): Result {
  let [score, chance] = [0, 0];
  for (const question of questions) {
    chance += kindOf(question.kind, heavyKinds).guessRate(question);
    for (const seed of seeds) {
      const shown = kindOf(question.kind, heavyKinds).vary(question, seed);
      const answer = answerOf(shown, taste);
      if (answer !== null && gradeResponse(shown, answer).score === 1) score += 1 / seeds.length;
    }
  }
  return { score: score / questions.length, chance: chance / questions.length };
}

const asked = deck.questions.filter(({ status }) => status === 'scored' || status === 'pilot');
const guessable: readonly LightKind[] = ['choice', 'multi', 'order', 'match'];
const sets: readonly (readonly [string, readonly Question[]])[] = [
  ['the whole pack', asked],
  ['what can be picked', asked.filter(({ kind }) => !isHeavy(kind) && guessable.includes(kind))],
  ['choices of one', asked.filter(({ kind }) => kind === 'choice')],
];

describe('a bot that knows nothing', () => {
  for (const [set, questions] of sets) {
    it.each(bots)(`that picks by "%s" stays under chance + 8 points on ${set}`, (name, taste) => {
      const { score, chance } = sit(questions, taste);
      const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
      console.log(`${set} (${questions.length}): ${name}: ${percent(score)}, chance ${percent(chance)}`);
      expect(score).toBeLessThan(chance + allowance);
    });
  }

  it('would be caught if the right option were always the longest', () => {
    const padded = asked.flatMap((question): readonly Question[] => {
      if (question.kind !== 'choice') return [];
      const options = question.options.map((option) =>
        option.right ? { ...option, text: [...option.text, ' padding'.repeat(40)] } : option,
      );
      return [{ ...question, options }];
    });
    const [, longest] = bots.find(([name]) => name === 'longest') ?? [];
    if (longest === undefined) throw new Error('no bot');
    expect(sit(padded, longest).score).toBeCloseTo(1);
  });

  const { exam } = deck.pack;
  if (exam === null) throw new Error(`${folder} names no exam`);
  const pool = poolOf(deck.questions, exam, formsOfExam);
  const needed = Math.ceil((exam.scored * exam.pass) / exam.scale[1]);

  it.each(guessers.map((guesser) => [guesser.name, guesser] as const))(
    'that picks by "%s" passes less than one exam in a thousand million',
    (_, guesser) => {
      const rates = new Map(
        [...pool].map(([domain, questions]) => [domain, questions.map((q) => guessChance(guesser, q))]),
      );
      expect(passChance(exam, rates, exam, needed)).toBeLessThan(1e-9);
      expect(passChance(exam, rates, exam, 0)).toBeCloseTo(1, 9);
    },
  );
});
