import type { LintTexts } from './question-kind.ts';

/** Of a kind whose answer holds nothing that lints look at. */
export const noTexts: LintTexts = { parts: [], reasons: [] };
