import type { LogId } from '../id.ts';

/**
 * What the record folds to, written down so that the next start need not read it whole: a cache that is rebuilt at
 * will and never believed unseen. Plain data that structured cloning copies as it is. Only the fold
 * (`core/scheduler/fold`) says whether one may be used, and what is in it.
 */
export interface Snapshot {
  /** Which version of the fold wrote it; another one's is of no use. */
  readonly format: number;
  /** The entries that it stands for, log by log; those of `tail` are among them. */
  readonly position: SnapshotPosition;
  /** How many entries it stands for. */
  readonly count: number;
  /** A value for each card, or for each showing, under the name of what it is. */
  readonly columns: Readonly<Record<string, Column>>;
  /** What fits no column, as text. */
  readonly texts: Readonly<Record<string, string>>;
  /** The latest entries as they are: the JSON of an array. */
  readonly tail: string;
  /** `sumOf` all the rest. */
  readonly sum: number;
}

export type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Three lists of one length: the logs, how many entries of each there are, and the highest `n` among them. */
export interface SnapshotPosition {
  readonly logs: readonly LogId[];
  readonly counts: readonly number[];
  readonly highest: readonly number[];
}

/** The highest number of each log. */
export function highestOf({ logs, highest }: SnapshotPosition): ReadonlyMap<LogId, number> {
  return new Map(logs.map((log, index) => [log, highest[index] ?? 0]));
}

/** A sum over all of a snapshot but its sum, so that damage shows: any change of one value changes it. */
export function sumOf({ format, position, count, columns, texts, tail }: Omit<Snapshot, 'sum'>): number {
  let sum = addText(0, JSON.stringify([format, position, count]));
  for (const name of Object.keys(columns).sort()) {
    const column = columns[name];
    if (column !== undefined) sum = addColumn(addText(sum, name), column);
  }
  for (const name of Object.keys(texts).sort()) sum = addText(addText(sum, name), texts[name] ?? '');
  return addText(sum, tail) >>> 0;
}

/** What was found to be as it was written. A snapshot is never changed. */
const intact = new WeakSet<Snapshot>();

/** Whether a snapshot is as it was written. Its sum is a walk over megabytes: it is computed once. */
export function isIntact(snapshot: Snapshot): boolean {
  if (intact.has(snapshot)) return true;
  const isSo = sumOf(snapshot) === snapshot.sum;
  if (isSo) intact.add(snapshot);
  return isSo;
}

function addColumn(sum: number, column: Column): number {
  const { buffer, byteOffset, byteLength } = byteOffsetFits(column) ? column : column.slice();
  const words = new Uint32Array(buffer, byteOffset, byteLength >>> 2);
  let next = mix(sum, byteLength);
  for (let index = 0; index < words.length; index += 1) next = mix(next, words[index] as number);
  for (const byte of new Uint8Array(buffer, byteOffset + 4 * words.length, byteLength & 3)) next = mix(next, byte);
  return next;
}

function byteOffsetFits({ byteOffset }: Column): boolean {
  return byteOffset % 4 === 0;
}

function addText(sum: number, text: string): number {
  let next = mix(sum, text.length);
  for (let index = 0; index < text.length; index += 1) next = mix(next, text.charCodeAt(index));
  return next;
}

/** For one sum each word leads to another one, and for one word each sum does. */
function mix(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x9e3779b1);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0x38495ab5) | 0;
}
