import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { useRecord } from '../store/stores.tsx';

/** How studying works, for whoever wants to know; the keys have a page of their own. */
export function Help(): ReactNode {
  return (
    <div className="column help">
      <ScreenHeading title="Help" />
      <div className="sheet">
        <section aria-labelledby="studying">
          <h2 id="studying">How studying works</h2>
          <p>
            A card asks one thing. You answer, and see at once what is right and why. Then the card goes away and comes
            back shortly before you would forget it: after a few days, then weeks, then months. If you forget it, it
            comes back soon.
          </p>
          <p>
            Today shows how many cards are ready and about how long they take. If you miss a few days, nothing is lost:
            the cards wait for you.
          </p>
        </section>
        <Rating />
        <Guessing />
        <Intervals />
        <section aria-labelledby="practice">
          <h2 id="practice">Practice</h2>
          <p>
            <Link href="/questions">Questions</Link> lists everything you can be asked. Choose by note, kind or how well
            you know it, and practise just that: your mistakes, say, or your weakest cards.
          </p>
          <p>
            In practice, answering a card that is due counts as a review. Any other card is rescheduled only if you miss
            it: then it comes back today. Each card says so before you answer.
          </p>
        </section>
        <section aria-labelledby="exams">
          <h2 id="exams">Practice exams</h2>
          <p>
            <Link href="/exam">Exam</Link> draws questions as the real exam is made up, and sets a clock. Under practice
            rules you can pause, and closing the page pauses, too; under strict rules the clock never stops. Each answer
            is kept as you give it. Your report stays under Exam, and changes none of your reviews.
          </p>
        </section>
        <section aria-labelledby="progress">
          <h2 id="progress">What to expect</h2>
          <p>
            <Link href="/stats">Progress</Link> says how much of the material an exam would find you knowing, as a
            range: in nine of ten cases the truth should lie in it, and with simulated learners it was so in more than
            nine. It is about the questions of your packs, not about passing. Below it stand the forecasts of the last
            half year, made from what was known then, with what came true. So you can see how far to trust them.
          </p>
        </section>
        <section aria-labelledby="labs">
          <h2 id="labs">Labs</h2>
          <p>
            In the <Link href="/labs">Labs</Link> you set a scene, say what Amazon ECS will do, and see it happen step
            by step with the reason for each. Where AWS does not document what happens, the lab says so. Nothing in a
            lab touches an account of yours, and nothing in it counts for your reviews.
          </p>
        </section>
        <section aria-labelledby="marks">
          <h2 id="marks">Flags, notes and suspended cards</h2>
          <p>
            Flag a card to find it again later. Write a note on it to be shown with its answer. Suspend it, and it is
            not asked until you bring it back. All of them are listed under{' '}
            <Link href="/marked">Your marked cards</Link>.
          </p>
        </section>
        <section aria-labelledby="record">
          <h2 id="record">Your answers</h2>
          <p>
            They stay in this browser, without an account. A browser may delete what a page has stored, so keep a
            backup: <Link href="/settings#data">Settings</Link> makes one file of everything.
          </p>
        </section>
        <section aria-labelledby="keys">
          <h2 id="keys">With a keyboard</h2>
          <p>
            Most buttons have a key: <Link href="/help/keyboard">All keys</Link>. Keys of a single letter or digit can
            be in the way of speech input and some screen readers:{' '}
            <Link href="/settings#keyboard">Turn single-key shortcuts off</Link>.
          </p>
        </section>
      </div>
    </div>
  );
}

function Rating(): ReactNode {
  return (
    <section aria-labelledby="rating">
      <h2 id="rating">Rating an answer</h2>
      <p>You say how well you knew it, and that decides when the card comes back.</p>
      <dl className="help-ratings">
        <dt>Again</dt>
        <dd>You did not know it. A wrong answer counts as Again by itself.</dd>
        <dt>Hard</dt>
        <dd>You knew it, but only with effort. If you had forgotten it, choose Again, however close you were.</dd>
        <dt>Good</dt>
        <dd>You knew it. This is the usual choice.</dd>
        <dt>Easy</dt>
        <dd>You knew it at once, and seeing it less often would be fine.</dd>
      </dl>
      <p>
        If you chose the wrong one, Undo takes it back. If four are too many,{' '}
        <Link href="/settings#study">Settings</Link> can leave you with Again and Good.
      </p>
    </section>
  );
}

function Guessing(): ReactNode {
  return (
    <section aria-labelledby="guessing">
      <h2 id="guessing">When you are guessing</h2>
      <p>
        Tick “I’m guessing” before you check your answer. A lucky guess then counts as Hard, or as Again where you are
        likely to have forgotten the card, so it comes back sooner than one that you knew. A wrong guess counts like any
        wrong answer. You never have to tick it: without it, too, a right answer to a question with options counts a
        little less the easier it was to guess.
      </p>
    </section>
  );
}

function Intervals(): ReactNode {
  const percent = useRecord((state) => Math.round(state.settings.desiredRetention * 100));
  return (
    <section aria-labelledby="intervals">
      <h2 id="intervals">When a card comes back</h2>
      <p>
        Each rating says it: “tomorrow”, “in 2 days”. The time is worked out from all your answers to that card, so that
        your chance of still knowing it is about {percent} percent on that day. A higher goal means more reviews:{' '}
        <Link href="/settings#study">Settings</Link> has it under “How much you want to remember”.
      </p>
      <p>
        At first this goes by what is usual for many learners. From 400 answers to cards of earlier days on, your own
        memory is measured now and then, and the time goes by it as soon as it foretells your answers better. Settings
        say which of the two is in use, and you can go back to the usual one.
      </p>
      <p>A card that you forget is asked again after a few others, in the same session or the next.</p>
    </section>
  );
}
