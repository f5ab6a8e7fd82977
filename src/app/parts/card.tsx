import type { FormEvent, ReactNode } from 'react';
import { type CardId, deletionOfCard } from '../../core/model/id.ts';
import { viewOf } from '../questions/registry.ts';
import type { Showing } from '../store/session-snapshot.ts';
import { useRecord, useSession } from '../store/stores.tsx';
import { ActionBar } from './action-bar.tsx';
import { CardBoundary } from './card-boundary.tsx';
import { CardHeading } from './card-heading.tsx';
import { CardTroubleView } from './card-trouble.tsx';
import { Feedback } from './feedback.tsx';
import { LeechOffer } from './leech-offer.tsx';
import { Loading } from './loading.tsx';

/** The session's card: asked, or answered; in its place a notice while it cannot be shown. */
export function Card(): ReactNode {
  const showing = useSession((state) => state.showing);
  const trouble = useSession((state) => state.trouble);
  const fail = useSession((state) => state.fail);
  if (trouble !== null) return <CardTroubleView trouble={trouble} />;
  if (showing === null) return <Loading what="the card" />;
  return (
    <CardBoundary key={showing.card} onError={(detail) => fail({ code: 'card-drawing', detail })}>
      <CardForm showing={showing} />
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
  return (
    <form className="card" onSubmit={submit} noValidate>
      <CardHeading showing={showing} task={view.task(question)} />
      <div className="prompt" dir="auto">
        <view.Prompt question={question} deletion={deletionOfCard(card)} revealed={phase === 'answered'} />
      </div>
      {phase === 'asking' ? <Asking showing={showing} /> : <Answered showing={showing} card={card} />}
      <ActionBar showing={showing} />
    </form>
  );
}

function Answered({ showing, card }: { readonly showing: Showing; readonly card: CardId }): ReactNode {
  return (
    <>
      <Feedback showing={showing} />
      <LeechOffer card={card} />
    </>
  );
}

const messageId = 'answer-message';

function Asking({ showing }: { readonly showing: Showing }): ReactNode {
  const respond = useSession((state) => state.respond);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const { question, response, message } = showing;
  const { Ask } = viewOf(question);
  if (Ask === null) return null;
  return (
    <>
      {message === '' ? null : (
        <p className="field-message" id={messageId}>
          {message}
        </p>
      )}
      <Ask
        question={question}
        response={response}
        describedBy={message === '' ? undefined : messageId}
        shortcuts={shortcuts}
        onRespond={respond}
      />
      <GuessBox isGuess={showing.isGuess} />
    </>
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
