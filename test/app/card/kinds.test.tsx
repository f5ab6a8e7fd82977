// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { InlinePrompts } from '../../../src/app/parts/reading/inline-prompts.tsx';
import { createStores, StoresProvider } from '../../../src/app/store/stores.tsx';
import { noteId, packId } from '../../core/ids.ts';
import { choice, portsOf, recall } from '../study-builders.tsx';
import { command, config, json, match, order, shop, typedCloze } from './kind-questions.ts';
import { answers, ask, message, press, verdict } from './kind-screen.ts';

afterEach(cleanup);

describe('order', () => {
  const steps = () => screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/UpDown$/, ''));
  const moveUp = (words: string) => press(`Move “${words}” up`);

  it('is asked as a numbered list in no right order', async () => {
    await ask(order);
    expect(steps().map((words) => words?.[0])).toEqual(['1', '2', '3', '4']);
    expect(steps()[0]).not.toContain('Keep instances');
  });

  it('moves a step by its button, says where it is now and keeps the focus on that button', async () => {
    const { user } = await ask(order);
    const before = steps().findIndex((words) => words?.includes('Apply the strategy'));
    const direction = before === 0 ? 'down' : 'up';
    const after = before === 0 ? 2 : before;
    await user.click(press(`Move “Apply the strategy” ${direction}`));
    expect(press(`Move “Apply the strategy” ${direction}`)).toHaveFocus();
    await waitFor(() =>
      expect(document.getElementById('status')).toHaveTextContent(`“Apply the strategy” is now step ${after} of 4.`),
    );
    expect(steps()[after - 1]).toContain('Apply the strategy');
  });

  it('does nothing at the end of the way, and the button stays', async () => {
    const { user } = await ask(order);
    const first = screen.getAllByRole('button', { name: /^Move .* up$/ })[0] as HTMLElement;
    expect(first).toHaveAttribute('aria-disabled', 'true');
    const before = steps();
    await user.click(first);
    expect(steps()).toEqual(before);
    expect(first).toHaveFocus();
  });

  it('asks for a move before it is checked', async () => {
    const { user } = await ask(order);
    await user.click(press('Check answer'));
    expect(message()).toHaveTextContent('Move the steps into order first.');
    expect(screen.getByRole('group', { name: /Put the steps in order/ })).toHaveFocus();
  });

  it('takes either order of steps that may swap', async () => {
    const app = await ask(order);
    for (const words of [
      'Apply the strategy',
      'Apply the constraints',
      'Apply the attributes',
      'Keep instances with enough resources',
    ])
      for (let n = 0; n < 3; n += 1) if (words !== 'Apply the strategy') await app.user.click(moveUp(words));
    await app.user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent('Correct.');
    expect(screen.getByRole('heading', { name: 'A right order' })).toBeVisible();
    expect(screen.getAllByText('May stand at 2 or 3')).toHaveLength(2);
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ r: 3, given: 'resources attributes constraints strategy' }]);
  });

  it('shows a wrong order beside the right one, with the place of each step', async () => {
    const app = await ask(order);
    for (let n = 0; n < 3; n += 1) await app.user.click(moveUp('Apply the strategy'));
    await app.user.click(moveUp('Apply the attributes'));
    await app.user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent(/Not this time\. \d of 4 steps/);
    expect(screen.getByText(/Too early: step 4/)).toBeVisible();
    app.wait();
    await app.user.click(press('Continue'));
    expect(answers(app)).toMatchObject([{ r: 1 }]);
  });
});

describe('match', () => {
  it('has one list a line, named by the line, with decoys among the choices', async () => {
    await ask(match);
    const list = screen.getByRole('combobox', { name: 'Pull the image from ECR' });
    const choices = within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(choices.toSorted()).toEqual(['Choose…', 'Execution role', 'Service-linked role', 'Task role']);
    expect(list).toHaveValue('');
  });

  it('asks for every line', async () => {
    const { user } = await ask(match);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Pull the image from ECR' }), 'Execution role');
    await user.click(press('Check answer'));
    expect(message()).toHaveTextContent('Choose a match for every line first.');
  });

  it('grades the pairs, and shows the chosen beside the right one', async () => {
    const app = await ask(match);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Pull the image from ECR' }), 'Execution role');
    await app.user.selectOptions(
      screen.getByRole('combobox', { name: 'Read a bucket from code' }),
      'Service-linked role',
    );
    await app.user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent('Not this time. 1 of 2 pairs are right.');
    const wrong = screen.getByText('Read a bucket from code').closest('li') as HTMLElement;
    expect(wrong).toHaveTextContent(/Your answer, not right:\s?Service-linked role\s?Correct:\s?Task role/);
  });

  it('is right with every pair', async () => {
    const app = await ask(match);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Pull the image from ECR' }), 'Execution role');
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Read a bucket from code' }), 'Task role');
    await app.user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent('Correct.');
  });
});

describe('a case', () => {
  const children = ['first-child', 'second-child'].map((id) => ({ ...choice(id), case: shop }));

  it('stands over its first question in full, and over the next behind a line', async () => {
    const { user, wait } = await ask(...children);
    expect(screen.getByRole('heading', { level: 3, name: 'Case: The shop' })).toBeVisible();
    expect(screen.getByText('A shop runs on three instances.')).toBeVisible();
    await user.keyboard('a{Enter}');
    expect(screen.getByText('A shop runs on three instances.')).toBeVisible();
    wait();
    await user.keyboard('{Enter}');
    expect(screen.getByText('A shop runs on three instances.')).not.toBeVisible();
    await user.click(screen.getByText('The case again: The shop'));
    expect(screen.getByText('A shop runs on three instances.')).toBeVisible();
  });
});

describe('kinds that come later', () => {
  it('are shown after a card that came with the page', async () => {
    const { user, wait } = await ask(choice('one'), match);
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('combobox', { name: 'Pull the image from ECR' })).toBeVisible();
  });

  it('are not asked inside a note, where nothing can be edited', async () => {
    const questions = [command, config, json, order, match, typedCloze, recall('one')];
    const stores = createStores(portsOf({ questions }));
    await stores.decks.getState().loadIndexes();
    render(
      <StoresProvider stores={stores}>
        <InlinePrompts address={{ pack: packId('demo'), note: noteId('ports'), section: 'dynamic' }} />
      </StoresProvider>,
    );
    expect(await screen.findByText('What about one?')).toBeVisible();
    expect(await screen.findByText(/The instance joins what/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.querySelectorAll('.inline-question')).toHaveLength(2);
    expect(screen.getAllByRole('heading', { name: 'Do you remember?' })).toHaveLength(1);
  });
});
