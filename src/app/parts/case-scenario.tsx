import type { ReactNode } from 'react';
import type { Showing } from '../store/session-snapshot.ts';
import { useSession } from '../store/stores.tsx';
import { RichTextView } from './rich-text.tsx';

/** What the questions of a case have in common: in full over the first one, behind a line over the next. */
export function CaseScenario({ showing }: { readonly showing: Showing }): ReactNode {
  const own = showing.question.case;
  const isKnown = useSession(({ past }) =>
    past.some((step) => step.kind === 'rated' && own !== null && step.showing.question.case?.id === own.id),
  );
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
