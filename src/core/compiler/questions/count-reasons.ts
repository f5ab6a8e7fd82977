import type { Place } from '../../model/diagnostic-codes.ts';
import { plainText } from '../../model/rich-text.ts';
import type { QuestionRead } from './question-read.ts';

/** How many options of choices there are, and how many of them give a reason. */
export interface ReasonCounts {
  readonly right: ReasonCount;
  readonly wrong: ReasonCount;
  /** The last question in which an option gives one; null without any. */
  readonly last: Place | null;
}

export interface ReasonCount {
  readonly of: number;
  readonly withReason: number;
}

const reason = /\b(?:so that|because|since|in order to|so as to)\b/i;

/** Counts the options of choices that say why ("because", "so that"). */
export function countReasons(reads: readonly QuestionRead[]): ReasonCounts {
  const right = { of: 0, withReason: 0 };
  const wrong = { of: 0, withReason: 0 };
  let last: Place | null = null;
  for (const { question, trace } of reads) {
    if (question.kind !== 'choice' && question.kind !== 'multi') continue;
    for (const option of question.options) {
      const count = option.right ? right : wrong;
      count.of++;
      if (!option.text.some((node) => reason.test(typeof node === 'string' ? node : plainText([node])))) continue;
      count.withReason++;
      last = trace.place;
    }
  }
  return { right, wrong, last };
}
