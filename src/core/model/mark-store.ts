/** Small strings outside both stores of the log, such as localStorage; may fail silently. */
export interface MarkStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** `hw:<log>`: the mark of a log of which entries were kept. */
export const logMarkPrefix = 'hw:';

/** Whether a mark says that entries were kept in this browser. */
export function hasLogMark(marks: Pick<MarkStore, 'keys'>): boolean {
  return marks.keys().some((key) => key.startsWith(logMarkPrefix));
}
