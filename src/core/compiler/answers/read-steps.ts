import type { AnswerBlock, SourceStep } from '../../questions/question-kind.ts';
import type { Slice } from '../../questions/raw-answer.ts';
import { textHash } from '../../text/text-hash.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { renderPart } from '../markdown/render-part.ts';

interface Item {
  readonly line: number;
  readonly column: number;
  readonly rank: number;
  text: string;
}

/**
 * The steps of a numbered list. Items of a sub-list (`- `) are steps that may swap; what stands beside the number of
 * such a list may only be a label that ends in a colon, for learners do not see it.
 */
export function readSteps(compilation: Compilation, list: Slice, file: string): AnswerBlock {
  const items = scanItems(compilation, list, file);
  if (items.length > limits.options) {
    const place = { file, line: list.line, column: 1 };
    report(compilation, 'E104', place, `The question has ${items.length} steps; ${limits.options} are allowed.`);
  }
  const steps = items.slice(0, limits.options).map(({ text, line, column, rank }): SourceStep => {
    const place = { file, line, column };
    if (text === '') report(compilation, 'E105', place, 'A step has no text.', 'Write what happens in this step.');
    return { place, id: textHash(text), source: text, text: renderPart(compilation, text, place), rank };
  });
  return { form: 'steps', steps };
}

const numbered = /^(\d{1,9}[.)])([ \t]+|$)(.*)$/;
const bulleted = /^([-*+])[ \t]+(.*)$/;

function scanItems(compilation: Compilation, list: Slice, file: string): readonly Item[] {
  const items: Item[] = [];
  let rank = 0;
  list.text.split('\n').forEach((row, index) => {
    const line = list.line + index;
    const number = numbered.exec(row);
    if (number !== null) rank++;
    const rest = number === null ? row.trim() : (number[3] ?? '');
    const column = row.length - row.trimEnd().length === row.length ? 1 : row.indexOf(rest) + 1;
    const bullet = bulleted.exec(rest);
    const last = items.at(-1);
    if (bullet !== null) items.push({ line, column: column + 2, rank, text: (bullet[2] ?? '').trim() });
    else if (number !== null) items.push({ line, column, rank, text: rest.trim() });
    else if (rest !== '' && last !== undefined) last.text += `\n${rest}`;
  });
  return withoutLabels(compilation, items, file);
}

/** Items whose rank is shared with sub-items are their labels. */
function withoutLabels(compilation: Compilation, items: readonly Item[], file: string): readonly Item[] {
  return items.filter((item, index) => {
    const isFirst = items[index - 1]?.rank !== item.rank;
    const isLabel =
      isFirst && items[index + 1]?.rank === item.rank && (item.text === '' || isBesideNumber(items, index));
    if (isLabel && item.text !== '' && !item.text.endsWith(':')) {
      const fix = 'End the words with a colon when they are only a label, or give the step a number of its own.';
      const message = `"${item.text.slice(0, 60)}" stands beside a sub-list, which the learner does not see.`;
      report(compilation, 'E108', { file, line: item.line, column: item.column }, message, fix);
    }
    return !isLabel;
  });
}

/** A label stands in the column of the number's text; `1. - a` starts its sub-list in that very line. */
function isBesideNumber(items: readonly Item[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]];
  return item !== undefined && next !== undefined && item.column < next.column;
}
