import type { Place } from '../../model/diagnostic-codes.ts';
import type { Source } from '../../model/pack.ts';
import { report, type Session } from '../compilation.ts';
import { isDate } from '../text/calendar.ts';
import { placeAt, refuseUnknownKeys, textAt } from '../yaml/read-keys.ts';
import type { YamlMap, YamlNode } from '../yaml/yaml-node.ts';

/** Sources of a note or question: an address, `{ url, title, verified }`, or a list of these. */
export function sourcesAt(session: Session, map: YamlMap, key: string): readonly Source[] {
  const value = map.entries.get(key)?.value;
  if (value === undefined) return [];
  const items: readonly YamlNode[] = value.form === 'list' ? value.items : [value];
  return items.map((item) => readSource(session, item)).filter((source) => source !== null);
}

function readSource(session: Session, node: YamlNode): Source | null {
  if (node.form === 'text') return sourceOf(session, node.text, node.place);
  if (node.form === 'list') {
    report(session, 'E106', node.place, 'A source is an address or { url, title, verified }.');
    return null;
  }
  const meant = refuseUnknownKeys(session, node, ['url', 'title', 'verified']);
  const url = textAt(session, node, 'url');
  if (url === null) {
    if (!meant.has('url')) report(session, 'E105', node.place, 'This source has no url.', 'Add url: https://…');
    return null;
  }
  const source = sourceOf(session, url, placeAt(node, 'url'));
  const title = textAt(session, node, 'title');
  return source && { ...source, title, verified: dateAt(session, node, 'verified') };
}

/** A source with nothing but an address, which must be on the web. */
export function sourceOf(session: Session, url: string, place: Place): Source | null {
  if (/^https?:\/\/[^\s/]/i.test(url)) return { url, title: null, verified: null };
  report(session, 'E140', place, `A source must be a web address, not "${url.slice(0, 80)}".`, 'Write https://…');
  return null;
}

/** A day as `YYYY-MM-DD`; null when it is missing or no day (which is reported). */
export function dateAt(session: Session, map: YamlMap, key: string): string | null {
  const text = textAt(session, map, key);
  return text === null ? null : readDate(session, text, placeAt(map, key));
}

/** W218: a day that has not come. */
export function warnOfFuture(session: Session, day: string, place: Place, said: string): void {
  if (session.today === null || day <= session.today) return;
  report(session, 'W218', place, `${said}, which is still to come.`);
}

export function readDate(session: Session, text: string, place: Place): string | null {
  if (isDate(text)) return text;
  report(session, 'E106', place, `"${text.slice(0, 40)}" is no day of the calendar.`, 'Write the day as YYYY-MM-DD.');
  return null;
}
