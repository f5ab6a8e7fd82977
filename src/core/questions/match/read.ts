import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { OptionId } from '../../model/id.ts';
import type { MatchQuestion, MatchSide } from '../../model/question.ts';
import { textsOfLines } from '../find-answer.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader, SourceCell, SourceLine, SourceRow } from '../question-kind.ts';
import { match } from './kind.ts';

/** A table of right pairs; a row with an empty left cell is a decoy. Lefts may share a right. */
export const matchReader: QuestionReader<'match'> = {
  kind: 'match',
  name: 'match',
  form: 'pairs',
  fix: 'Write a table with two columns: | left | right |.',
  check: null,
  recognises: ({ answer }) => (answer.form === 'table' ? 0 : -1),
  decides: textsOfLines,
  read(source) {
    const rows = source.answer.form === 'pairs' ? source.answer.rows : [];
    const lefts = rows.flatMap(({ left, right }) => (left === null || right === null ? [] : [sideOf(left)]));
    const rights = distinct(rows.flatMap(({ right }) => (right === null ? [] : [sideOf(right)])));
    const diagnostics = [...complainOfRows(rows), ...complainOfCount(lefts, rights, source.place)];
    const value: MatchQuestion = { ...source.base, kind: 'match', lefts, rights, pairs: pairsOf(rows) };
    return { value: lefts.length === 0 ? null : value, diagnostics };
  },
  prove: proveMatch,
  mutants: null,
  rightOptions: () => [],
  texts: (answer) => ({ parts: answer.form === 'pairs' ? answer.rows.flatMap(textsOf) : [], reasons: [] }),
};

function textsOf({ left, right, place }: SourceRow): readonly SourceLine[] {
  return [left, right].flatMap((cell) => (cell === null ? [] : [{ text: cell.source, place }]));
}

function sideOf({ id, text }: SourceCell): MatchSide {
  return { id: id as OptionId, text };
}

function distinct(sides: readonly MatchSide[]): readonly MatchSide[] {
  return [...new Map(sides.map((side) => [side.id, side])).values()];
}

function pairsOf(rows: readonly SourceRow[]): Readonly<Record<string, OptionId>> {
  return Object.fromEntries(
    rows.flatMap(({ left, right }) => (left === null || right === null ? [] : [[left.id, right.id as OptionId]])),
  );
}

function complainOfCount(lefts: readonly MatchSide[], rights: readonly MatchSide[], place: Place) {
  if (lefts.length >= 2 && rights.length >= 2) return [];
  const message = `A match needs two pairs or more; here are ${lefts.length} on the left and ${rights.length} on the right.`;
  return [complain('E121', place, message, 'Add a row.')];
}

function complainOfRows(rows: readonly SourceRow[]): readonly Diagnostic[] {
  const byLeft = new Map<string, SourceRow>();
  const paired = new Set(rows.flatMap(({ left, right }) => (left === null || right === null ? [] : [right.id])));
  return rows.flatMap((row) => {
    const { left, right, place } = row;
    if (right === null)
      return [complain('E105', place, 'This row has nothing on the right.', 'Fill in the right cell.')];
    if (left === null) return paired.has(right.id) ? [decoyThatBelongs(right, place)] : [];
    const twin = byLeft.get(left.id);
    if (twin !== undefined) return [twinOf(row, twin)];
    byLeft.set(left.id, row);
    return [];
  });
}

function decoyThatBelongs({ source }: SourceCell, place: Place): Diagnostic {
  const message = `The decoy "${source.slice(0, 60)}" is the right of another row, too.`;
  return complain('E123', place, message, 'Choose another decoy, or fill in the left cell.');
}

function twinOf({ place, right, left }: SourceRow, twin: SourceRow): Diagnostic {
  if (twin.right?.id === right?.id)
    return complain('E123', place, `This row repeats the one in line ${twin.place.line}.`);
  const both = [twin.right?.source, right?.source].map((source) => `"${source?.slice(0, 40)}"`).join(' and ');
  return complain(
    'E161',
    place,
    `"${left?.source.slice(0, 60)}" stands twice, with ${both}.`,
    'Say in which way they differ.',
  );
}

/** Besides the right pairs: with any one left given another right, the answer must be wrong. */
function proveMatch(question: MatchQuestion, place: Place): readonly Diagnostic[] {
  const admitted = question.lefts.filter(({ id }) => {
    const other = question.rights.find((side) => side.id !== question.pairs[id]);
    const pairs = other === undefined ? {} : { ...question.pairs, [id]: other.id };
    return match.grade(question, { kind: 'match', pairs }).score === 1;
  });
  const wrong = admitted.length > 0 ? [complain('E160', place, 'A wrong pair is graded right.')] : [];
  return [...proveOwnAnswer(question, place), ...wrong];
}
