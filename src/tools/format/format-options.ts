import { type OptionScan, scanOptions } from '../../core/compiler/scan-options.ts';
import { formatAttributes, optionKeys } from './format-attributes.ts';

/** The options of a task list: one line for each box, two blanks before all that belongs to it. */
export function formatOptions(
  text: string,
  start: number,
): { readonly lines: readonly string[]; readonly end: number } {
  const scan: OptionScan = scanOptions(text, start, 1);
  return { lines: scan.options.flatMap(linesOf), end: scan.end };
}

function linesOf({ right, text, rationale }: OptionScan['options'][number]): readonly string[] {
  const [first = '', ...more] = formatAttributes(text, optionKeys).split('\n');
  const why = rationale.trim() === '' ? [] : rationale.trimEnd().split('\n');
  const box = `- [${right ? 'x' : ' '}] ${first}`;
  return [
    more.length === 0 ? box.trimEnd() : box,
    ...more.map((line) => (line.trim() === '' ? '' : `  ${line}`)),
    ...why.map((line) => (line.trim() === '' ? '  >' : `  > ${line}`)),
  ];
}
