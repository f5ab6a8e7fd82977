/** What every field has into which an answer is written: nothing corrects, completes or capitalises it. */
export const writtenField = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const;
