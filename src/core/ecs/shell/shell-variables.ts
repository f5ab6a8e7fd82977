import type { ShellScript, WordPiece } from './shell-tree.ts';

/** What is known of the shell and of the programs that a text runs. */
export interface ShellFacts {
  /** Variables that are set and exported before the text begins. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the commands of a substitution print, without line ends at its end; null where nobody can tell. */
  readonly printed: (body: ShellScript) => string | null;
}

export const nothingKnown: ShellFacts = { variables: new Map(), printed: () => null };

interface Variable {
  readonly pieces: readonly WordPiece[];
  readonly exported: boolean;
}

/** What is counted over the whole of a reading. */
interface Progress {
  /** UTF-16 units that variables and substitutions have been filled in with. */
  expanded: number;
  readonly faults: { readonly message: string; readonly at: number }[];
}

/** What is known while a script is read: its text, and what its earlier steps assigned. */
export interface Known {
  readonly source: string;
  readonly variables: Map<string, Variable>;
  /** `set -a` exports all that is assigned after it. */
  readonly exportsAll: { on: boolean };
  readonly facts: ShellFacts;
  readonly progress: Progress;
  /** How many texts within texts this one is inside. */
  readonly depth: number;
  /** Inside `sudo sh -c '…'`. */
  readonly asRoot: boolean;
  readonly readInner: (text: string, known: Known) => ShellScript | null;
}

/** UTF-16 units that are filled in. Nobody needs more, and a variable that doubles itself soon has more than any memory. */
export const mostExpanded = 16_384;

export function startOf(source: string, facts: ShellFacts, readInner: Known['readInner']): Known {
  const variables = [...facts.variables].map(([name, value]): [string, Variable] => [
    name,
    { pieces: [{ type: 'text', value, quoted: false }], exported: true },
  ]);
  const progress = { expanded: 0, faults: [] };
  const exportsAll = { on: false };
  return {
    source,
    variables: new Map(variables),
    exportsAll,
    facts,
    progress,
    depth: 0,
    asRoot: false,
    readInner,
  };
}

/** What a subshell starts with: all that is known, and what it assigns is lost again. */
export function inSubshell(known: Known): Known {
  return { ...known, variables: new Map(known.variables), exportsAll: { ...known.exportsAll } };
}

/** What a shell that is started as a program sees. */
export function inNewShell(known: Known, asRoot: boolean): Known {
  const exported = [...known.variables].filter(([, variable]) => variable.exported);
  return { ...known, variables: new Map(exported), exportsAll: { on: false }, asRoot: known.asRoot || asRoot };
}

/** Counts what is to be filled in, and says whether there is room for it. */
export function mayFillIn(length: number, { progress }: Known): boolean {
  progress.expanded += length;
  return progress.expanded <= mostExpanded;
}

/** The value of a variable as pieces of a word; null where it is not known. */
export function expanded(name: string, quoted: boolean, known: Known): readonly WordPiece[] | null {
  const variable = known.variables.get(name);
  if (variable === undefined) return null;
  const { progress } = known;
  const length = variable.pieces.reduce((sum, piece) => sum + textOf(piece).length + 1, 0);
  if (!mayFillIn(length, known)) {
    const message = `With its variables filled in the text has more than ${mostExpanded} characters.`;
    if (progress.faults.every((fault) => fault.message !== message)) progress.faults.push({ message, at: 0 });
    return null;
  }
  return variable.pieces.map((piece) => asExpanded(piece, quoted));
}

export function assign(name: string, pieces: readonly WordPiece[], exported: boolean, known: Known): void {
  const before = known.variables.get(name)?.exported ?? false;
  known.variables.set(name, { pieces, exported: exported || before || known.exportsAll.on });
}

/** The text that a piece stands for, or as which it was typed. */
export function textOf(piece: WordPiece): string {
  return piece.type === 'text' ? piece.value : piece.text;
}

/** An assignment keeps braces as they are, and its value is cut into words only where it is used without quotes. */
function asExpanded(piece: WordPiece, quoted: boolean): WordPiece {
  if (piece.type === 'braces') return { type: 'text', value: piece.text, quoted, splits: !quoted };
  return piece.type === 'text' ? { ...piece, quoted, splits: !quoted } : { ...piece, quoted };
}
