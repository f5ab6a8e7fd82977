import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import { meantName, suggestName } from '../suggest-name.ts';
import type { YamlMap, YamlNode } from './yaml-node.ts';

/**
 * Complains about each key that is not known, with the nearest one that is.
 *
 * @returns the known keys that were probably meant: that they are missing is no second mistake.
 */
export function refuseUnknownKeys(
  compilation: Compilation,
  map: YamlMap,
  known: readonly string[],
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const [key, { keyPlace }] of map.entries) {
    if (known.includes(key)) continue;
    const nearest = meantName(key, known);
    if (nearest !== null) meant.add(nearest);
    const message = `There is no key "${key.slice(0, 60)}" here.`;
    compilation.diagnostics.push(complain('E102', keyPlace, message, suggestName(key, known)));
  }
  return meant;
}

/** Reads something; when that is complained of, its name joins those that are in trouble. */
export function readWithTrouble<T>(compilation: Compilation, trouble: Set<string>, name: string, read: () => T): T {
  const before = compilation.diagnostics.length;
  const value = read();
  if (compilation.diagnostics.length > before) trouble.add(name);
  return value;
}

/** The text of a key, or null when it is missing, empty or no text (which is reported). */
export function textAt(compilation: Compilation, map: YamlMap, key: string): string | null {
  const value = map.entries.get(key)?.value;
  if (value === undefined) return null;
  if (value.form === 'text') return value.text === '' ? null : value.text;
  report(compilation, 'E106', value.place, `"${key}" must be one text.`);
  return null;
}

/** `true` or `false`; the other of them than usual, with a complaint, for anything else. */
export function switchAt(compilation: Compilation, map: YamlMap, key: string, usual: boolean): boolean {
  const text = textAt(compilation, map, key);
  if (text === null) return usual;
  if (text === 'true' || text === 'false') return text === 'true';
  report(compilation, 'E106', placeAt(map, key), `"${key}" must be true or false.`, `Write ${key}: ${!usual}.`);
  return !usual;
}

/** A number within the bounds; the fallback, with a complaint, for anything else. */
export function numberAt(
  compilation: Compilation,
  map: YamlMap,
  key: string,
  bounds: { readonly least: number; readonly most: number; readonly fallback: number },
): number {
  const text = textAt(compilation, map, key);
  if (text === null) return bounds.fallback;
  const value = /^-?\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.least && value <= bounds.most) return value;
  report(compilation, 'E106', placeAt(map, key), `"${key}" must be a number from ${bounds.least} to ${bounds.most}.`);
  return bounds.fallback;
}

/** The texts of a list; one text counts as a list of one. */
export function textsAt(compilation: Compilation, map: YamlMap, key: string): readonly string[] {
  const value = map.entries.get(key)?.value;
  if (value === undefined) return [];
  const items: readonly YamlNode[] = value.form === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.form === 'text') return item.text === '' ? [] : [item.text];
    report(compilation, 'E106', item.place, `"${key}" must be a list of texts.`);
    return [];
  });
}

/** The map of a key, or null when it is missing or no map (which is reported). */
export function mapAt(compilation: Compilation, map: YamlMap, key: string): YamlMap | null {
  const value = map.entries.get(key)?.value;
  if (value === undefined || value.form === 'map') return value ?? null;
  report(compilation, 'E106', value.place, `"${key}" must hold keys and values.`);
  return null;
}

/** Where a key's value stands, or its map when there is none. */
export function placeAt(map: YamlMap, key: string): Place {
  return map.entries.get(key)?.value.place ?? map.place;
}
