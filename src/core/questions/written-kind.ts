/** The log is kept for ever and travels: of a pasted book it keeps the beginning. */
const longestGiven = 4000;

interface WrittenResponse {
  readonly text: string;
}

/** What the kinds share whose answer is a text; `missing` is said of an empty one. They are always shown alike. */
export function writtenKind(missing: string) {
  return {
    grading: 'graded',
    vary: <Q>(question: Q): Q => question,
    guessRate: () => 0,
    given: ({ text }: WrittenResponse) => text.slice(0, longestGiven),
    fits: () => true,
    lacks: (_question: unknown, response: WrittenResponse | null) => (response?.text.trim() ? '' : missing),
  } as const;
}
