import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Kind } from '../../model/question.ts';
import { type Answer, latestAnswers } from '../fold/latest-answers.ts';
import { kindFigures } from '../plan/kind-figures.ts';
import { dayOfAnswer } from '../study-day.ts';
import { timesByKind } from './answer-times.ts';
import type { GuessHabits } from './guess-habits.ts';

export interface HabitsRequest {
  /** The latest entries of the log in any order; those before its latest 500 reviews change nothing. */
  readonly recent: readonly LogEntry[];
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Null for a card that no pack has any more. */
  kindOf(card: CardId): Kind | null;
}

/** Later answers speak for today's habits better than those of last year. */
const recentAnswers = 500;

/** What is believed of every learner, as answers to be counted along (scheduling §1.4, §5.1): of ten each. */
const beforehand = 10;
const usualKnown = 0.68;
const usualUnsure = { recalled: 0.15, guessed: 0.8 };
/** Nobody is taken to know all new cards, or none. */
const [leastKnown, mostKnown] = [0.05, 0.95];

/**
 * A learner's habits by the latest reviews that were graded and could be guessed. A wrong answer stands for a guess, and
 * a right one for recall as far as its posterior says.
 */
export function measureHabits(request: HabitsRequest): GuessHabits {
  const answers = guessable(request);
  return {
    knownShare: knownShareOf(answers, request.states),
    unsure: { recalled: unsureShare(answers, 'recalled'), guessed: unsureShare(answers, 'guessed') },
    usesButton: answers.some(({ isUnsure }) => isUnsure),
    timesOf: timesByKind(answers),
  };
}

/** A graded answer to a question that can be guessed. */
interface GuessableAnswer {
  readonly answer: Answer;
  readonly kind: Kind;
  readonly guessRate: number;
  readonly isRight: boolean;
  readonly isUnsure: boolean;
  readonly tookMs: number;
  /** 0 to 1. */
  readonly recalled: number;
  readonly guessed: number;
}

function guessable({ recent, kindOf }: HabitsRequest): readonly GuessableAnswer[] {
  return latestAnswers(recent, recentAnswers).flatMap((answer) => {
    const kind = kindOf(answer.card);
    const guessRate = kind === null ? 0 : kindFigures[kind].guess;
    if (kind === null || guessRate === 0 || answer.score === undefined) return [];
    const isRight = answer.score === 1;
    const recalled = isRight ? (answer.p ?? 1) : 0;
    const isUnsure = answer.guess === true;
    return [{ answer, kind, guessRate, isRight, isUnsure, tookMs: answer.took, recalled, guessed: 1 - recalled }];
  });
}

/** Of first tries; each is corrected for what guessing brings. */
function knownShareOf(answers: readonly GuessableAnswer[], states: HabitsRequest['states']): number {
  const seen = new Set<CardId>();
  const tries = answers.filter(({ answer }) => {
    const isFirst = !seen.has(answer.card) && states.get(answer.card)?.firstDay === dayOfAnswer(answer);
    seen.add(answer.card);
    return isFirst;
  });
  const known = sum(tries, ({ isRight, guessRate }) => (Number(isRight) - guessRate) / (1 - guessRate));
  const share = (beforehand * usualKnown + known) / (beforehand + tries.length);
  return Math.min(mostKnown, Math.max(leastKnown, share));
}

function unsureShare(answers: readonly GuessableAnswer[], what: 'recalled' | 'guessed'): number {
  const said = sum(answers, (answer) => (answer.isUnsure ? answer[what] : 0));
  return (beforehand * usualUnsure[what] + said) / (beforehand + sum(answers, (answer) => answer[what]));
}

function sum<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((total, item) => total + numberOf(item), 0);
}
