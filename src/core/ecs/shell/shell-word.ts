import type {
  CommandExpansionPart,
  HereDoc,
  ParameterExpansionPart,
  ParameterOperation,
  ProcessSubstitutionPart,
  Word,
  WordPart,
} from 'unbash';
import { matchesStars } from '../../text/matches-stars.ts';
import type { ShellScript, ShellWord, WordPiece } from './shell-tree.ts';
import { assign, expanded, inSubshell, type Known, mayFillIn, textOf } from './shell-variables.ts';

/** Passed in, since scripts hold words and words hold scripts. */
export type ReadScript = (
  parsed: NonNullable<CommandExpansionPart['script']>,
  text: string,
  known: Known,
) => ShellScript;

export interface WordReader {
  readonly known: Known;
  readonly readScript: ReadScript;
}

export function readWord(word: Word, reader: WordReader): ShellWord {
  const pieces = word.parts === undefined ? [plain(word.value, false)] : piecesOf(word.parts, false, reader);
  const text = reader.known.source.slice(word.pos, word.end).replaceAll('\\\n', '');
  return { text, value: joined(pieces), pieces };
}

/** The body as one quoted word; `<<-` loses its leading tabs. */
export function readHereDocument(document: HereDoc, reader: WordReader): ShellWord {
  const { body, operator } = document;
  const pieces = body.parts === undefined ? [plain(body.text, true)] : piecesOf(body.parts, true, reader);
  const shown = operator === '<<-' ? pieces.map(withoutTabs) : pieces;
  return { text: body.text, value: joined(shown), pieces: shown };
}

/** A word of pieces; `text` is what stood in its place. */
export function wordOf(text: string, pieces: readonly WordPiece[]): ShellWord {
  return { text, value: joined(pieces), pieces };
}

/** The words that the shell makes of one whose variables stand without quotes: none where all of it is empty. */
export function splitWord(word: ShellWord): readonly ShellWord[] {
  if (!word.pieces.some(splitsAtAll)) return [word];
  const fields: WordPiece[][] = [];
  let open = false;
  for (const piece of word.pieces) {
    if (!splitsAtAll(piece)) {
      if (open) fields.at(-1)?.push(piece);
      else fields.push([piece]);
      open = true;
      continue;
    }
    const parts = piece.value.split(/[ \t\n]+/);
    parts.forEach((value, index) => {
      if (value === '') return;
      const part = { ...piece, value };
      if (open && index === 0) fields.at(-1)?.push(part);
      else fields.push([part]);
    });
    open = (parts.at(-1) ?? '') !== '' || (parts.length === 1 && open);
  }
  return fields.length === 1 ? fields.map((field) => wordOf(word.text, field)) : fields.map(fieldWord);
}

function fieldWord(field: readonly WordPiece[]): ShellWord {
  return wordOf(joined(field), field);
}

function splitsAtAll(piece: WordPiece): piece is Extract<WordPiece, { type: 'text' }> {
  return piece.type === 'text' && piece.splits === true && (piece.value === '' || /[ \t\n]/.test(piece.value));
}

function withoutTabs(piece: WordPiece): WordPiece {
  return piece.type === 'text' ? { ...piece, value: piece.value.replace(/^\t+/gm, '') } : piece;
}

function plain(value: string, quoted: boolean): WordPiece {
  return { type: 'text', value, quoted };
}

function piecesOf(parts: readonly WordPart[], quoted: boolean, reader: WordReader): readonly WordPiece[] {
  return parts.flatMap((part) => pieceOf(part, quoted, reader));
}

function pieceOf(part: WordPart, quoted: boolean, reader: WordReader): WordPiece | readonly WordPiece[] {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.length === 0 ? plain('', true) : piecesOf(part.parts, true, reader);
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return plain(part.value, true);
    case 'Literal':
    case 'Glob':
      return plain(part.value, quoted);
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return substitution(part, quoted, reader);
    case 'BraceExpansion':
      return { type: 'braces', text: part.text };
    case 'ParameterExpansion':
      return parameter(part, quoted, reader);
    default:
      return variable(part.text, /^\$(\w+)$/.exec(part.text)?.[1], quoted, reader);
  }
}

