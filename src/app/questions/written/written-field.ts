/** What every field has into which an answer is written: nothing corrects, completes or capitalises it. */
export const writtenField = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const;

/** What is said of an empty field. */
export function lacksText(response: { readonly text?: string } | null, words: string): string {
  return (response?.text ?? '').trim() === '' ? words : '';
}
