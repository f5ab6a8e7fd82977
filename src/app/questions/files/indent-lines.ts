import { rangeOfLine } from './line-now.ts';

const step = '  ';

/** Moves the lines of the selection in or out by two spaces and keeps them selected. */
export function indentLines(
  field: HTMLTextAreaElement,
  direction: 'in' | 'out',
  onChange: (value: string) => void,
): void {
  const { value, selectionStart, selectionEnd } = field;
  const start = selectionStart === 0 ? 0 : value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = rangeOfLine(value.slice(selectionEnd), 1)[1] + selectionEnd;
  const lines = value.slice(start, end).split('\n');
  const moved = lines.map((line) => (direction === 'in' ? step + line : line.replace(/^ {1,2}|^\t/, '')));
  const first = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const replacement = moved.join('\n');
  if (replacement === lines.join('\n')) return;
  replace(field, [start, end], replacement, onChange);
  const from = Math.max(start, selectionStart + first);
  field.setSelectionRange(from, Math.max(from, selectionEnd + replacement.length - (end - start)));
}

/** Through the browser's own editing where it can, so that Ctrl+Z takes it back. */
function replace(
  field: HTMLTextAreaElement,
  [start, end]: readonly [number, number],
  text: string,
  onChange: (value: string) => void,
): void {
  field.setSelectionRange(start, end);
  if (document.execCommand?.('insertText', false, text)) return;
  field.setRangeText(text, start, end);
  onChange(field.value);
}
