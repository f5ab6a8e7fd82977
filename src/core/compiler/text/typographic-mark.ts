const typographicMark = /[\u2013\u2014\u2018\u2019\u201c\u201d]/;

/** Whether a text holds an en or em dash or a curly quote. */
export function hasTypographicMark(text: string): boolean {
  return typographicMark.test(text);
}

/** The first such mark, or null. */
export function typographicMarkIn(text: string): string | null {
  return typographicMark.exec(text)?.[0] ?? null;
}
