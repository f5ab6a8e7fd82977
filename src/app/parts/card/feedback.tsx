import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../../core/model/address.ts';
import { generalAdvice } from '../../../core/questions/general-advice.ts';
import { defaultRating, isRight, isSelfGraded } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { viewOf } from '../../questions/registry.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useLater, useRecord, useStores } from '../../store/stores.tsx';
import { Mark } from '../frame/pen.tsx';
import { Quoting } from '../text/learner-text.tsx';
import { RichTextView } from '../text/rich-text.tsx';
import { SourceLine } from '../text/source-list.tsx';
import { answerHeadingId } from './use-cue.ts';

/** The verdict, each part of the answer with its reason, what to take away and where to read on. */
export function Feedback({ showing }: { readonly showing: Showing }): ReactNode {
  const { question, response, verdict } = showing;
  const { Answer } = viewOf(question);
  const code = useLater();
  return (
    <div className="feedback">
      <VerdictHeading showing={showing} />
      {generalAdvice(verdict ?? ungraded).map((words) => (
        <p key={words} className="advice">
          <Quoting text={words} />
        </p>
      ))}
      <Answer question={question} response={response} verdict={verdict ?? ungraded} />
      {code === null ? null : <code.Overrule showing={showing} />}
      {question.takeAway.length === 0 ? null : (
        <div className="take-away">
          <h4>Take away</h4>
          <div dir="auto">
            <RichTextView rich={question.takeAway} />
          </div>
        </div>
      )}
      {question.note === null ? null : <FromTheNotes address={question.note} />}
      <SourceLine sources={question.sources} />
      {code === null ? null : <code.CardTools showing={showing} />}
    </div>
  );
}

const ungraded = { score: null, parts: [], advice: [] } as const;

function VerdictHeading({ showing }: { readonly showing: Showing }): ReactNode {
  if (isSelfGraded(showing)) {
    return (
      <h3 className="verdict" id={answerHeadingId} tabIndex={-1}>
        {showing.question.kind === 'cloze' ? 'The blank is filled in' : 'Answer'}
      </h3>
    );
  }
  const right = isRight(showing);
  return (
    <h3 className={right ? 'verdict verdict-right' : 'verdict verdict-wrong'} id={answerHeadingId} tabIndex={-1}>
      <Mark name={right ? 'right' : 'wrong'} /> {right ? rightWords(showing) : wrongWords(showing)}
    </h3>
  );
}

function rightWords(showing: Showing): string {
  const { isGuess, isOverruled, missed, verdict } = showing;
  if (isOverruled) return 'Counted as right, by your own word.';
  if (verdict !== null && 'ruling' in verdict && verdict.ruling === 'insecure') return 'Correct, but insecure.';
  if (isGuess) {
    return `Correct. You marked it as a guess, so it comes back ${defaultRating(showing) === 1 ? 'soon' : 'sooner'}.`;
  }
  return missed !== null ? 'Correct at the second try, so it comes back sooner.' : 'Correct.';
}

function wrongWords({ question, response, verdict }: Showing): string {
  return `Not this time. ${viewOf(question).correction(question, response, verdict ?? ungraded)}`;
}

function FromTheNotes({ address }: { readonly address: NoteAddress }): ReactNode {
  const { decks } = useStores();
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const title = useStore(decks, (state) => titleOfAddress(state, address));
  return (
    <p className="from-notes">
      From the notes:{' '}
      <Link href={notePath(address)} aria-keyshortcuts={shortcuts ? 'L' : undefined}>
        {title}
      </Link>
    </p>
  );
}
