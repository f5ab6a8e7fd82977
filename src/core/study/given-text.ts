import type { Response } from '../model/question.ts';

/** The log is kept for ever and travels: of a pasted book it keeps the beginning. */
const longestGiven = 4000;

/** What the log keeps of a response: option ids joined by a space (`left:right` for a pair), or the typed text. */
export function givenText(response: Response | null): string | undefined {
  if (response === null) return undefined;
  switch (response.kind) {
    case 'recall':
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
      return response.text?.slice(0, longestGiven);
  }
}
