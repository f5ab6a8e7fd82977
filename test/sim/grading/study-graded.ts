import { chanceOf } from '../chance/draw.ts';
import { type Family, families } from '../learners/family.ts';
import { type BelievedMemories, createBelievedMemories } from '../policies/believed-memories.ts';
import { stockFsrs } from '../policies/fsrs-policies.ts';
import type { Answer, Policy, Setup } from '../policies/policy.ts';
import { dailySeconds, setupOf, skipped } from '../protocol/deck-setup.ts';
import { establishedDeck } from '../protocol/scenarios.ts';
import { studyDays } from '../protocol/study-days.ts';
import { type Grade, type GradingName, gradings } from './gradings.ts';
import { createGuesser, type Guesser } from './guesser.ts';

/** What became of one learner of multiple choice whose answers are graded so. */
export interface GradedOutcome {
  readonly grading: GradingName;
  readonly policy: string;
  readonly family: Family;
  readonly seed: number;
  /** Mean true recall of all cards at the start of exam day, 0 to 100. */
  readonly score: number;
  /** Mean square of believed minus true recall on that day, of the cards that were seen. */
  readonly squaredError: number;
}

/** Two weeks before an exam over cards that were studied for a month, with time for a review of each. */
const scenario = establishedDeck(14, 1);

/** One learner, the same luck with every grading: a month of stock FSRS, then two weeks of the policy. */
export function studyGraded(policy: Policy, name: GradingName, family: Family, seed: number): GradedOutcome {
  const fresh = setupOf({ ...scenario, historyDays: 0 }, family, seed);
  const { cards, examDay } = fresh;
  const chance = chanceOf(seed, families.indexOf(family));
  const person = createGuesser(family, seed, cards);
  const believed = createBelievedMemories(cards, []);
  const month: Setup = {
    ...fresh,
    firstDay: -scenario.historyDays,
    examDay: 0,
    secondsOn: (day) => (chance('skipped day', 0, day) < skipped ? 0 : dailySeconds),
  };
  const history = study({ person, believed, name }, stockFsrs, month);
  study({ person, believed, name }, policy, { ...fresh, history });
  const all = Array.from({ length: cards }, (_, card) => card);
  const seen = all.filter((card) => !believed.isNew(card));
  const error = (card: number) => believed.recall(card, examDay) - person.recall(card, examDay);
  return {
    grading: name,
    policy: policy.name,
    family,
    seed,
    score: (100 * all.reduce((sum, card) => sum + person.recall(card, examDay), 0)) / cards,
    squaredError: seen.reduce((sum, card) => sum + error(card) ** 2, 0) / seen.length,
  };
}

interface Graded {
  readonly person: Guesser;
  /** What the grader believes, which is what the policy believes. */
  readonly believed: BelievedMemories;
  readonly name: GradingName;
}

function study({ person, believed, name }: Graded, policy: Policy, setup: Setup): readonly Answer[] {
  const run = policy.begin(setup);
  const answers: Answer[] = [];
  let posterior: number | undefined;
  const answer = (card: number, day: number) => {
    const recall = believed.isNew(card) ? null : believed.recall(card, day);
    const grade: Grade = gradings[name](person.choose(card, day), recall);
    posterior = grade.posterior;
    return grade.rating;
  };
  const answered = (plain: Answer) => {
    const full = posterior === undefined ? plain : { ...plain, posterior };
    believed.take(full);
    run.answered(full);
    answers.push(full);
  };
  studyDays({ recall: person.recall, answer }, { queue: run.queue, answered }, setup);
  return answers;
}