function substitution(
  part: CommandExpansionPart | ProcessSubstitutionPart,
  quoted: boolean,
  { known, readScript }: WordReader,
): WordPiece {
  const kind = part.type === 'CommandExpansion' ? '$(' : (`${part.operator}(` as const);
  const { script, text } = part;
  if (script === undefined) return { type: 'substitution', kind, text, quoted, body: { steps: [] } };
  // Positions inside escaped backticks count in the decoded text.
  const source = 'source' in script && typeof script.source === 'string' ? script.source : known.source;
  const body = readScript(script, source, { ...inSubshell(known), source });
  const printed = kind === '$(' ? known.facts.printed(body) : null;
  if (printed === null || !mayFillIn(printed.length, known)) return { type: 'substitution', kind, text, quoted, body };
  return { type: 'text', value: printed, quoted, splits: !quoted };
}

function variable(text: string, name: string | undefined, quoted: boolean, { known }: WordReader) {
  const value = name === undefined ? null : expanded(name, quoted, known);
  // `${A}` and `$A` are one thing.
  const shown = name === undefined ? text : `$${name}`;
  return value ?? [{ type: 'variable', text: shown, quoted } as const];
}

/** `${A}`, `${A:-b}`, `${A:=b}`, `${A:?b}`, `${A:+b}`, with and without the colon; what else `${…}` can do stays open. */
function parameter(part: ParameterExpansionPart, quoted: boolean, reader: WordReader): readonly WordPiece[] {
  const { operation, parameter: name } = part;
  const open = [{ type: 'variable', text: part.text, quoted } as const];
  if (part.prefix !== undefined || part.index !== undefined || !/^\w+$/.test(name)) return open;
  if (operation === undefined) return variable(part.text, name, quoted, reader);
  if (operation.type === 'Remove') return removed(name, operation, quoted, reader) ?? open;
  if (operation.type !== 'Default') return open;
  const { operator } = operation;
  const value = expanded(name, quoted, reader.known);
  const isSet = value !== null && (!operator.startsWith(':') || value.some((piece) => textOf(piece) !== ''));
  if (operator.endsWith('+')) return isSet ? operand(operation.operand, quoted, reader) : [];
  if (isSet) return value;
  if (operator.endsWith('?')) return open;
  const instead = operand(operation.operand, quoted, reader);
  if (operator.endsWith('=')) assign(name, instead, false, reader.known);
  return instead;
}

/** Every place is tried, so that longer values would take their time. */
const longestCut = 500;

/** `${A%%/*}` and its like, where both the value and the pattern are plain texts. */
function removed(
  name: string,
  { operator, operand: pattern }: Extract<ParameterOperation, { type: 'Remove' }>,
  quoted: boolean,
  reader: WordReader,
): readonly WordPiece[] | null {
  const pieces = expanded(name, quoted, reader.known);
  if (pieces === null || pieces.some(({ type }) => type !== 'text') || !/^[\w*:/.@=-]+$/.test(pattern.text))
    return null;
  const value = joined(pieces);
  if (value.length > longestCut) return null;
  const ends = Array.from({ length: value.length + 1 }, (_, at) => at);
  const longest = operator.length === 2;
  const atEnd = operator.startsWith('%');
  const order = atEnd === longest ? ends : ends.toReversed();
  const cut = order.find((at) => matchesStars(atEnd ? value.slice(at) : value.slice(0, at), pattern.text));
  const rest = cut === undefined ? value : atEnd ? value.slice(0, cut) : value.slice(cut);
  return [{ type: 'text', value: rest, quoted, splits: !quoted }];
}

function operand(word: Word, quoted: boolean, reader: WordReader): readonly WordPiece[] {
  return word.parts === undefined ? [plain(word.value, quoted)] : piecesOf(word.parts, quoted, reader);
}

function joined(pieces: readonly WordPiece[]): string {
  return pieces.map(textOf).join('');
}
