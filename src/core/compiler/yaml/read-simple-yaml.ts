import type { Place } from '../../model/diagnostic-codes.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml-node.ts';

const longestSimple = 2_000;
const linePattern = /^([a-z]+): ([A-Za-z0-9][\w ./:?=&+#,%~-]*|\[[\w ,.-]*\])$/;

/**
 * Front matter that is one `key: word` or `key: [word, word]` a line, which is most of it. Null for anything that
 * might mean more; the YAML parser reads that. (The parser takes a good half of the time of a small file.)
 */
export function readSimpleYaml(text: string, start: Place): YamlMap | null {
  if (text.length > longestSimple) return null;
  const entries = new Map<string, YamlEntry>();
  let line = start.line;
  for (const row of text.split('\n')) {
    const match = linePattern.exec(row);
    if (row !== '' || match !== null) {
      const key = match?.[1] ?? '';
      const value =
        match === null || entries.has(key) ? null : readValue(match[2] ?? '', start.file, line, key.length + 3);
      if (value === null) return null;
      entries.set(key, { keyPlace: { file: start.file, line, column: 1 }, value });
    }
    line++;
  }
  return entries.size === 0 ? null : { form: 'map', place: start, entries };
}

function readValue(value: string, file: string, line: number, column: number): YamlNode | null {
  const place = { file, line, column };
  if (!value.startsWith('[')) {
    return /: | #|:$|[ ]$/.test(value) ? null : { form: 'text', place, text: value };
  }
  const words = value
    .slice(1, -1)
    .split(',')
    .map((word) => word.trim());
  if (words.some((word) => !/^[A-Za-z0-9][\w.-]*$/.test(word))) return null;
  return { form: 'list', place, items: words.map((text) => ({ form: 'text', place, text })) };
}
