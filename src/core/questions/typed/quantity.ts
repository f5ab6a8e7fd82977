/** A number with its unit, as written, and in the unit's base (bytes, seconds, per cent or a bare count). */
export interface Quantity {
  readonly value: number;
  /** As in `knownUnits`; empty for a bare number. */
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

const spellings: ReadonlyMap<string, string> = new Map([
  ...[...units.keys()].map((unit) => [unit.toLowerCase(), unit] as const),
  ...['byte', 'bytes'].map((word) => [word, 'B'] as const),
  ...['sec', 'secs', 'second', 'seconds'].map((word) => [word, 's'] as const),
  ...['mins', 'minute', 'minutes'].map((word) => [word, 'min'] as const),
  ...['hr', 'hrs', 'hour', 'hours'].map((word) => [word, 'h'] as const),
  ...['day', 'days'].map((word) => [word, 'd'] as const),
  ...['percent', 'per cent'].map((word) => [word, '%'] as const),
]);

/** Units that an author may write. */
export const knownUnits: readonly string[] = [...units.keys()].filter((unit) => unit !== '');

const quantityPattern =
  /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?|[+-]?\.\d{1,15}) ?([a-z%]{0,8}(?: cent)?)$/;

/** Reads `12 GiB`, `1,024 MiB`, `50%` or `0.5`; null for anything else. Case of the unit does not matter. */
export function readQuantity(text: string): Quantity | null {
  const match = quantityPattern.exec(text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase());
  const unit = spellings.get(match?.[2] ?? '');
  if (match === null || unit === undefined) return null;
  return { value: Number((match[1] ?? '').replaceAll(',', '')), unit };
}

/** The amount in the base of its measure. */
export function inBase(quantity: Quantity): number {
  return quantity.value * (units.get(quantity.unit)?.factor ?? Number.NaN);
}

/** Whether both measure the same thing, so that comparing them means something. */
export function sameMeasure(a: Quantity, b: Quantity): boolean {
  return units.get(a.unit)?.measures === units.get(b.unit)?.measures;
}
