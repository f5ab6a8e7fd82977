import { type OptionScan, scanOptions } from '../../core/compiler/answers/scan-options.ts';
import { optionKeys, spellAttributes } from '../../core/compiler/grammar.ts';
import { isBlank, trimBlanks } from '../../core/compiler/text/line-marks.ts';

/** The options of a task list: one line for each box, two blanks before all that belongs to it. */
export function formatOptions(
  text: string,
  start: number,
): { readonly lines: readonly string[]; readonly end: number } {
  const scan: OptionScan = scanOptions(text, start, 1);
  // What stands among options and belongs to none is an error that only its author can mend.
  const isClear = scan.strayLines.length === 0;
  const lines = isClear ? scan.options.flatMap(linesOf) : trimBlanks(text.slice(start, scan.end)).split('\n');
  return { lines, end: scan.end };
}

function linesOf({ right, text, rationale }: OptionScan['options'][number]): readonly string[] {
  const [first = '', ...more] = spellAttributes(text, optionKeys).split('\n');
  const why = rationale.trim() === '' ? [] : rationale.trimEnd().split('\n');
  const box = `- [${right ? 'x' : ' '}] ${first}`;
  return [
    more.length === 0 ? box.trimEnd() : box,
    ...more.map((line) => (isBlank(line) ? '' : `  ${line}`)),
    ...why.map((line) => (isBlank(line) ? '  >' : `  > ${line}`)),
  ];
}
