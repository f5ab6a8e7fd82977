import type { Deck, DeckIndex, NoteSummary, PackEntry, QuestionSummary } from '../model/deck.ts';
import type { Note } from '../model/pack.ts';
import { cardCountOf, isStudied, type Question } from '../model/question.ts';
import { readingMinutes } from './reading-minutes.ts';

/** What is known of a deck before any of its questions or notes is read. */
export function indexDeck({ pack, notes, questions }: Deck): DeckIndex {
  return { format: 1, pack, notes: notes.map(summariseNote), questions: questions.map(summariseQuestion) };
}

function summariseNote(note: Note): NoteSummary {
  const { id, title, order, domain } = note;
  const sections = note.sections.map((section) => ({ id: section.id, title: section.title }));
  return { id, title, order, domain, minutes: readingMinutes(note), sections };
}

function summariseQuestion(question: Question): QuestionSummary {
  const { id, kind, title, rev, note, domain, status, difficulty, forExam, tags, was, corrected } = question;
  const summary = { id, kind, title, rev, note, domain, status, difficulty, cards: cardCountOf(question), was };
  const beliefs = beliefsOf(question);
  return {
    ...summary,
    ...(beliefs.length > 0 && { beliefs }),
    ...(forExam && { forExam }),
    ...(tags.length > 0 && { tags }),
    ...(corrected !== undefined && { corrected }),
    ...(question.case !== null && { case: question.case.id }),
  };
}

function beliefsOf(question: Question): NonNullable<QuestionSummary['beliefs']> {
  if (question.kind !== 'choice' && question.kind !== 'multi') return [];
  return question.options.flatMap(({ id, belief }) => (belief === null ? [] : [[id, belief] as const]));
}

/** What is known of a deck before its index is read. */
export function entryOf({ pack, notes, questions }: Deck): PackEntry {
  const isScoredChoice = (question: Question) => question.kind === 'choice' && question.status === 'scored';
  const wanted = questions.find(({ id }) => id === pack.first);
  return {
    id: pack.id,
    title: pack.title,
    exam: pack.exam?.name ?? '',
    notes: notes.length,
    questions: questions.filter(isStudied).length,
    first: wanted ?? questions.find(isScoredChoice) ?? null,
  };
}
