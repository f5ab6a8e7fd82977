import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { type QuestionId, questionOfCard } from '../../../core/model/id.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useSession, useStores } from '../../store/stores.tsx';
import { RichTextView } from '../text/rich-text.tsx';

/** What the questions of a case have in common: in full over the first one, behind a line over the next. */
export function CaseScenario({ showing }: { readonly showing: Showing }): ReactNode {
  const own = showing.question.case;
  const isKnown = useIsKnown(own?.id ?? null);
  if (own === null) return null;
  const scenario = <RichTextView rich={own.scenario} />;
  if (isKnown) {
    return (
      <details className="case-scenario" dir="auto">
        <summary>{`The case again: ${own.title}`}</summary>
        {scenario}
      </details>
    );
  }
  return (
    <section className="case-scenario" dir="auto">
      <h3>{`Case: ${own.title}`}</h3>
      {scenario}
    </section>
  );
}

/** Whether a question of the case was answered in this session. */
function useIsKnown(id: string | null): boolean {
  const { decks } = useStores();
  const { questions, summaries } = useStore(decks);
  const past = useSession((state) => state.past);
  const caseOf = (question: QuestionId) => questions.get(question)?.case?.id ?? summaries.get(question)?.case;
  return id !== null && past.some(({ kind, card }) => kind === 'rated' && caseOf(questionOfCard(card)) === id);
}
