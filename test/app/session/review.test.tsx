// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, cloze, multi } from '../study-builders.tsx';
import { cardHeading, openReview } from './review-screen.tsx';

afterEach(cleanup);

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
});
