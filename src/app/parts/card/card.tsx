import type { FormEvent, ReactNode } from 'react';
import { type CardId, deletionOfCard } from '../../../core/model/id.ts';
import type { Kind } from '../../../core/model/question.ts';
import { isSelfGraded } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { Ask } from '../../questions/ask.tsx';
import type { AskProps } from '../../questions/question-view.ts';
import { viewOf } from '../../questions/registry.ts';
import { useLater, useRecord, useSession } from '../../store/stores.tsx';
import { Loading } from '../frame/loading.tsx';
import { Quoting } from '../text/learner-text.tsx';
import { ActionBar } from './action-bar.tsx';
import { CardBoundary } from './card-boundary.tsx';
import { CardHeading } from './card-heading.tsx';
import { CaseScenario } from './case-scenario.tsx';
import { CorrectionNotice } from './correction-notice.tsx';
import { Feedback } from './feedback.tsx';
import { FlagButton } from './flag-button.tsx';
import { answerFieldId, cardPromptId } from './use-cue.ts';

/** The session's card: asked, or answered; in its place a notice while it cannot be shown. */
export function Card(): ReactNode {
  const showing = useSession((state) => state.showing);
  const trouble = useSession((state) => state.trouble);
  const fail = useSession((state) => state.fail);
  const code = useLater();
  if (trouble !== null) return code === null ? null : <code.CardTroubleView trouble={trouble} />;
  if (showing === null) return <Loading what="the card" />;
  return (
    <CardBoundary key={showing.card} onError={(detail) => fail({ code: 'card-drawing', detail })}>
      <div className="card-row">
        <CardForm showing={showing} />
        {code === null ? null : <code.CardMargins showing={showing} />}
      </div>
    </CardBoundary>
  );
}

function CardForm({ showing }: { readonly showing: Showing }): ReactNode {
  const check = useSession((state) => state.check);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check();
  };
  const { question, card, phase } = showing;
  const view = viewOf(question);
  const ask = useAsk(showing);
  const isAsking = phase === 'asking';
  return (
    <form className="card" onSubmit={submit} noValidate>
      <CardHeading showing={showing} task={view.task(question)} />
      {isAsking ? <CorrectionNotice card={card} /> : null}
      <CaseScenario showing={showing} />
      <Ask {...ask} view={view} deletion={deletionOfCard(card)} isAnswered={!isAsking} promptId={cardPromptId}>
        {isAsking ? <Message text={showing.message} /> : <Answered showing={showing} card={card} />}
      </Ask>
      <div className="card-foot">
        {isAsking && !isSelfGraded(showing) ? <GuessBox isGuess={showing.isGuess} /> : null}
        <FlagButton card={card} />
      </div>
      <ActionBar showing={showing} />
    </form>
  );
}

function Answered({ showing, card }: { readonly showing: Showing; readonly card: CardId }): ReactNode {
  const code = useLater();
  return (
    <>
      <Feedback showing={showing} />
      {code === null ? null : <code.LeechOffer card={card} />}
    </>
  );
}

const messageId = 'answer-message';

/** What the controls of a card work with. */
function useAsk({ question, response, missed, message }: Showing): AskProps<Kind> {
  const onRespond = useSession((state) => state.respond);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const describedBy = message === '' ? undefined : messageId;
  return { question, response, missed, fieldId: answerFieldId, describedBy, shortcuts, onRespond };
}

/** What is missing or wrong with the response. */
function Message({ text }: { readonly text: string }): ReactNode {
  if (text === '') return null;
  return (
    <p className="field-message" id={messageId}>
      <Quoting text={text} />
    </p>
  );
}

function GuessBox({ isGuess }: { readonly isGuess: boolean }): ReactNode {
  const guess = useSession((state) => state.guess);
  return (
    <label className="guess">
      <input type="checkbox" checked={isGuess} onChange={(event) => guess(event.target.checked)} />
      <span>I’m guessing (optional)</span>
    </label>
  );
}
