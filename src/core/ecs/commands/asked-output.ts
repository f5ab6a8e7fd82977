import { leavesAllOf, wholeAnswer } from '../programs/query-reading.ts';
import { shown } from '../verdicts/judged-part.ts';
import type { MeaningToken } from './meaning.ts';

type Leaves = NonNullable<MeaningToken['leaves']>;

/** Whether one query, filter or redirection leaves all of the output that another one does. */
export function leavesAsked(typed: Leaves, asked: Leaves): boolean {
  if (typed === 'part' || asked === 'part') return false;
  return leavesAllOf(typed === 'all' ? wholeAnswer : typed, asked === 'all' ? wholeAnswer : asked);
}

/** Why a query, filter or redirection may not be added to a command that is typed for its output; null where it may. */
export function outputProblem({ leaves, given }: MeaningToken): string | null {
  if (leaves === undefined || leavesAsked(leaves, 'all')) return null;
  return `${shown(given)} leaves out some of the output that is asked for.`;
}
