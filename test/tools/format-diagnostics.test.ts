import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { formatReports, formatText } from '../../src/tools/format-diagnostics.ts';

describe('formatText', () => {
  it('writes place, code, message, excerpt, reason and remedy', () => {
    expect(formatText(complaint(2, 3), report('first\n- [x] second\n'))).toBe(
      [
        'content/p/questions/a.md:2:3  error  E122 answer-count',
        '  The prompt says "Choose TWO" but one option is marked right.',
        '    2 | - [x] second',
        '      |   ^',
        '  Why: a reason',
        '  Fix: a remedy',
        '',
      ].join('\n'),
    );
  });

  it('keeps the caret under its column behind a tab', () => {
    const lines = formatText(complaint(1, 3), report('\tab\n')).split('\n');
    expect(lines.slice(2, 4)).toEqual(['    1 | \tab', '      | \t ^']);
  });

  it('cuts a long line around its column', () => {
    const [, , shown = '', caret = ''] = formatText(
      complaint(1, 5001),
      report(`${'a'.repeat(5000)}X${'b'.repeat(5000)}`),
    ).split('\n');
    expect([shown.length < 130, shown[caret.indexOf('^')]]).toEqual([true, 'X']);
  });

  it('leaves the excerpt out where there is no such line', () => {
    expect(formatText(complaint(9, 1), report('one line'))).not.toContain(' | ');
  });

  it('never passes a control character on to the terminal', () => {
    const text = formatText(complaint(1, 1), report('\u{1b}[2Jgone\u{202e}back'));
    expect(['\u{1b}', '\u{202e}'].filter((character) => text.includes(character))).toEqual([]);
  });
});

describe('formatReports for GitHub', () => {
  it('escapes what would end a command or start another', () => {
    const diagnostic = { ...complaint(1, 1), file: 'a:b,c.md', message: '100%\n::error::fake' };
    const text = formatReports([{ folder: 'p', files: [], diagnostics: [diagnostic] }], 'github');
    expect(text).toBe('::error file=p/a%3Ab%2Cc.md,line=1,col=1,title=E122::100%25%0A::error::fake%0AFix: a remedy');
  });
});

function complaint(line: number, column: number): Diagnostic {
  const message = 'The prompt says "Choose TWO" but one option is marked right.';
  const place = { file: 'questions/a.md', line, column };
  return { code: 'E122', severity: 'error', ...place, message, why: 'a reason', fix: 'a remedy' };
}

function report(content: string) {
  return { folder: 'content/p', files: [{ path: 'questions/a.md', content }], diagnostics: [] };
}
