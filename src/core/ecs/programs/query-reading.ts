/** The names of members from the whole answer down to what is taken; empty for the whole answer. */
type Path = readonly string[];

/** What a query takes out of an answer. */
export interface QueryReading {
  /** What it takes, each with all that is below it. */
  readonly paths: readonly Path[];
  /** Takes one element by its number. */
  readonly picks: boolean;
  /** Filters, slices, compares or computes, so that its result may lack some of what is there. */
  readonly narrows: boolean;
}

/** Queries that take more or go deeper than this are no answer to any question. */
const mostPaths = 60;
const deepestPath = 40;

/** What is taken out of what was taken before. */
export function within(outer: readonly Path[], inner: readonly Path[]): readonly Path[] {
  const after = inner.slice(0, mostPaths);
  const before = outer.slice(0, Math.ceil(mostPaths / Math.max(after.length, 1)));
  return before.flatMap((path) => after.map((rest) => deeper(path, rest))).slice(0, mostPaths);
}

/** What is taken by either of two. */
export function either(some: readonly Path[], others: readonly Path[]): readonly Path[] {
  return some.length >= mostPaths ? some : [...some, ...others].slice(0, mostPaths);
}

function deeper(before: Path, after: Path): Path {
  return before.length >= deepestPath ? before : [...before, ...after];
}

/** Whether a query leaves all that another one does: its members at least, and no fewer elements. */
export function leavesAllOf(query: QueryReading, asked: QueryReading): boolean {
  if (query.narrows !== asked.narrows || (query.picks && !asked.picks)) return false;
  return asked.paths.every((path) => query.paths.some((taken) => taken.every((name, at) => path[at] === name)));
}

export const wholeAnswer: QueryReading = { paths: [[]], picks: false, narrows: false };

/** Whether a query takes one member and nothing else; the path is written with dots. */
export function isPath({ paths }: QueryReading, path: string): boolean {
  return paths.length === 1 && paths[0]?.join('.') === path;
}
