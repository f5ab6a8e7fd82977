import type { Place } from '../../model/diagnostic-codes.ts';
import type { AnswerBlock, SourceBlock, SourceLine } from '../../questions/question-kind.ts';
import type { RawFence } from '../../questions/raw-answer.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { typographicMarkIn } from '../text/typographic-mark.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { readRequirements } from './read-requirements.ts';

/** The lines of an answer fence, each with its place; too many are refused. */
export function readFenceLines(compilation: Compilation, fence: RawFence, file: string): readonly SourceLine[] {
  if (fence.lines.length > limits.answerLines) {
    const message = `The answer block has ${fence.lines.length} lines; ${limits.answerLines} are allowed.`;
    report(compilation, 'E104', { file, line: fence.line, column: 1 }, message);
  }
  const lines = fence.lines.slice(0, limits.answerLines);
  return lines.map((text, index) => ({ text, place: { file, line: fence.line + 1 + index, column: 1 } }));
}

/** The fenced blocks of a command, a configuration or a JSON document. */
export function readBlocksOf(compilation: Compilation, fences: readonly RawFence[], file: string): AnswerBlock {
  return { form: 'blocks', blocks: fences.map((fence) => readBlock(compilation, fence, file)) };
}

function readBlock(compilation: Compilation, fence: RawFence, file: string): SourceBlock {
  const place: Place = { file, line: fence.line, column: 1 };
  const { language, role } = fence;
  const lines = readFenceLines(compilation, fence, file);
  if (role === 'answer') for (const line of lines) warnOfMark(compilation, line);
  const start = { ...place, line: fence.line + 1 };
  const require = role === 'require' ? readRequirements(compilation, fence.lines.join('\n'), start) : [];
  const settings = role === 'lab' ? readSettings(compilation, fence.lines.join('\n'), start) : {};
  return { place, language, role, lines, require, settings };
}

/** A map of texts; what holds more is complained of. */
function readSettings(compilation: Compilation, text: string, start: Place): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const [key, { keyPlace, value }] of readYaml(compilation, text, start)?.entries ?? []) {
    if (value.form === 'text' && key !== '__proto__') settings[key] = value.text;
    else report(compilation, 'E106', keyPlace, `The value of "${key.slice(0, 40)}" must be one word or line.`);
  }
  return settings;
}

function warnOfMark(compilation: Compilation, { text, place }: SourceLine): void {
  const mark = typographicMarkIn(text);
  if (mark === null) return;
  const message = `The answer holds "${mark}", which no computer takes for the plain character.`;
  report(compilation, 'W204', { ...place, column: text.indexOf(mark) + 1 }, message);
}
