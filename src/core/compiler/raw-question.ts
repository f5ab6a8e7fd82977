/** A question as the line scanner finds it: slices of text, nothing parsed yet. */
export interface RawQuestion {
  readonly heading: string;
  readonly line: number;
  readonly prompt: Slice;
  /** Options of a task list, in order; empty for other kinds. */
  readonly options: readonly RawOption[];
  readonly fence: RawFence | null;
  /** What stands below the first `---`, when that comes before any other answer block. */
  readonly below: Slice | null;
  readonly takeAway: Slice | null;
  /** Lines of a second task list, which belongs nowhere. */
  readonly strayOption: number | null;
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

/** An answer fence: ```` ```answer ````, or one that a later kind will own. */
export interface RawFence {
  readonly info: string;
  readonly line: number;
  readonly lines: readonly string[];
}
