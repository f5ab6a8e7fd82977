import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { QuestionId } from '../../../core/model/id.ts';
import type { Question } from '../../../core/model/question.ts';
import { askedText } from '../../../core/model/rich-text.ts';
import { useStores } from '../../store/stores.tsx';
import { startOf } from '../text/start-of-text.ts';

/**
 * What questions are called in lists of them: how each begins, since its title was never shown and may give the answer
 * away. Undefined while it is read. They are read one after the other: those of one file are there after its first.
 */
export function useAsked(ids: readonly QuestionId[]): (id: QuestionId) => string | undefined {
  const { decks } = useStores();
  const questions = useStore(decks, (state) => state.questions);
  const wanted = [...new Set(ids)].join(' ');
  useEffect(() => {
    const read = async () => {
      const { loadQuestion } = decks.getState();
      for (const id of wanted.split(' ').filter(Boolean)) await loadQuestion(id as QuestionId).catch(() => null);
    };
    void read();
  }, [decks, wanted]);
  return (id) => {
    const question = questions.get(id);
    return question && beginningOf(question);
  };
}

const beginnings = new WeakMap<Question, string>();

/** Kept: a list asks for it each time that it is drawn. */
function beginningOf(question: Question): string {
  const known = beginnings.get(question) ?? startOf(askedText(question.prompt));
  beginnings.set(question, known);
  return known;
}
