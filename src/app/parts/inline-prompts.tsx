import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { NoteAddress } from '../../core/model/address.ts';
import type { QuestionSummary } from '../../core/model/deck.ts';
import { cardIdOf } from '../../core/model/id.ts';
import type { Kind, Question } from '../../core/model/question.ts';
import type { Rating } from '../../core/model/verdict.ts';
import { isSkipped, skipKey } from '../store/reading.ts';
import { useStores } from '../store/stores.tsx';
import { RichTextView } from './rich-text.tsx';

const mostPrompts = 2;
/** Kinds that can be answered from memory, those that fit best first: the reader has just read the answer. */
const kindOrder: readonly Kind[] = ['recall', 'cloze', 'typed', 'choice', 'multi'];

/** A question or two on the section above; an answer puts the card into the learner's reviews. */
export function InlinePrompts({ address }: { readonly address: NoteAddress }): ReactNode {
  const { decks, record } = useStores();
  const indexes = useStore(decks, (state) => state.indexes);
  const registers = useStore(record, (state) => state.registers);
  const isHidden = isSkipped({ registers, indexes: indexes.values() }, address);
  const prompts = choosePrompts(indexes.get(address.pack)?.questions ?? [], address);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const hasChosen = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone; the focus must not fall back to the page's beginning.
    if (hasChosen.current) (isHidden ? opener : place).current?.focus();
  }, [isHidden]);
  if (prompts.length === 0) return null;
  const skip = (value: boolean) => {
    hasChosen.current = true;
    record.getState().remember(skipKey(address), value);
  };
  if (isHidden) {
    return (
      <button ref={opener} type="button" className="button-quiet" onClick={() => skip(false)}>
        Show the questions on this section
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark for each section would drown those of the page
    <div role="group" ref={place} className="inline-prompt" aria-label="Questions on this section" tabIndex={-1}>
      {prompts.map((summary) => (
        <InlinePrompt key={summary.id} summary={summary} />
      ))}
      <button type="button" className="button-quiet" onClick={() => skip(true)}>
        Skip these
      </button>
    </div>
  );
}

function choosePrompts(summaries: readonly QuestionSummary[], address: NoteAddress): readonly QuestionSummary[] {
  return summaries
    .filter(({ note }) => note?.note === address.note && note.section === address.section)
    .filter(({ status, kind }) => (status === 'scored' || status === 'pilot') && kindOrder.includes(kind))
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind))
    .slice(0, mostPrompts);
}

type Phase = 'asking' | 'shown' | 'remembered' | 'not-yet';

function InlinePrompt({ summary }: { readonly summary: QuestionSummary }): ReactNode {
  const { decks, record, ports } = useStores();
  const [phase, setPhase] = useState<Phase>('asking');
  const [question, setQuestion] = useState<Question | null>(null);
  const [shownAt] = useState(() => ({ at: ports.chance.showingId(), ms: ports.clock.now() }));
  const loadQuestion = useStore(decks, (state) => state.loadQuestion);
  useEffect(() => {
    loadQuestion(summary.id).then(setQuestion, () => setQuestion(null));
  }, [loadQuestion, summary.id]);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (phase !== 'asking') answer.current?.focus();
  }, [phase]);
  if (question === null) return null;
  const card = cardIdOf(question.id, question.kind === 'cloze' ? 1 : 0);
  const rate = (r: Rating) => {
    const took = Math.min(60_000, ports.clock.now() - shownAt.ms);
    record.getState().answer({ card, rev: question.rev, r, took, at: shownAt.at });
    setPhase(r === 1 ? 'not-yet' : 'remembered');
  };
  return (
    <div className="inline-question" dir="auto">
      <h3>Do you remember?</h3>
      <PromptText question={question} revealed={phase !== 'asking'} />
      {phase === 'asking' ? (
        <button type="button" className="button" onClick={() => setPhase('shown')}>
          Show answer
        </button>
      ) : (
        <Answer question={question} place={answer} />
      )}
      {phase === 'shown' ? (
        <div className="button-row">
          <button type="button" className="button-primary" onClick={() => rate(3)}>
            Remembered
          </button>
          <button type="button" className="button" onClick={() => rate(1)}>
            Not yet
          </button>
        </div>
      ) : null}
      <p role="status">{afterwords[phase]}</p>
    </div>
  );
}

const afterwords: Readonly<Record<Phase, string>> = {
  asking: '',
  shown: '',
  remembered: 'In your reviews. It comes back in a few days.',
  'not-yet': 'In your reviews. It comes back today.',
};

function PromptText({ question, revealed }: { readonly question: Question; readonly revealed: boolean }): ReactNode {
  const cloze = question.kind === 'cloze' ? { n: 1, revealed } : undefined;
  return (
    <>
      <RichTextView rich={question.prompt} cloze={cloze} />
      {question.kind === 'choice' || question.kind === 'multi' ? (
        <ul>
          {question.options.map((option) => (
            <li key={option.id}>
              <RichTextView rich={option.text} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Answer({ question, place }: AnswerProps): ReactNode {
  return (
    <div ref={place} className="inline-answer" tabIndex={-1}>
      {question.kind === 'recall' ? <RichTextView rich={question.back} /> : null}
      {question.kind === 'typed' ? <p>{firstAccepted(question)}</p> : null}
      {question.kind === 'choice' || question.kind === 'multi'
        ? question.options
            .filter(({ right }) => right)
            .map((option) => (
              <div key={option.id}>
                <strong>
                  <RichTextView rich={option.text} />
                </strong>
                <RichTextView rich={option.rationale} />
              </div>
            ))
        : null}
      <RichTextView rich={question.takeAway} />
    </div>
  );
}

interface AnswerProps {
  readonly question: Question;
  /** Takes the focus when the answer is shown and when it was rated. */
  readonly place: RefObject<HTMLDivElement | null>;
}

function firstAccepted({ accepted }: Extract<Question, { kind: 'typed' }>): ReactNode {
  const [first] = accepted;
  if (first === undefined) return null;
  return <code>{first.form === 'text' ? first.text : `${first.value} ${first.unit}`.trim()}</code>;
}
