import type { CommandRuling, CommandVerdict, VerdictPart } from '../../model/verdict.ts';
import { excessOf } from '../shell/shell-limits.ts';
import { commandVerdict, wrongPart } from './judged-part.ts';
import { type Straightened, straighten, type TypographySlip } from './typography.ts';

/** More than these tell a learner nothing new. */
const mostSlips = 12;

/**
 * Grades as typed and, when that is not right, once more with keyboard characters: an answer that is then right is
 * `typography`, and for any other answer the second reading tells more.
 */
export function gradeTyping(typed: string, grade: (text: string) => CommandVerdict): CommandVerdict {
  const excess = excessOf(typed.replace(/\r\n?/g, '\n'));
  if (excess !== null) return commandVerdict('wrong', [], [excess]);
  const asTyped = grade(typed);
  if (asTyped.score === 1) return asTyped;
  const straightened = straighten(typed);
  if (straightened.slips.length === 0) return asTyped;
  const mended = grade(straightened.text);
  const works = mended.ruling === 'correct' || mended.ruling === 'insecure' || mended.ruling === 'partly-right';
  return withSlips(works ? 'typography' : mended.ruling, mended, straightened);
}

function withSlips(ruling: CommandRuling, mended: CommandVerdict, { slips }: Straightened): CommandVerdict {
  const shown = slips.slice(0, mostSlips);
  const more = slips.length - shown.length;
  const tail = more > 0 ? [`There are ${more} more such characters.`] : [];
  const verdict = commandVerdict(ruling, [...shown.map(slipPart), ...mended.parts], [...tail, ...mended.general]);
  return { ...verdict, advice: [...shown.map((slip) => slip.advice), ...tail, ...mended.advice] };
}

function slipPart({ at, found, advice }: TypographySlip): VerdictPart {
  return { ...wrongPart(`character ${at + 1}`, found, advice), isSlip: true };
}
