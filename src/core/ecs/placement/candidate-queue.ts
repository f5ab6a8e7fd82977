import { countOf, type FleetInstance, isCandidate, reserve, spreadValue } from './fleet.ts';
import { createHeap, type Heap } from './heap.ts';
import { narrowingOf } from './strategies.ts';
import type { SpreadField, TaskRequest } from './task-request.ts';

/** How many tasks of the group run on the instances with one value of a field. */
interface Counter {
  count: number;
  readonly cells: Cell[];
}

/** Candidates that are equal in everything of their own. */
interface Bucket {
  readonly key: readonly number[];
  readonly members: number[];
}

/**
 * Instances that share their counters. Narrowing in order is looking for the least of a row of numbers, one a strategy:
 * those that instances share stand here, so that a task changes few cells and one bucket, and never all instances.
 *
 *     strategies     spread zone    spread instanceId   binpack memory
 *     numbers of     the cell       the bucket          the bucket
 */
interface Cell {
  readonly counters: readonly Counter[];
  readonly buckets: Heap<Bucket>;
  readonly byKey: Map<string, Bucket>;
}

export interface CandidateQueue {
  /** Draws one of the instances that remain after all strategies, by its place in the fleet; null without any. */
  choose(draw: (below: number) => number): { readonly instance: number; readonly ties: number } | null;
  /** Places a task on an instance. */
  place(instance: number): void;
}

/** All candidates for the tasks of a request, in an order that is kept as tasks are placed on them. */
export function createCandidateQueue(fleet: readonly FleetInstance[], request: TaskRequest): CandidateQueue {
  const keys = keysOf(fleet, request);
  const counts = fleet.map((instance) => countOf(instance, request.group));
  const cellsOfFleet = createCells(fleet, counts, keys.shared);
  const cells = createHeap<Cell>(compareCells(keys.columns));
  const homes = new Map<number, { readonly bucket: Bucket; place: number }>();

  const enter = (at: number) => {
    const instance = fleet[at];
    const cell = cellsOfFleet[at];
    if (instance === undefined || cell === undefined || !isCandidate(instance, request)) return;
    const key = keys.own.map((field) => (field === null ? (counts[at] ?? 0) : instance.remaining[field]));
    const bucket = cell.byKey.get(key.join()) ?? { key, members: [] };
    if (bucket.members.length === 0) {
      cell.byKey.set(key.join(), bucket);
      cell.buckets.add(bucket);
    }
    homes.set(at, { bucket, place: bucket.members.push(at) - 1 });
  };
  const leave = (at: number, cell: Cell) => {
    const home = homes.get(at);
    if (home === undefined) return;
    homes.delete(at);
    const { bucket, place } = home;
    const last = bucket.members.pop() ?? at;
    if (last !== at) {
      bucket.members[place] = last;
      homes.set(last, { bucket, place });
    }
    if (bucket.members.length > 0) return;
    cell.buckets.remove(bucket);
    cell.byKey.delete(bucket.key.join());
  };
  const addCell = (cell: Cell) => {
    if (cell.byKey.size > 0) cells.add(cell);
  };

  for (let at = 0; at < fleet.length; at += 1) enter(at);
  for (const cell of new Set(cellsOfFleet)) addCell(cell);
  return {
    choose: (draw) => chooseFrom(cells.first(), draw),
    place(at) {
      const [instance, cell] = [fleet[at], cellsOfFleet[at]];
      if (instance === undefined || cell === undefined) throw new Error(`Inconsistent: no instance ${at}`);
      const touched = new Set([cell, ...cell.counters.flatMap((counter) => counter.cells)]);
      // Out first and in again afterwards, since a heap holds only what does not change.
      for (const each of touched) cells.remove(each);
      leave(at, cell);
      reserve(instance, request);
      counts[at] = (counts[at] ?? 0) + 1;
      for (const counter of cell.counters) counter.count += 1;
      enter(at);
      for (const each of touched) addCell(each);
    },
  };
}

/** Where the number of each strategy stands: `own` names a resource, or null for the tasks of the group. */
interface Keys {
  readonly columns: readonly { readonly isShared: boolean; readonly at: number }[];
  readonly shared: readonly SpreadField[];
  readonly own: readonly ('cpu' | 'memory' | null)[];
}

/** A field that has another value on each instance counts as the instance's own, as `instanceId` does. */
function keysOf(fleet: readonly FleetInstance[], request: TaskRequest): Keys {
  const columns: Keys['columns'][number][] = [];
  const shared: SpreadField[] = [];
  const own: ('cpu' | 'memory' | null)[] = [];
  for (const strategy of narrowingOf(request)) {
    if (strategy.type === 'spread' && isSharedBySome(fleet, strategy.field)) {
      columns.push({ isShared: true, at: shared.push(strategy.field) - 1 });
    } else {
      columns.push({ isShared: false, at: own.push(strategy.type === 'binpack' ? strategy.field : null) - 1 });
    }
  }
  return { columns, shared, own };
}

function isSharedBySome(fleet: readonly FleetInstance[], field: SpreadField): boolean {
  return new Set(fleet.map((instance) => spreadValue(instance, field))).size < fleet.length;
}

/** The cell of each instance. */
function createCells(
  fleet: readonly FleetInstance[],
  counts: readonly number[],
  shared: readonly SpreadField[],
): readonly Cell[] {
  const counters = shared.map(() => new Map<string | null, Counter>());
  const cells = new Map<string, Cell>();
  return fleet.map((instance, at) => {
    const values = shared.map((field) => spreadValue(instance, field));
    const own = values.map((value, n) => {
      const counter = counters[n]?.get(value) ?? { count: 0, cells: [] };
      counters[n]?.set(value, counter);
      counter.count += counts[at] ?? 0;
      return counter;
    });
    const name = JSON.stringify(values);
    const cell = cells.get(name) ?? { counters: own, buckets: createHeap<Bucket>(compareBuckets), byKey: new Map() };
    if (!cells.has(name)) for (const counter of own) counter.cells.push(cell);
    cells.set(name, cell);
    return cell;
  });
}

function compareBuckets(a: Bucket, b: Bucket): number {
  for (const [at, value] of a.key.entries()) {
    const difference = value - (b.key[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By the numbers of the cell and of its first bucket, in the order of the strategies. */
function compareCells(columns: Keys['columns']): (a: Cell, b: Cell) => number {
  return (a, b) => {
    for (const column of columns) {
      const difference = numberIn(a, column) - numberIn(b, column);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function numberIn({ counters, buckets }: Cell, { isShared, at }: Keys['columns'][number]): number {
  return (isShared ? counters[at]?.count : buckets.top()?.key[at]) ?? 0;
}

function chooseFrom(
  cells: readonly Cell[],
  draw: (below: number) => number,
): { readonly instance: number; readonly ties: number } | null {
  const buckets = cells.flatMap((cell) => cell.buckets.top() ?? []);
  const ties = buckets.reduce((sum, { members }) => sum + members.length, 0);
  if (ties === 0) return null;
  let drawn = draw(ties);
  for (const { members } of buckets) {
    const instance = members[drawn];
    if (instance !== undefined) return { instance, ties };
    drawn -= members.length;
  }
  throw new Error('Inconsistent: none of the candidates was drawn');
}
