import type { CardId, EntryId, ShowingId } from '../model/id.ts';
import type { Kind, Question, Response } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import type { QuestionKind } from '../questions/question-kind.ts';

/** A question that is loaded, and its kind. */
export interface Asked {
  readonly question: Question;
  readonly kind: QuestionKind<Kind>;
}

/** One showing of a card: what was asked and what the learner has done with it so far. */
export interface Showing extends ShowingMemo {
  /** As the deck has it. */
  readonly source: Question;
  /** As shown: options in the order on screen. */
  readonly question: Question;
  readonly kind: QuestionKind<Kind>;
  /** What is missing or wrong with the response, to be read beside it. */
  readonly message: string;
}

/** What is kept of a showing beside its question: plain data that outlives a reload. */
export interface ShowingMemo {
  readonly card: CardId;
  /** The question's `rev` when it was shown. */
  readonly rev: string;
  /** Draws the order of the options. */
  readonly seed: number;
  readonly phase: 'asking' | 'answered';
  readonly response: Response | null;
  /** What the log keeps of the response, once it is answered. */
  readonly given?: string | undefined;
  readonly verdict: Verdict | null;
  readonly isGuess: boolean;
  /** Chance, 0 to 1, that a right answer was recalled, where it counts by that (`judgeRecall`). */
  readonly posterior?: number | undefined;
  /** The written answer that was refused before the one that counts. */
  readonly missed: Missed | null;
  /** Study time until the answer, ms; pauses of over a minute count as one minute. */
  readonly tookMs: number;
  /** Minted when it is answered; an answer that two tabs rate counts once. */
  readonly at: ShowingId | null;
  /** The answer in the log: a wrong one is there as soon as it is checked. */
  readonly entry: EntryId | null;
  /** Whether the card was due before it was answered; absent in marks from before that was kept. */
  readonly wasDue?: boolean;
  /** The learner counts as right what the grader refused. */
  readonly isOverruled: boolean;
}

/** An answer that was not right and may be mended once. */
export interface Missed {
  readonly response: Response;
  readonly verdict: Verdict;
}

/** A card as it is first shown. */
export function firstLook(card: CardId, { question: source, kind }: Asked, seed: number): Showing {
  return {
    card,
    rev: source.rev,
    source,
    seed,
    question: kind.vary(source, seed),
    kind,
    phase: 'asking',
    response: null,
    verdict: null,
    isGuess: false,
    missed: null,
    tookMs: 0,
    at: null,
    entry: null,
    isOverruled: false,
    message: '',
  };
}

/** What outlives the page. */
export function memoOf({ source, question, kind, message, ...memo }: Showing): ShowingMemo {
  return memo;
}

/** The showing of a memo over its question, which may have been edited since. */
export function revive(memo: ShowingMemo, asked: Asked): Showing {
  const { question: source, kind } = asked;
  const showing: Showing = { ...memo, source, kind, question: kind.vary(source, memo.seed), message: '' };
  // A cloze that is typed from now on has the same rev.
  const isSameKind = memo.response === null || memo.response.kind === source.kind;
  return memo.rev === source.rev && isSameKind ? showing : overEdited(showing, asked);
}

/** The showing after its question was edited, of the same kind as before: what still fits of the answer stays. */
export function overEdited(showing: Showing, asked: Asked): Showing {
  const { card, seed, verdict } = showing;
  const { question: source, kind } = asked;
  const question = kind.vary(source, seed);
  const { response: before } = showing;
  const response = before?.kind === question.kind && kind.fits(question, before) ? before : null;
  const edited = { ...showing, rev: source.rev, source, question, response };
  if (verdict === null) return { ...edited, missed: null };
  if (response === null) return firstLook(card, asked, seed);
  return { ...edited, verdict: kind.grade(question, response) };
}
