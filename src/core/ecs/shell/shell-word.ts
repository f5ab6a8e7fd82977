import type { CommandExpansionPart, HereDoc, ParsedScript, ProcessSubstitutionPart, Word, WordPart } from 'unbash';
import type { ShellScript, ShellWord, WordPiece } from './shell-tree.ts';

/** What is known while a script is read: its text, and what its earlier steps assigned. */
export interface Known {
  readonly source: string;
  readonly variables: Map<string, string>;
  readonly exported: Map<string, string>;
  /** Passed in, since scripts hold words and words hold scripts. */
  readonly readScript: (parsed: ParsedScript, text: string, known: Known) => ShellScript;
}

export function readWord(word: Word, known: Known): ShellWord {
  const pieces = word.parts === undefined ? [plain(word.value, false)] : piecesOf(word.parts, false, known);
  return { text: known.source.slice(word.pos, word.end).replaceAll('\\\n', ''), value: joined(pieces), pieces };
}

/** The body as one quoted word; `<<-` loses its leading tabs. */
export function readHereDocument(document: HereDoc, known: Known): ShellWord {
  const { body, operator } = document;
  const pieces = body.parts === undefined ? [plain(body.text, true)] : piecesOf(body.parts, true, known);
  const shown = operator === '<<-' ? pieces.map(withoutTabs) : pieces;
  return { text: body.text, value: joined(shown), pieces: shown };
}

function withoutTabs(piece: WordPiece): WordPiece {
  return piece.type === 'text' ? { ...piece, value: piece.value.replace(/^\t+/gm, '') } : piece;
}

function plain(value: string, quoted: boolean): WordPiece {
  return { type: 'text', value, quoted };
}

function piecesOf(parts: readonly WordPart[], quoted: boolean, known: Known): readonly WordPiece[] {
  return parts.flatMap((part) => pieceOf(part, quoted, known));
}

function pieceOf(part: WordPart, quoted: boolean, known: Known): WordPiece | readonly WordPiece[] {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.length === 0 ? plain('', true) : piecesOf(part.parts, true, known);
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return plain(part.value, true);
    case 'Literal':
    case 'Glob':
      return plain(part.value, quoted);
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return substitution(part, quoted, known);
    case 'BraceExpansion':
      return { type: 'braces', text: part.text };
    default:
      return variable(part.text, quoted, known);
  }
}

function substitution(part: CommandExpansionPart | ProcessSubstitutionPart, quoted: boolean, known: Known): WordPiece {
  const kind = part.type === 'CommandExpansion' ? '$(' : (`${part.operator}(` as const);
  const { script, text } = part;
  if (script === undefined) return { type: 'substitution', kind, text, quoted, body: { steps: [] } };
  // Positions inside escaped backticks count in the decoded text.
  const source = 'source' in script && typeof script.source === 'string' ? script.source : known.source;
  return { type: 'substitution', kind, text, quoted, body: known.readScript(script, source, known) };
}

function variable(text: string, quoted: boolean, known: Known): WordPiece {
  const name = /^\$\{?(\w+)\}?$/.exec(text)?.[1];
  const value = name === undefined ? undefined : known.variables.get(name);
  // `${A}` and `$A` are one thing.
  const shown = name === undefined ? text : `$${name}`;
  return value === undefined ? { type: 'variable', text: shown, quoted } : plain(value, quoted);
}

function joined(pieces: readonly WordPiece[]): string {
  return pieces.map((piece) => (piece.type === 'text' ? piece.value : piece.text)).join('');
}
