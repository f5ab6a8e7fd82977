import type { Place } from '../model/diagnostic-codes.ts';
import { readYaml } from './read-yaml.ts';
import { report, type Session } from './session.ts';
import type { TextFile } from './text-file.ts';
import { emptyMap, type YamlMap } from './yaml-node.ts';

/** A file's front matter and what follows it. */
export interface FileParts {
  /** Empty when there is none; null when it cannot be read (which is reported). */
  readonly head: YamlMap | null;
  readonly hasHead: boolean;
  readonly body: TextFile;
}

/** Splits `---` front matter off a file. */
export function splitFrontMatter(session: Session, file: TextFile): FileParts {
  const { path, text, firstLine } = file;
  const start: Place = { file: path, line: firstLine, column: 1 };
  if (!/^---[ \t]*\n/.test(text)) return { head: emptyMap(start), hasHead: false, body: file };
  const from = text.indexOf('\n') + 1;
  const close = /^---[ \t]*$/m.exec(text.slice(from));
  if (close === null) {
    report(session, 'E101', start, 'The front matter is not closed.', 'End it with a line of three hyphens.');
    return { head: null, hasHead: true, body: { path, text: '', firstLine } };
  }
  const yaml = text.slice(from, from + close.index);
  const bodyStart = from + close.index + close[0].length + 1;
  const bodyLine = firstLine + 2 + countLines(yaml);
  const head = yaml.trim() === '' ? emptyMap(start) : readYaml(session, yaml, { ...start, line: firstLine + 1 });
  return { head, hasHead: true, body: { path, text: text.slice(bodyStart), firstLine: bodyLine } };
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
