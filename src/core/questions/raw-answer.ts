/** The answer of a question as the line scanner finds it: slices of text, nothing parsed yet. */
export type RawAnswer =
  | { readonly form: 'none' }
  /** What stands below the first `---`. */
  | { readonly form: 'break'; readonly below: Slice }
  /** A task list. */
  | { readonly form: 'options'; readonly options: readonly RawOption[] }
  /** Answer fences that stand together. */
  | { readonly form: 'fences'; readonly fences: readonly RawFence[] }
  /** A numbered list. */
  | { readonly form: 'list'; readonly slice: Slice }
  | { readonly form: 'table'; readonly slice: Slice };

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
  /** `sh`, `ini`, `json`, `yaml`, or empty. */
  readonly language: string;
  readonly role: BlockRole;
  readonly line: number;
  readonly lines: readonly string[];
}

export type BlockRole = 'answer' | 'wrong' | 'start' | 'require' | 'lab';
