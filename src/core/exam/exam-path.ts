export const examsPath = '/exam';

export function examPath(id: string): string {
  return `/exam/${id}`;
}

export function examReportPath(id: string): string {
  return `/exam/${id}/report`;
}

/** The exam that an address names; null when it names none. */
export function readExamPath(path: string): { readonly id: string; readonly isReport: boolean } | null {
  const found = /^\/exam\/([a-z0-9-]{1,64})(\/report)?\/?$/.exec(path);
  return found?.[1] === undefined ? null : { id: found[1], isReport: found[2] !== undefined };
}

/** Whether an exam is sat there: a session, with a bar of its own. */
export function isSittingPath(path: string): boolean {
  return readExamPath(path)?.isReport === false;
}
