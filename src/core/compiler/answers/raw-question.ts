/** A question as the line scanner finds it: slices of text, nothing parsed yet. */
export interface RawQuestion {
  readonly heading: string;
  readonly line: number;
  readonly prompt: Slice;
  /** Options of a task list, in order; empty for other kinds. */
  readonly options: readonly RawOption[];
  /** Answer fences that stand together; empty for other kinds. */
  readonly fences: readonly RawFence[];
  /** The numbered list of an `order`; null for other kinds. */
  readonly list: Slice | null;
  /** The table of a `match`; null for other kinds. */
  readonly table: Slice | null;
  /** What stands below the first `---`, when that comes before any other answer block. */
  readonly below: Slice | null;
  readonly takeAway: Slice | null;
  /** Line of a second answer block, which belongs nowhere: a task list, or a fence behind other text. */
  readonly strayAnswer: number | null;
  /** Lines among the options that belong to none of them. */
  readonly strayLines: readonly number[];
}

export interface Slice {
  readonly text: string;
  readonly line: number;
}

export interface RawOption {
  readonly line: number;
  readonly right: boolean;
  readonly text: string;
  /** Without the `>` in front of its lines. */
  readonly rationale: string;
  readonly rationaleLine: number;
}

/** An answer fence: ```` ```answer ````, ```` ```json start ````. */
export interface RawFence {
  readonly info: string;
  readonly line: number;
  readonly lines: readonly string[];
}
