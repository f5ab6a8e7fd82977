import type { Place } from '../../model/diagnostic-codes.ts';
import type { AnswerBlock, SourceLine } from '../../questions/question-kind.ts';
import { type Compilation, report } from '../compilation.ts';
import { byLetter, ofTheAbove } from './rules-for-options.ts';

/** W203 and W212 for steps, cells and the reasons of wrong commands, none of which has a fixed place. */
export function warnOfParts(compilation: Compilation, answer: AnswerBlock): void {
  for (const { source, place } of sourcesOf(answer)) {
    if (!ofTheAbove.test(source)) continue;
    const message = `"${source.slice(0, 40)}" speaks of others by their place.`;
    report(compilation, 'W203', place, message, 'Name what it means.');
  }
  for (const { text, place } of reasonsOf(answer)) {
    if (byLetter.test(text)) report(compilation, 'W212', place, 'The reason names an answer by its letter.');
  }
}

interface Part {
  readonly source: string;
  readonly place: Place;
}

function sourcesOf(answer: AnswerBlock): readonly Part[] {
  if (answer.form === 'steps') return answer.steps;
  if (answer.form !== 'pairs') return [];
  return answer.rows.flatMap(({ left, right, place }) => {
    return [left, right].flatMap((cell) => (cell === null ? [] : [{ source: cell.source, place }]));
  });
}

function reasonsOf(answer: AnswerBlock): readonly SourceLine[] {
  const wrong = answer.form === 'blocks' ? answer.blocks.find(({ role }) => role === 'wrong') : undefined;
  return wrong?.lines.filter(({ text }) => text.startsWith('# ')) ?? [];
}
