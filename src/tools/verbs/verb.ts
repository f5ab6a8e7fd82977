/** Where a verb writes: `print` for what was asked for, `complain` for what is said beside it. */
export interface Terminal {
  print(text: string): void;
  complain(text: string): void;
}

/** What a verb ends with: an exit code, or what was wrong with the call. */
export type VerbResult = 0 | 1 | { readonly misuse: string };

export type Verb = (args: readonly string[], terminal: Terminal) => Promise<VerbResult>;
