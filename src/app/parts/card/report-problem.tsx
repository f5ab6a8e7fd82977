import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { packOf } from '../../../core/model/id.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { problemReport } from '../../store/problem-report.ts';
import { useStores } from '../../store/stores.tsx';
import { copyText } from '../frame/copy-text.ts';
import { useInView } from '../frame/use-in-view.ts';
import { useOpener } from '../frame/use-opener.ts';
import { VisibleText } from '../text/learner-text.tsx';

/** Makes a text about the question that the learner can copy and send. The app itself sends nothing. */
export function ReportProblem({ showing }: { readonly showing: Showing }): ReactNode {
  const { isOpen, opener, open, close } = useOpener();
  if (isOpen) return <Report showing={showing} onClose={close} />;
  return (
    <button ref={opener} type="button" className="button-quiet" onClick={open}>
      Report a problem
    </button>
  );
}

function Report({ showing, onClose }: { readonly showing: Showing; readonly onClose: () => void }): ReactNode {
  const { decks } = useStores();
  const pack = useStore(decks, ({ indexes }) => indexes.get(packOf(showing.card))?.pack ?? null);
  const [words, setWords] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const section = useInView<HTMLElement>();
  const id = useId();
  const report = problemReport(showing, pack, words);
  return (
    <section ref={section} className="field report" aria-label="Report a problem">
      <label htmlFor={id}>What is wrong with this question?</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        value={words}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="field-hint">
        Nothing is sent. Copy the report and send it to{' '}
        {pack === null || pack.authors.length === 0 ? 'the authors of the pack' : <bdi>{pack.authors.join(', ')}</bdi>}.
      </p>
      <pre className="report-text">
        <VisibleText text={report} />
      </pre>
      <div className="button-row">
        <button type="button" className="button" onClick={() => void copyText(report)}>
          Copy the report
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  );
}
