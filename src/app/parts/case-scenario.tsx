import type { ReactNode } from 'react';
import type { QuestionBase } from '../../core/model/question.ts';
import type { Showing } from '../store/session-snapshot.ts';
import { useSession } from '../store/stores.tsx';
import { RichTextView } from './rich-text.tsx';

type CaseOfQuestion = NonNullable<QuestionBase['case']>;

/** What the questions of a case have in common: in full over the first one, behind a line over the next. */
export function CaseScenario({ showing }: { readonly showing: Showing }): ReactNode {
  const own = showing.question.case;
  const isKnown = useSession(({ past }) =>
    past.some((step) => step.kind === 'rated' && own !== null && step.showing.question.case?.id === own.id),
  );
  if (own === null) return null;
  return isKnown ? <KnownScenario own={own} /> : <FirstScenario own={own} />;
}

function FirstScenario({ own }: { readonly own: CaseOfQuestion }): ReactNode {
  return (
    <section className="case-scenario" dir="auto">
      <h3>{`Case: ${own.title}`}</h3>
      <RichTextView rich={own.scenario} />
    </section>
  );
}

function KnownScenario({ own }: { readonly own: CaseOfQuestion }): ReactNode {
  return (
    <details className="case-scenario" dir="auto">
      <summary>{`The case again: ${own.title}`}</summary>
      <RichTextView rich={own.scenario} />
    </details>
  );
}
