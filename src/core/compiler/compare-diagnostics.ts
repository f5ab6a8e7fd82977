import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/diagnostic-codes.ts';

/** By file, line, column and code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return comparePlaces(a, b) || compareText(a.code, b.code);
}

/** In the order in which files and lines are read. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
