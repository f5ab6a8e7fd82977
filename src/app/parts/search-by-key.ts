/** The field of the search screen. */
export const searchFieldId = 'search-text';

/** State of a history entry that was made by the key for search: who presses it wants to type. */
export const searchByKey = { isSearchByKey: true } as const;

export function isSearchByKey(state: unknown): boolean {
  return (state as Partial<typeof searchByKey> | null)?.isSearchByKey === true;
}
