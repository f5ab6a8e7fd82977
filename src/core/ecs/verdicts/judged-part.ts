import type { CommandRuling, CommandVerdict, VerdictPart } from '../../model/verdict.ts';

const scores: Readonly<Record<CommandRuling, number>> = {
  correct: 1,
  insecure: 1,
  'partly-right': 0.5,
  typography: 0.5,
  'wrong-version': 0,
  wrong: 0,
};

export function rightPart(part: string, given: string): VerdictPart {
  return { part, state: 'right', given };
}

/** Something typed that should be otherwise, or (without `wanted`) should not be there. */
export function wrongPart(part: string, given: string, note: string, wanted?: string): VerdictPart {
  return { part, state: 'wrong', given, note, ...(wanted !== undefined && { wanted }) };
}

export function missedPart(part: string, wanted: string, note: string): VerdictPart {
  return { part, state: 'missed', wanted, note };
}

export function faulty(parts: readonly VerdictPart[]): boolean {
  return parts.some((part) => part.state !== 'right');
}

const longestShown = 160;

/** A text of the learner's, or one that is wanted, in a sentence. */
export function shown(text: string): string {
  return text.length > longestShown ? `"${text.slice(0, longestShown - 1)}…"` : `"${text}"`;
}

/** The plain note of a part that is missing. */
export function missing(text: string): string {
  return `${shown(text)} is missing.`;
}

/** A part whose note says no more than its texts do. */
export function plainly(part: VerdictPart): VerdictPart {
  return { ...part, isPlain: true };
}

/** The verdict on a command; the notes of its parts come first in the advice. */
export function commandVerdict(
  ruling: CommandRuling,
  parts: readonly VerdictPart[],
  advice: readonly string[] = [],
): CommandVerdict {
  const notes = new Set(parts.flatMap(({ note }) => note ?? []));
  const general = [...new Set(advice)].filter((words) => !notes.has(words));
  return { score: scores[ruling], ruling, parts, advice: [...notes, ...general], general };
}
