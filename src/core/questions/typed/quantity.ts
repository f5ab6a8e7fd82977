import { nearestName } from '../../text/nearest-name.ts';
import { foldText } from './folded-text.ts';

/** A number with its unit, as written. */
export interface Quantity {
  readonly value: number;
  /** As in `knownUnits`, or the noun that is counted, in small letters; empty for a bare number. */
  readonly unit: string;
}

interface Unit {
  readonly measures: 'size' | 'time' | 'share' | 'count';
  readonly factor: number;
}

const units: ReadonlyMap<string, Unit> = new Map([
  ['', { measures: 'count', factor: 1 }],
  ['%', { measures: 'share', factor: 1 }],
  ['B', { measures: 'size', factor: 1 }],
  ['KB', { measures: 'size', factor: 1e3 }],
  ['MB', { measures: 'size', factor: 1e6 }],
  ['GB', { measures: 'size', factor: 1e9 }],
  ['TB', { measures: 'size', factor: 1e12 }],
  ['KiB', { measures: 'size', factor: 2 ** 10 }],
  ['MiB', { measures: 'size', factor: 2 ** 20 }],
  ['GiB', { measures: 'size', factor: 2 ** 30 }],
  ['TiB', { measures: 'size', factor: 2 ** 40 }],
  ['ms', { measures: 'time', factor: 1e-3 }],
  ['s', { measures: 'time', factor: 1 }],
  ['min', { measures: 'time', factor: 60 }],
  ['h', { measures: 'time', factor: 3600 }],
  ['d', { measures: 'time', factor: 86400 }],
] as const);

/** Words for a unit; each may stand in the plural, too. */
const unitWords: Readonly<Record<string, string>> = {
  B: 'byte',
  KB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  KiB: 'kibibyte',
  MiB: 'mebibyte',
  GiB: 'gibibyte',
  TiB: 'tebibyte',
  ms: 'msec millisecond',
  s: 'sec second',
  min: 'min minute',
  h: 'hr hour',
  d: 'day',
};

const spellings: ReadonlyMap<string, string> = new Map([
  ...[...units.keys()].map((unit) => [unit.toLowerCase(), unit] as const),
  ...['percent', 'per cent'].map((word) => [word, '%'] as const),
  ['m', 'min'],
  ...Object.entries(unitWords).flatMap(([unit, words]) =>
    words.split(' ').flatMap((word) => [[word, unit] as const, [`${word}s`, unit] as const]),
  ),
]);
/** Units that an author may write. */
export const knownUnits: readonly string[] = [...units.keys()].filter((unit) => unit !== '');

const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Thousands are set apart by commas or blanks; a comma before one or two digits is that of `0,5`. */
const quantityPattern =
  /^([+-]?(?:\d{1,3}(?:[, ]\d{3})+|\d{1,15})(?:\.\d{1,15})?|[+-]?\d{0,15}[.,]\d{1,2}|[+-]?\.\d{1,15}) ?((?:[a-z%]|(?<=[a-z])[ -](?=[a-z])){0,40})$/;

/**
 * Reads `12 GiB`, `1,024 MiB`, `50%`, `6 tasks` or `0.5`; null for anything else. Case does not matter. `text` may not be
 * longer than `longestTyped`.
 */
export function readQuantity(text: string): Quantity | null {
  const match = quantityPattern.exec(foldText(text));
  if (match === null) return null;
  const words = match[2] ?? '';
  const unit = spellings.get(words) ?? (/^[a-z]{3}/.test(words) ? words : undefined);
  return unit === undefined ? null : { value: amountOf(match[1] ?? ''), unit };
}

function amountOf(digits: string): number {
  return Number(digits.replace(/,(?=\d{1,2}$)/, '.').replace(/[, ]/g, ''));
}

/** As a learner may write it: `six tasks`, too. */
export function readWrittenQuantity(text: string): Quantity | null {
  const [, word = '', rest = ''] = /^([a-z]{3,9})((?: .*)?)$/.exec(foldText(text)) ?? [];
  const value = numberWords.indexOf(word);
  return readQuantity(value < 0 ? text : `${value}${rest}`) ?? readTimes(text);
}

/** `1 min 30 s` and `1h30m`, in seconds. */
function readTimes(text: string): Quantity | null {
  const folded = foldText(text).replace(/(?: and|,) /g, ' ');
  if (!/^(?:\d{1,9} ?[a-z]{1,12} ?){2,4}$/.test(folded)) return null;
  const times = Array.from(folded.matchAll(/\d+ ?[a-z]+/g), ([part]) => readQuantity(part));
  const seconds = times.map((time) =>
    time !== null && units.get(time.unit)?.measures === 'time' ? inBase(time) : Number.NaN,
  );
  const value = seconds.reduce((sum, next) => sum + next, 0);
  return Number.isNaN(value) ? null : { value, unit: 's' };
}

/** Whether a number can be asked for in this unit: a known one, or a noun that is no slip in one. */
export function canBeCounted(unit: string): boolean {
  return units.has(unit) || nearestName(unit, spellings.keys()) === null;
}

/** The amount in the base of its measure (bytes, seconds, per cent); a number of things is its own base. */
export function inBase(quantity: Quantity): number {
  return quantity.value * (units.get(quantity.unit)?.factor ?? 1);
}

/** Whether both measure, or count, the same thing, so that comparing them means something. */
export function sameMeasure(a: Quantity, b: Quantity): boolean {
  const [first, second] = [units.get(a.unit), units.get(b.unit)];
  if (first !== undefined || second !== undefined) return first?.measures === second?.measures;
  return sameNoun(a.unit.toLowerCase(), b.unit.toLowerCase());
}

/** What a unit is for, for a sentence: "a size (in MiB)", "a number of tasks". */
export function measureWords(unit: string): string {
  const measures = units.get(unit)?.measures;
  if (measures === undefined) return `a number of ${unit}`;
  return unit === '' ? 'a number' : `a ${measures} (in ${unit})`;
}

function sameNoun(a: string, b: string): boolean {
  return a === b || pluralsOf(a).includes(b) || pluralsOf(b).includes(a);
}

function pluralsOf(noun: string): readonly string[] {
  return [`${noun}s`, `${noun}es`, ...(noun.endsWith('y') ? [`${noun.slice(0, -1)}ies`] : [])];
}
