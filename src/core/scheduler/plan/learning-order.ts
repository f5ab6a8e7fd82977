import type { DeckIndex, QuestionSummary } from '../../model/deck.ts';
import { kindFigures } from './kind-figures.ts';

/**
 * A pack's questions in the order in which they are best met: by note, then by section as the note has them (what is
 * of the whole note comes after its sections), then from easy to hard, then recognition before production, then as
 * written. Questions without a note come last.
 */
export function inLearningOrder({
  notes,
  questions,
}: Pick<DeckIndex, 'notes' | 'questions'>): readonly QuestionSummary[] {
  const places = new Map<string, readonly [note: number, sections: ReadonlyMap<string, number>]>(
    [...notes]
      .sort((a, b) => a.order - b.order)
      .map(({ id, sections }, place) => [id, [place, new Map(sections.map((section, n) => [section.id, n]))]]),
  );
  const keyed = questions.map((question) => {
    const [note, sections] = (question.note && places.get(question.note.note)) ?? [notes.length, null];
    const section = sections?.get(question.note?.section ?? '') ?? Number.MAX_SAFE_INTEGER;
    return { question, key: [note, section, question.difficulty, kindFigures[question.kind].rank] };
  });
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ question }) => question);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((part, index) => part !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
