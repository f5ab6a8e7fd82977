import { isBlank } from '../../core/compiler/text/line-marks.ts';

interface Entry {
  readonly key: string;
  readonly lines: string[];
}

/**
 * Puts the top-level keys of a YAML mapping into an order, each with the comments above it and all that is indented
 * below it. YAML that is anything else, or has a key that is not in the order, stays as it was written.
 */
export function formatFrontMatter(yaml: string, order: readonly string[]): string {
  const entries: Entry[] = [];
  let above: string[] = [];
  const lines = yaml.replace(/\n+$/, '').split('\n');
  for (const [place, line] of lines.entries()) {
    const key = /^([a-z]+):(?:[ \t]|$)/.exec(line)?.[1];
    const last = entries.at(-1);
    if (key !== undefined) {
      entries.push({ key, lines: [...above, line] });
      above = [];
    } else if (line.startsWith('#')) above.push(line);
    else if (/^[ \t]+[^ \t]/.test(line) && last !== undefined && above.length === 0) last.lines.push(line);
    // Below a blank line an indented one goes on with a value, and the blank line is a part of it. To YAML a line with a tab
    // is none that is blank.
    else if (
      !isBlank(line) ||
      line.includes('\t') ||
      last?.lines.some(isBlockScalar) ||
      /^[ \t]/.test(nextFilled(lines, place))
    )
      return yaml;
  }
  const keys = entries.map(({ key }) => key);
  const isKnown = keys.every((key, place) => order.includes(key) && keys.indexOf(key) === place);
  if (!isKnown) return yaml;
  const sorted = entries.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return [...sorted.flatMap(({ lines }) => lines), ...above].map((line) => `${line}\n`).join('');
}

/** The next line that is not blank, or an empty one. */
function nextFilled(lines: readonly string[], from: number): string {
  return lines.slice(from).find((line) => !isBlank(line)) ?? '';
}

/** Blank lines inside a block of text are part of it. */
function isBlockScalar(line: string): boolean {
  return /[|>][+\-\d]*\s*(?:#.*)?$/.test(line);
}
