import type { Response } from '../model/question.ts';
import type { KeptRun } from './kept-run.ts';
import type { PastStep, RunHow } from './review-state.ts';
import type { ShowingMemo } from './showing.ts';

/** Before answers in practice were kept, a run said only whether its answers were. */
type EarlierRun = Omit<KeptRun, 'how'> & { readonly how?: RunHow; readonly counts?: boolean };

/**
 * A run that any version has kept, as this one keeps it. Before a typed cloze was a kind of its own, an answer to one
 * named the kind `cloze`; and what the log keeps of an answer was worked out anew for each entry.
 */
export function fromEarlier({ counts = true, ...kept }: EarlierRun): KeptRun {
  const { how = counts ? 'review' : 'practice' } = kept;
  // What was promised not to count is asked again.
  const showing = counts ? kept.showing : null;
  return { ...kept, how, past: kept.past.map(stepOf), showing: showing && memoOf(showing) };
}

function stepOf(step: PastStep): PastStep {
  return step.kind === 'rated'
    ? { ...step, memo: memoOf(step.memo) }
    : { ...step, memo: step.memo && memoOf(step.memo) };
}

function memoOf(memo: ShowingMemo): ShowingMemo {
  const response = memo.response && responseOf(memo.response);
  const missed = memo.missed && { ...memo.missed, response: responseOf(memo.missed.response) };
  const isGiven = memo.phase === 'answered' && memo.given === undefined && response !== null;
  return { ...memo, response, missed, ...(isGiven && { given: givenOf(response) }) };
}

function responseOf(response: Response): Response {
  if (response.kind !== 'cloze' || !('text' in response && 'card' in response)) return response;
  const { text, card } = response;
  return typeof text === 'string' && typeof card === 'number' ? { kind: 'typed-cloze', text, card } : response;
}

/** As it was worked out then, whatever the kinds say by now; a kind that came later has kept its own. */
function givenOf(response: Response): string | undefined {
  switch (response.kind) {
    case 'recall':
    case 'cloze':
      return undefined;
    case 'choice':
      return response.option;
    case 'multi':
      return response.options.join(' ');
    case 'order':
      return response.steps.join(' ');
    case 'match':
      return Object.entries(response.pairs)
        .map(([left, right]) => `${left}:${right}`)
        .join(' ');
    default:
      return 'text' in response ? response.text.slice(0, 4000) : undefined;
  }
}
