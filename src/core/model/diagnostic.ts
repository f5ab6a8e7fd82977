/** A complaint about a pack file. Mistakes of authors are data: they are collected, never thrown. */
export interface Diagnostic {
  /** Stable: `E122`, `W204`. The list is in `diagnostic-codes.ts`. */
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** Relative to the pack's folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Why it matters to a learner or to the tool. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
}

/** A value with the complaints met on the way (of authors, unless said otherwise); `null` when there is nothing usable. */
export interface Outcome<T, Complaint = Diagnostic> {
  readonly value: T | null;
  readonly diagnostics: readonly Complaint[];
}

export type DiagnosticCode = `${'E' | 'W'}${number}`;

/** Whether a pack with these complaints must not be shipped. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
