/**
 * What a typed line means to bash, as far as graders look:
 *
 *     script ─ steps (joined by && || ;) ─ stages (joined by |) ─ command ─ words ─ pieces
 */
export interface ShellScript {
  readonly steps: readonly ShellStep[];
}

export interface ShellStep {
  /** How the step hangs on the one before it; a newline counts as `;`. */
  readonly joiner: ';' | '&&' | '||';
  readonly stages: readonly ShellStage[];
  readonly background: boolean;
  /** Begins with `!`. */
  readonly negated: boolean;
}

export type ShellStage = ShellCommand | ShellGroup | OtherConstruct;

export interface ShellCommand {
  readonly type: 'command';
  /** `NAME=value` before the command, after what earlier steps exported. */
  readonly environment: ReadonlyMap<string, ShellWord>;
  /** What the command itself assigns: before its name, alone on a line, or after `export` and its like. */
  readonly assigned: readonly ShellAssignment[];
  readonly words: readonly ShellWord[];
  readonly redirects: readonly ShellRedirect[];
  /** Run by a shell that sudo started, so that its redirections are those of root as well. */
  readonly asRoot: boolean;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord;
  /** `A+=b`. */
  readonly appends: boolean;
}

/** `( … )` or `{ …; }` that is not read as its steps: in a pipe, behind `||`, or in the background. */
export interface ShellGroup {
  readonly type: 'group';
  readonly style: 'subshell' | 'braces';
  readonly body: ShellScript;
  readonly redirects: readonly ShellRedirect[];
}

/** Loops, conditions, functions: no question asks for them. */
export interface OtherConstruct {
  readonly type: 'other';
  readonly name: string;
}

export interface ShellWord {
  /** As typed, quotes included. */
  readonly text: string;
  /** Without quotes and with known variables filled in; other expansions stand as typed. */
  readonly value: string;
  readonly pieces: readonly WordPiece[];
}

export type WordPiece =
  | {
      readonly type: 'text';
      readonly value: string;
      readonly quoted: boolean;
      /** Of a variable without quotes: the shell cuts it at its spaces. */
      readonly splits?: boolean;
    }
  | {
      readonly type: 'substitution';
      readonly kind: '$(' | '<(' | '>(';
      readonly text: string;
      readonly quoted: boolean;
      readonly body: ShellScript;
    }
  | { readonly type: 'variable'; readonly text: string; readonly quoted: boolean }
  /** `{a,b}` outside quotes, which bash turns into several words. */
  | { readonly type: 'braces'; readonly text: string };

export interface ShellRedirect {
  /** `<`, `>`, `>>`, `<<<`, `<<` and so on. */
  readonly operator: string;
  /** The number before the operator; null when none is written. */
  readonly descriptor: number | null;
  readonly target: ShellWord | null;
  /** The lines of a here-document, null for every other redirection. */
  readonly body: ShellWord | null;
}

/** What bash would stumble over, or what is too much to read. */
export interface ShellFault {
  /** In the learner's words. */
  readonly message: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

export interface ShellReading {
  /** Null when the text is too long or too tangled to be read. */
  readonly script: ShellScript | null;
  readonly faults: readonly ShellFault[];
}

/** The substitution that makes up the whole word, or null. */
export function onlySubstitution(word: ShellWord): Extract<WordPiece, { type: 'substitution' }> | null {
  const said = word.pieces.filter((piece) => piece.type !== 'text' || piece.value.trim() !== '');
  const [piece] = said;
  return said.length === 1 && piece?.type === 'substitution' ? piece : null;
}
