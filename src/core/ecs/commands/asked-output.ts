import type { QueryReading } from '../programs/jmespath.ts';
import { shown } from '../verdicts/judged-part.ts';
import type { MeaningToken } from './meaning.ts';

/** Whether a typed query leaves all that an accepted one does: its members at least, and no fewer elements. */
export function leavesAsked({ leaves }: MeaningToken, asked: NonNullable<MeaningToken['leaves']>): boolean {
  if (leaves === undefined || leaves === 'part' || asked === 'part') return false;
  if (leaves === 'all') return true;
  if (asked === 'all') return leavesEverything(leaves);
  if (leaves.narrows !== asked.narrows || (leaves.picks && !asked.picks)) return false;
  return [...asked.fields].every((field) => leaves.fields.has(field));
}

/** Why a query, filter or redirection may not be added to a command that is typed for its output; null where it may. */
export function outputProblem({ leaves, given }: MeaningToken): string | null {
  if (leaves === undefined || leaves === 'all') return null;
  if (leaves !== 'part' && leavesEverything(leaves)) return null;
  return `${shown(given)} leaves out some of the output that is asked for.`;
}

/** `@`, `*` and the like. */
function leavesEverything({ fields, picks, narrows }: QueryReading): boolean {
  return fields.size === 0 && !picks && !narrows;
}
