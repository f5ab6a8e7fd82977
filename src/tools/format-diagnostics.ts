import type { Diagnostic } from '../core/model/diagnostic.ts';
import { diagnosticCodes } from '../core/model/diagnostic-codes.ts';
import type { PackFile } from '../core/model/pack.ts';

/** The form of a report: for people, for programs, or as GitHub's workflow commands. */
export type ReportFormat = 'text' | 'json' | 'github';

/** The complaints about one pack, with what is needed to show the lines they speak of. */
export interface PackReport {
  readonly folder: string;
  readonly files: readonly PackFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes reports in a form; `json` is one array of diagnostics whose `file` begins with the pack's folder. */
export function formatReports(reports: readonly PackReport[], format: ReportFormat): string {
  if (format === 'json') return JSON.stringify(reports.flatMap(jsonOf), null, 2);
  const formatOne = format === 'text' ? formatText : formatGithub;
  return reports.flatMap((report) => report.diagnostics.map((diagnostic) => formatOne(diagnostic, report))).join('\n');
}

/**
 * ```
 * content/demo/questions/ports.md:12:3  error  E122 answer-count
 *   The prompt says "Choose TWO" but one option is marked right.
 *    12 |   - [x] The task definition fixes a host port
 *       |   ^
 *   Why: …
 *   Fix: mark one more option with [x], or change the prompt.
 * ```
 */
export function formatText(diagnostic: Diagnostic, report: PackReport): string {
  const { code, severity, line, column, message, why, fix } = diagnostic;
  const heading = `${pathOf(diagnostic, report)}:${line}:${column}  ${severity}  ${code} ${nameOf(code)}`;
  return [
    heading.trimEnd(),
    `  ${message}`,
    ...excerptOf(diagnostic, report.files),
    `  Why: ${why}`,
    `  Fix: ${fix}`,
    '',
  ].join('\n');
}

function nameOf(code: string): string {
  return Object.entries(diagnosticCodes).find(([known]) => known === code)?.[1].name ?? '';
}

function formatGithub(diagnostic: Diagnostic, report: PackReport): string {
  const { code, severity, line, column, message, fix } = diagnostic;
  const place = `file=${escapeProperty(pathOf(diagnostic, report))},line=${line},col=${column},title=${code}`;
  return `::${severity} ${place}::${escapeData(`${message}\nFix: ${fix}`)}`;
}

function jsonOf(report: PackReport): readonly Diagnostic[] {
  return report.diagnostics.map((diagnostic) => ({ ...diagnostic, file: pathOf(diagnostic, report) }));
}

function pathOf({ file }: Diagnostic, { folder }: PackReport): string {
  const isFolderItself = file === '' || folder === file || folder.endsWith(`/${file}`);
  return isFolderItself ? folder : `${folder.replace(/\/+$/, '')}/${file}`;
}

const widestExcerpt = 110;

/** The line and a caret below the column; long lines are cut around it. */
function excerptOf({ file, line, column }: Diagnostic, files: readonly PackFile[]): readonly string[] {
  const content = files.find(({ path }) => path === file)?.content;
  const text = typeof content === 'string' ? content.split('\n')[line - 1]?.replace(/\r$/, '') : undefined;
  if (text === undefined || text === '') return [];
  const from = Math.max(0, Math.min(column - 1 - widestExcerpt / 2, text.length - widestExcerpt));
  const shown = visible(text.slice(from, from + widestExcerpt));
  const number = `${line}`.padStart(5);
  const indent = visible(text.slice(from, column - 1)).replace(/[^\t]/g, ' ');
  return [`${number} | ${shown}`, `${' '.repeat(number.length)} | ${indent}^`];
}

/** Control characters as a mark, so that a hostile file cannot write to the terminal. */
function visible(text: string): string {
  return text.replace(/[^\P{C}\t]/gu, '\u{fffd}');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
