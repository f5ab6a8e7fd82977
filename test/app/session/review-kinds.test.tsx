// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { showingId } from '../../core/ids.ts';
import { demoCard } from '../card/question-base.ts';
import { choice, cloze, multi, type OpenedApp, openApp, recall, typed } from '../study-builders.tsx';
import { cardHeading, openReview } from './review-screen.tsx';

afterEach(cleanup);

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

  it('are not asked for in practice of a card that is not due', async () => {
    const { user, wait } = openApp('/q/demo/one', { marks: { started: '1' }, questions: [recall('one')] });
    await waitFor(() => expect(cardHeading()).toHaveFocus());
    wait();
    await user.keyboard(' ');
    const names = screen
      .getAllByRole('button', { name: /^(Again|Hard|Good|Easy)/ })
      .map((button) => button.textContent);
    expect(names).toEqual(['Again, next later today', 'Good']);
  });
});
