// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Settings } from '../../../src/core/model/settings.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { showingId } from '../../core/ids.ts';
import { writeLog } from '../../log-builders.ts';
import { demoCard } from '../card/question-base.ts';
import { choice, cloze, multi, type OpenedApp, openApp, recall, typed } from '../study-builders.tsx';

afterEach(cleanup);

/** The review screen with its first card shown, the guard passed. */
async function openReview(questions?: readonly Question[], settings: Partial<Settings> = {}): Promise<OpenedApp> {
  const store = createMemoryStore();
  const log = writeLog('settings');
  await store.append(Object.entries(settings).map(([key, value]) => log.write({ t: 'setting', key, value })));
  const app = openApp('/review', { marks: { started: '1' }, store, ...(questions && { questions }) });
  await waitFor(() => expect(cardHeading()).toHaveFocus());
  app.wait();
  return app;
}

function cardHeading(): HTMLElement {
  return screen.getByRole('heading', { level: 2 });
}

describe('a review session', () => {
  it('takes the focus to the heading of the first card, which names position and topic', async () => {
    await openReview();
    expect(cardHeading()).toHaveAccessibleName('Card 1 of 3. Ports · choose one');
  });

  it('says a short prompt with the heading, though the page holds it once', async () => {
    await openReview();
    expect(cardHeading()).toHaveAccessibleDescription('What about one?');
    expect(screen.getAllByText(/What about one\?/)).toHaveLength(1);
  });

  it('says of a blank what it hints at, and not what it hides', async () => {
    await openReview([cloze('one')]);
    expect(cardHeading()).toHaveAccessibleDescription('The port is blank, hint: which one.');
  });

  it('leaves a long prompt to be read where it stands', async () => {
    const prompt = [['p', 0, 'Word '.repeat(60)]] as const;
    await openReview([{ ...choice('one'), prompt }]);
    expect(cardHeading()).not.toHaveAccessibleDescription();
  });

  it('says once to the eye how many to choose: in the heading, or in a prompt that says it', async () => {
    await openReview([{ ...multi('one'), prompt: [['p', 0, 'Which ports are open? (Choose TWO.)']] }]);
    expect(cardHeading()).toHaveAccessibleName('Ports · several answers');
    expect(screen.getByText('Choose TWO')).toHaveClass('visually-hidden');
  });

  it('has no stop before the options: the flag stands after them', async () => {
    const { user } = await openReview();
    await user.tab();
    expect(screen.getByRole('radio', { name: /alpha/ })).toHaveFocus();
    const flag = screen.getByRole('button', { name: 'Flag' });
    const last = screen.getByRole('radio', { name: /gamma/ });
    expect(last.compareDocumentPosition(flag)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says in words that a chosen option is not right', async () => {
    const { user } = await openReview();
    await user.keyboard('b{Enter}');
    expect(screen.getByText('Your answer, not right').closest('li')).toHaveTextContent(/^BOption beta/);
  });

  it('grades a right choice by click and offers Hard, Good and Easy with their intervals', async () => {
    const { user, wait } = await openReview();
    await user.click(await screen.findByRole('radio', { name: /Option alpha/ }));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    const verdict = screen.getByRole('heading', { name: 'Correct.' });
    expect(verdict).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Again/ })).toBeNull();
    const good = screen.getByRole('button', { name: /^Good, next in \d+ days$|^Good, next tomorrow$/ });
    wait();
    await user.click(good);
    expect(await screen.findByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
  });

  it('grades a wrong choice itself: only Continue is left, which writes Again', async () => {
    const { user, wait, stores } = await openReview();
    await user.click(await screen.findByRole('radio', { name: /Option beta/ }));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(screen.getByRole('heading', { name: 'Not this time. The answer is A.' })).toHaveFocus();
    expect(screen.getByText('Seen again in this session')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Good/ })).toBeNull();
    wait();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(stores.record.getState().recent()).toMatchObject([{ t: 'answer', card: 'demo/one', r: 1, given: 'beta' }]);
  });

  it('explains the chosen and the right option openly, the others behind a question, or all at once', async () => {
    const { user } = await openReview();
    await user.click(await screen.findByRole('radio', { name: /Option beta/ }));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(screen.getByText('Reason of alpha.')).toBeVisible();
    expect(screen.getByText('Reason of beta.')).toBeVisible();
    expect(screen.getByText('Reason of gamma.')).not.toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all explanations' }));
    expect(screen.getByText('Reason of gamma.')).toBeVisible();
  });

  it('is answered by keys alone: letter, Enter, Enter', async () => {
    const { user, wait, stores } = await openReview();
    await user.keyboard('a');
    expect(screen.getByRole('radio', { name: /Option alpha/ })).toBeChecked();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toMatchObject([{ card: 'demo/one', r: 3 }]);
  });

  it('drops a press within 200 ms of a change of phase', async () => {
    const { user, wait, stores } = await openReview();
    await user.keyboard('a{Enter}{Enter}');
    expect(stores.record.getState().recent()).toEqual([]);
    wait(199);
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toEqual([]);
    wait(1);
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toHaveLength(1);
  });

  it('drops a rating that was meant for an earlier showing', async () => {
    const { user, wait, stores } = await openReview();
    await user.keyboard('a{Enter}');
    wait();
    const { sequence, rate } = stores.session.getState();
    rate(3, sequence);
    wait();
    rate(3, sequence);
    expect(stores.record.getState().recent()).toHaveLength(1);
  });

  it('asks for a choice when Enter comes without one, and takes the focus to the options', async () => {
    const { user } = await openReview();
    await user.keyboard('{Enter}');
    const group = screen.getByRole('group', { name: 'Choose one' });
    expect(group).toHaveFocus();
    expect(group).toHaveAccessibleDescription('Choose an answer first.');
  });

  it('undoes a rating with U: the answered card comes back with its verdict, and the log says so', async () => {
    const { user, wait, stores } = await openReview();
    await user.keyboard('b{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().cards.get(demoCard('one'))?.reps).toBe(1);
    await user.keyboard('u');
    expect(screen.getByRole('heading', { name: 'Not this time. The answer is A.' })).toHaveFocus();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Rating undone'));
    expect(
      stores.record
        .getState()
        .recent()
        .map(({ t }) => t),
    ).toEqual(['answer', 'undo']);
    expect(stores.record.getState().cards.get(demoCard('one'))?.reps ?? 0).toBe(0);
  });

  it('goes back by five undos over five answers to the first card, and nothing that was undone counts', async () => {
    const { user, wait, stores } = await openReview(['one', 'two', 'three', 'four', 'five'].map(choice));
    for (const letter of 'abaab') {
      await user.keyboard(`${letter}{Enter}`);
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    const { recent } = stores.record.getState();
    const counted = () => activeEntries(recent()).filter(({ t }) => t === 'answer');
    expect(counted()).toHaveLength(5);
    for (const id of ['five', 'four', 'three', 'two', 'one']) {
      await user.keyboard('u');
      expect(stores.session.getState().session?.current).toBe(`demo/${id}`);
      expect(screen.getByText(`What about ${id}?`)).toBeVisible();
      wait();
    }
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 5');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
    expect(recent()).toHaveLength(10);
    expect(counted()).toEqual([]);
    expect([...stores.record.getState().cards.values()].filter(({ reps }) => reps > 0)).toEqual([]);
  });

  it('ends in a summary of facts, takes the focus there, and can still be undone from it', async () => {
    const { user, wait } = await openReview([choice('one')]);
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('heading', { level: 1, name: '1 card in 1 min. 1 recalled at first try.' }),
    ).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
  });

  it('ends a long day’s run after 40 cards, and offers the next', async () => {
    const { stores, user, wait } = await openReview(
      Array.from({ length: 60 }, (_, n) => choice(`q${n}`)),
      {
        minutesPerDay: 60,
        newPerDay: 60,
      },
    );
    expect(stores.session.getState().session?.cards).toHaveLength(40);
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    const { answer } = stores.record.getState();
    for (const card of stores.session.getState().session?.waiting ?? []) {
      answer({ card, rev: 'rev1', r: 3, took: 1, at: showingId(`${card}`) });
    }
    answer({
      card: stores.session.getState().session?.current ?? demoCard('q1'),
      rev: 'rev1',
      r: 3,
      took: 1,
      at: showingId('x'),
    });
    const { skip } = stores.session.getState();
    for (let n = 0; n < 39; n += 1) skip();
    await user.click(await screen.findByRole('button', { name: 'Next 20 cards' }));
    expect(stores.session.getState().session?.cards).toHaveLength(60);
  });

  it('promises for tomorrow what tomorrow’s set will have', async () => {
    const { stores, ports, user, wait } = await openReview(Array.from({ length: 40 }, (_, n) => choice(`q${n}`)));
    for (let n = 0; n < 12; n += 1) {
      await user.keyboard('a{Enter}');
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    const words = (await screen.findByText(/^Tomorrow: about/)).textContent ?? '';
    ports.time.now += 86_400_000;
    const plan = planOf(stores).current().set;
    expect(words).toBe(`Tomorrow: about ${plan.cards.length} cards.`);
    expect(plan.fresh).toBe(12);
  });

  it('offers no interval beyond the day before the exam', async () => {
    const { user } = await openReview([choice('one')], { examDate: '2026-11-27' });
    await user.keyboard('a{Enter}');
    expect(screen.getByRole('button', { name: /^Easy/ })).toHaveTextContent('in 3 days');
  });

  it('asks a forgotten card again before the session ends, and lists it in the summary', async () => {
    const { user, wait } = await openReview([choice('one'), choice('two')]);
    for (const keys of ['b{Enter}', '{Enter}', 'a{Enter}', '{Enter}', 'a{Enter}', '{Enter}']) {
      await user.keyboard(keys);
      wait();
    }
    const section = await screen.findByRole('region', { name: 'Worth another look' });
    expect(within(section).getByRole('link', { name: 'Title of one' })).toHaveAttribute('href', '/q/demo/one');
  });

  it('lets a card go that was forgotten four times, and says so', async () => {
    const { user, wait } = await openReview(['one', 'two', 'three', 'four'].map((id) => choice(id)));
    for (let showing = 0; showing < 3 * 4 + 1; showing += 1) {
      await user.keyboard('b{Enter}');
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Let’s leave this one for tomorrow.'));
  });

  it('makes Hard the rating of a right guess, and says why', async () => {
    const { user, wait, stores } = await openReview();
    await user.click(await screen.findByRole('radio', { name: /Option alpha/ }));
    await user.click(screen.getByRole('checkbox', { name: /guessing/ }));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(
      screen.getByRole('heading', { name: /Correct. You marked it as a guess, so it comes back sooner/ }),
    ).toHaveFocus();
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toMatchObject([{ r: 2, guess: true }]);
  });

  it('counts study time without the idle part of a pause', async () => {
    const { user, wait, stores } = await openReview();
    wait(9_000);
    await user.keyboard('a');
    wait(600_000);
    await user.keyboard('{Enter}');
    wait();
    await user.keyboard('{Enter}');
    const [answer] = stores.record.getState().recent();
    expect(answer).toMatchObject({ t: 'answer', took: expect.any(Number) });
    expect((answer as { took: number }).took).toBeGreaterThanOrEqual(69_000);
    expect((answer as { took: number }).took).toBeLessThanOrEqual(70_000);
  });
});

describe('kinds of questions', () => {
  it('recall: Space shows the answer, Space again rates it Good', async () => {
    const { user, wait, stores } = await openReview([recall('one'), recall('two')]);
    await user.keyboard(' ');
    expect(screen.getByRole('heading', { name: 'Answer' })).toHaveFocus();
    expect(screen.getByText('Back of one')).toBeVisible();
    expect(screen.getAllByRole('button', { name: /^(Again|Hard|Good|Easy)/ })).toHaveLength(4);
    wait();
    await user.keyboard(' ');
    expect(stores.record.getState().recent()).toMatchObject([{ card: 'demo/one', r: 3 }]);
  });

  it('recall: with "Space also rates" off, Space and Enter leave the answer alone', async () => {
    const { user, wait, stores } = await openReview([recall('one')]);
    stores.record.getState().setting('spaceRates', false);
    await user.keyboard(' ');
    wait();
    await user.keyboard(' {Enter}');
    expect(
      stores.record
        .getState()
        .recent()
        .filter(({ t }) => t === 'answer'),
    ).toEqual([]);
  });

  it('multi: says how many are chosen of how many, and gives the account of a partly right answer', async () => {
    const { user } = await openReview([multi('one')]);
    const group = await screen.findByRole('group', { name: 'Choose TWO' });
    await user.click(screen.getByRole('checkbox', { name: /Option alpha/ }));
    // The live region says the same words a frame later, so the visible ones are looked for in the group.
    expect(within(group).getByText('1 of 2 selected')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 of 2 selected'));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(
      screen.getByRole('heading', { name: 'Not this time. 1 of 2 right, 1 missed. The answers are A and C.' }),
    ).toHaveFocus();
  });

  it('cloze: the hole is a labelled blank, and is filled in on request', async () => {
    const { user } = await openReview([cloze('one')]);
    expect(screen.getByText('blank, hint: which one')).toBeInTheDocument();
    expect(screen.queryByText('dynamic')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show answer' }));
    expect(screen.getByText('dynamic')).toBeVisible();
  });

  it('cloze: the hint stands in brackets after the hole, and nothing is written in the hole itself', async () => {
    await openReview([cloze('one')]);
    const spoken = screen.getByText('blank, hint: which one');
    expect(spoken.previousElementSibling).toHaveClass('cloze-blank');
    expect(spoken.previousElementSibling).toBeEmptyDOMElement();
    expect(spoken.nextElementSibling).toHaveTextContent('(which one)');
  });

  it('typed: keys write text instead of acting; a first miss may be tried again, then Hard is the default', async () => {
    const { user, wait, stores } = await openReview([typed('one')]);
    const field = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(field, 'fuz12{Enter}');
    expect(field).toHaveValue('fuz12');
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/Not this time\. Try once more/);
    await user.clear(field);
    await user.type(field, 'binpack{Enter}');
    expect(screen.getByRole('heading', { name: /Correct at the second try/ })).toHaveFocus();
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toMatchObject([{ r: 2, given: 'binpack' }]);
  });

  it('typed: a second miss gives the answer and counts as Again', async () => {
    const { user, wait, stores } = await openReview([typed('one')]);
    const field = await screen.findByRole('textbox', { name: 'Your answer' });
    await user.type(field, 'spread{Enter}{Enter}');
    expect(screen.getByRole('heading', { name: 'Not this time. The answer is binpack.' })).toHaveFocus();
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toMatchObject([{ r: 1, given: 'spread' }]);
  });
});

describe('shortcuts', () => {
  it('do nothing while switched off, though Enter and the buttons still work', async () => {
    const { user, stores } = await openReview();
    stores.record.getState().setting('shortcuts', false);
    const radio = screen.getByRole('radio', { name: /alpha/ });
    await waitFor(() => expect(radio).not.toHaveAttribute('aria-keyshortcuts'));
    const before = document.body.innerHTML;
    await user.keyboard('abcdefghijklmnopqrstuvwxyz1234567890/? ');
    expect(document.body.innerHTML).toBe(before);
    await user.click(radio);
    expect(radio).toBeChecked();
  });

  it('do not act on a press inside a control: Space on Undo does one thing', async () => {
    const { user, wait, stores } = await openReview([recall('one'), recall('two')]);
    await user.keyboard(' ');
    wait();
    await user.keyboard('3');
    screen.getByRole('button', { name: 'Undo' }).focus();
    await user.keyboard(' ');
    expect(
      stores.record
        .getState()
        .recent()
        .map(({ t }) => t),
    ).toEqual(['answer', 'undo']);
    expect(stores.session.getState().showing?.phase).toBe('answered');
  });

  it('L opens the section that the card comes from, and a link leads back to it', async () => {
    const { user } = await openReview();
    await user.keyboard('l');
    expect(location.pathname).toBe('/review');
    await user.keyboard('a{Enter}l');
    expect(location.pathname + location.hash).toBe('/notes/demo/ports#dynamic');
    expect(await screen.findByRole('link', { name: 'Back to card' })).toHaveAttribute('href', '/review');
  });

  it('F flags the card and takes the flag off again', async () => {
    const { user } = await openReview();
    await user.keyboard('f');
    expect(screen.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('F');
    expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'false');
  });
});

describe('ratings that make no difference', () => {
  const demoOne = demoCard('one');

  /** The card was forgotten today and is asked again: whatever more than Again comes, it is seen tomorrow. */
  async function openForgotten(question: Question): Promise<OpenedApp> {
    const app = await openReview([question]);
    app.stores.session.getState().close();
    const answer = { card: demoOne, rev: 'rev1', r: 1, took: 1, at: showingId('earlier') } as const;
    act(() => void app.stores.record.getState().answer(answer));
    act(() => app.stores.session.getState().begin([demoOne]));
    app.wait();
    return app;
  }

  it('are one button, which says when the card comes back', async () => {
    const { user, wait, stores } = await openForgotten(choice('one'));
    await user.keyboard('a{Enter}');
    expect(screen.queryByRole('button', { name: /^(Hard|Good|Easy)/ })).toBeNull();
    wait();
    await user.click(screen.getByRole('button', { name: 'Continue, next tomorrow' }));
    expect(stores.record.getState().recent()).toMatchObject([{ r: 1 }, { r: 3 }]);
  });

  it('are one beside Again on a card that the learner rates', async () => {
    const { user } = await openForgotten(recall('one'));
    await user.keyboard(' ');
    const names = screen.getAllByRole('button', { name: /next/ }).map((button) => button.textContent);
    expect(names).toEqual(['Again, next in this session', 'Good, next tomorrow']);
  });

  it.each(['2', '3', '4'])('are all meant by the key %s', async (key) => {
    const { user, wait, stores } = await openForgotten(choice('one'));
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard(key);
    expect(stores.record.getState().recent()).toMatchObject([{ r: 1 }, { r: 3 }]);
  });

  it('are not asked for in practice, where nothing is counted', async () => {
    const { user, wait } = openApp('/q/demo/one', { marks: { started: '1' }, questions: [recall('one')] });
    await waitFor(() => expect(cardHeading()).toHaveFocus());
    wait();
    await user.keyboard(' ');
    const names = screen
      .getAllByRole('button', { name: /^(Again|Hard|Good|Easy)/ })
      .map((button) => button.textContent);
    expect(names).toEqual(['Again', 'Good']);
  });
});
