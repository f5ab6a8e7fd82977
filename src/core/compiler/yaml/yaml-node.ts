import type { Place } from '../../model/diagnostic-codes.ts';

/** YAML as packs use it: texts, lists and maps, each with its place. Numbers and dates stay the text they are. */
export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly form: 'text';
  readonly place: Place;
  readonly text: string;
}

export interface YamlList {
  readonly form: 'list';
  readonly place: Place;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly form: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly keyPlace: Place;
  readonly value: YamlNode;
}

export function emptyMap(place: Place): YamlMap {
  return { form: 'map', place, entries: new Map() };
}
