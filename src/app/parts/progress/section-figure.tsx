import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { LostSection, Readiness } from '../../../core/stats/readiness.ts';
import { type NotebookRow, topicKey } from '../../../core/study/notebook.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { NoteSquares, NoteSquaresKey } from '../notebook/note-squares.tsx';
import { practiceOfNotePath } from '../practice/practice-path.ts';
import { usePlan } from '../today/use-plan.ts';
import { Figure } from './figure.tsx';
import { lostWords } from './progress-words.ts';

/** The notes with a square a question, and where questions of an exam are expected to be lost, section by section. */
export function SectionFigure({ readiness, scored }: SectionFigureProps): ReactNode {
  const rows = usePlan((plan) => plan.notebook.rows);
  const titleOf = useTitleOf();
  const { sections, lacking } = readiness;
  const lost = lacking === null ? lostByTopic(sections) : null;
  const named = rows.map((row) => ({ ...row, title: titleOf(row), lost: lost?.get(row.key) ?? null }));
  return (
    <Figure
      isWide
      title="The notebook, section by section"
      finding={<p>{findingOf(named, scored)}</p>}
      table={{
        heads: [
          'Section',
          'Cards',
          'Seen',
          ...(lost === null ? [] : [`Expected wrong of ${scored}, if you study no more`]),
        ],
        rows: sections.map((section) => [
          titleOf(section),
          section.cards,
          section.seen,
          ...(lost === null ? [] : [lostWords(section.lost)]),
        ]),
      }}
    >
      <ol className="notebook-rows progress-rows">
        {named.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ol>
      <NoteSquaresKey />
    </Figure>
  );
}

interface SectionFigureProps {
  readonly readiness: Readiness;
  /** How many questions of an exam count. */
  readonly scored: number;
}

interface NamedRow extends NotebookRow {
  readonly title: string;
  /** Null while nothing is said of it. */
  readonly lost: number | null;
}

function Row({ row: { note, squares, seen, questions, title, lost } }: { readonly row: NamedRow }): ReactNode {
  return (
    <li>
      <span className="hang">{`${seen}/${questions}`}</span>
      <span className="notebook-title">
        {note === null ? (
          title
        ) : (
          <Link href={practiceOfNotePath(note)} aria-label={`Practise ${title}`}>
            {title}
          </Link>
        )}
      </span>
      <NoteSquares squares={squares} />
      <span className="notebook-count">{lost === null ? '' : `${lostWords(lost)} expected wrong`}</span>
    </li>
  );
}

function useTitleOf(): (place: Pick<LostSection, 'pack' | 'note'>) => string {
  const { decks } = useStores();
  const state = useStore(decks);
  const titleOfPack = usePackTitles();
  return ({ pack, note }) =>
    withPack(titleOfPack(pack), note === null ? 'Other questions' : titleOfAddress(state, note));
}

function lostByTopic(sections: readonly LostSection[]): ReadonlyMap<string, number> {
  const topics = new Map<string, number>();
  for (const { pack, note, lost } of sections) {
    const key = topicKey(pack, note);
    topics.set(key, (topics.get(key) ?? 0) + lost);
  }
  return topics;
}

/** Which notes cost most, and how many were never begun. */
function findingOf(rows: readonly NamedRow[], scored: number): string {
  const blank = rows.filter(({ seen }) => seen === 0);
  const costly = rows
    .filter(({ lost }) => lost !== null)
    .sort((a, b) => (b.lost ?? 0) - (a.lost ?? 0))
    .slice(0, 2)
    .map(({ title, lost }) => `${title} (${lostWords(lost ?? 0)})`);
  const words = [
    ...(costly.length === 0
      ? []
      : [
          `If you study no more, questions are lost first of all in ${costly.join(' and ')}: so many of ${countWords(scored, 'question')} are expected to be wrong.`,
        ]),
    ...(blank.length === 0 || blank.length === rows.length ? [] : [blankWords(blank)]),
    ...(blank.length === rows.length ? ['Nothing was answered yet.'] : []),
  ];
  return words.length === 0 ? 'A square is a question, inked as it is learnt.' : words.join(' ');
}

function blankWords(blank: readonly NamedRow[]): string {
  const [only] = blank;
  return blank.length === 1 && only !== undefined
    ? `${only.title} is still blank.`
    : `${countWords(blank.length, 'note')} are still blank.`;
}
