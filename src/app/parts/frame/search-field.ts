/** The field of the search screen. */
export const searchFieldId = 'search-text';

/** State of a history entry that was made by the link or the key for search: who takes them wants to type. */
export const forTyping = { isForTyping: true } as const;

export function isForTyping(state: unknown): boolean {
  return (state as Partial<typeof forTyping> | null)?.isForTyping === true;
}

/** On the search screen itself link and key lead back to its field; elsewhere there is none, and nothing is done. */
export function returnToSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>(`#${searchFieldId}`);
  field?.focus();
  field?.select();
  return field !== null;
}
