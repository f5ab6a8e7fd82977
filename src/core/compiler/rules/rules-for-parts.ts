import type { LintTexts } from '../../questions/question-kind.ts';
import { type Compilation, report } from '../compilation.ts';
import { byLetter, ofTheAbove } from './rules-for-options.ts';

/** W203 and W212 for steps, cells and the reasons of wrong commands, none of which has a fixed place. */
export function warnOfParts(compilation: Compilation, { parts, reasons }: LintTexts): void {
  for (const { text, place } of parts) {
    if (!ofTheAbove.test(text)) continue;
    const message = `"${text.slice(0, 40)}" speaks of others by their place.`;
    report(compilation, 'W203', place, message, 'Name what it means.');
  }
  for (const { text, place } of reasons) {
    if (byLetter.test(text)) report(compilation, 'W212', place, 'The reason names an answer by its letter.');
  }
}
