import type { Place } from '../../model/diagnostic-codes.ts';
import type { Source } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { isDate } from '../text/calendar.ts';
import { placeAt, refuseUnknownKeys, textAt } from '../yaml/read-keys.ts';
import type { YamlMap, YamlNode } from '../yaml/yaml-node.ts';

/** Sources of a note or question: an address, `{ url, title, verified }`, or a list of these. */
export function sourcesAt(compilation: Compilation, map: YamlMap, key: string): readonly Source[] {
  const value = map.entries.get(key)?.value;
  if (value === undefined) return [];
  const items: readonly YamlNode[] = value.form === 'list' ? value.items : [value];
  return items.map((item) => readSource(compilation, item)).filter((source) => source !== null);
}

function readSource(compilation: Compilation, node: YamlNode): Source | null {
  if (node.form === 'text') return sourceOf(compilation, node.text, node.place);
  if (node.form === 'list') {
    report(compilation, 'E106', node.place, 'A source is an address or { url, title, verified }.');
    return null;
  }
  const meant = refuseUnknownKeys(compilation, node, ['url', 'title', 'verified']);
  const url = textAt(compilation, node, 'url');
  if (url === null) {
    if (!meant.has('url')) report(compilation, 'E105', node.place, 'This source has no url.', 'Add url: https://…');
    return null;
  }
  const source = sourceOf(compilation, url, placeAt(node, 'url'));
  const title = textAt(compilation, node, 'title');
  return source && { ...source, title, verified: dateAt(compilation, node, 'verified') };
}

/** A source with nothing but an address, which must be on the web. */
export function sourceOf(compilation: Compilation, url: string, place: Place): Source | null {
  if (/^https?:\/\/[^\s/]/i.test(url)) return { url, title: null, verified: null };
  report(compilation, 'E140', place, `A source must be a web address, not "${url.slice(0, 80)}".`, 'Write https://…');
  return null;
}

/** A day as `YYYY-MM-DD`; null when it is missing or no day (which is reported). */
export function dateAt(compilation: Compilation, map: YamlMap, key: string): string | null {
  const text = textAt(compilation, map, key);
  return text === null ? null : readDate(compilation, text, placeAt(map, key));
}

/** W218: a day that has not come. */
export function warnOfFuture(compilation: Compilation, day: string, place: Place, said: string): void {
  if (compilation.today === null || day <= compilation.today) return;
  report(compilation, 'W218', place, `${said}, which is still to come.`);
}

export function readDate(compilation: Compilation, text: string, place: Place): string | null {
  if (isDate(text)) return text;
  report(
    compilation,
    'E106',
    place,
    `"${text.slice(0, 40)}" is no day of the calendar.`,
    'Write the day as YYYY-MM-DD.',
  );
  return null;
}
