// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { InlinePrompts } from '../../../src/app/parts/reading/inline-prompts.tsx';
import { createStores, StoresProvider } from '../../../src/app/store/stores.tsx';
import type { Question } from '../../../src/core/model/question.ts';
import { noteId, packId } from '../../core/ids.ts';
import { choice, type OpenedApp, openApp, portsOf, recall } from '../study-builders.tsx';
import { command, config, json, match, order, shop, typedCloze } from './kind-questions.ts';

afterEach(cleanup);

const marks = { started: '1' };

async function ask(...questions: readonly Question[]): Promise<OpenedApp> {
  const app = openApp('/review', { marks, questions });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const message = () => document.getElementById('answer-message');
const verdict = () => screen.getByRole('heading', { level: 3, name: /^(Correct|Not this time)/ });
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const answers = (app: OpenedApp) => app.stores.record.getState().recent();
/** Bounds the work of drawing, however long the text is. */
const elementsOnScreen = () => document.querySelectorAll('*').length;
const paste = (value: string) => fireEvent.change(field(), { target: { value } });

/** Misses once, then again; the second miss shows the answer. */
async function missTwice({ user, wait }: OpenedApp): Promise<void> {
  await user.click(press('Check answer'));
  wait();
  await user.click(press('Check answer'));
  wait();
}

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

describe('command', () => {
  it('is a field that nothing corrects, and Enter checks', async () => {
    const { user } = await ask(command);
    expect(field()).toHaveAttribute('autocorrect', 'off');
    expect(field()).toHaveAttribute('autocapitalize', 'none');
    expect(field()).toHaveAttribute('spellcheck', 'false');
    expect(field().rows).toBe(1);
    await user.type(field(), 'aws ecr create-repository --region eu-west-1 --repository-name=demo{Enter}');
    expect(verdict()).toHaveTextContent('Correct.');
  });

  it('keeps the line breaks of what is pasted, and Enter after a backslash goes on', async () => {
    const { user } = await ask(command);
    paste('aws ecr create-repository \\\n  --repository-name demo');
    expect(field()).toHaveValue('aws ecr create-repository \\\n  --repository-name demo');
    expect(field().rows).toBe(2);
    await user.type(field(), ' \\{Enter}--region eu-west-1');
    expect(field().rows).toBe(3);
    await user.type(field(), '{Enter}');
    expect(verdict()).toHaveTextContent('Correct.');
  });

  it('says after the first miss what is off, not what is right', async () => {
    const { user } = await ask(command);
    await user.type(field(), 'aws ecr create-repository --repository-name shop{Enter}');
    expect(message()).toHaveTextContent(
      'Not this time. Look again at --repository-name shop. Something is missing. Try once more',
    );
    expect(message()).not.toHaveTextContent('demo');
    expect(field()).toHaveFocus();
  });

  it('says what each part was after the second, with the attempt beside the right command, and records Again', async () => {
    const app = await ask(command);
    await app.user.type(field(), 'aws ecr create-repository --repository-name shop --force');
    await missTwice(app);
    const diff = screen.getByRole('heading', { name: 'Part by part' }).closest('section') as HTMLElement;
    const lines = within(diff)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/^\s*Kept: aws ecr create-repository/);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Different: --repository-name shop should be --repository-name demo/),
        expect.stringMatching(/Extra: --force/),
        expect.stringMatching(/Missing: --region eu-west-1/),
      ]),
    );
    expect(screen.getByText('aws ecr create-repository --repository-name shop --force')).toBeVisible();
    expect(screen.getByText(command.accepted[0] as string)).toBeVisible();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ r: 1, given: 'aws ecr create-repository --repository-name shop --force' }]);
  });

  it('says at once which characters no shell reads', async () => {
    const { user } = await ask(command);
    await user.type(field(), 'aws ecr create-repository –-repository-name demo --region eu-west-1{Enter}');
    expect(message()).toHaveTextContent(/an en dash/);
  });

  it('gives the author’s reason against a listed command', async () => {
    const { user } = await ask(command);
    await user.type(field(), 'docker create demo{Enter}');
    expect(message()).toHaveTextContent('docker create makes a container, not a repository.');
  });

  it('makes characters visible that turn the text round', async () => {
    const app = await ask(command);
    paste('aws ecr \u202ecreate-repository');
    await missTwice(app);
    expect(document.querySelector('.feedback')?.textContent).not.toMatch(/\u202e/);
    expect(screen.getAllByText('U+202E')[0]).toBeVisible();
  });

  it('keeps a pasted megabyte, says what is wrong with it and does not freeze', async () => {
    const app = await ask(command);
    const book = 'aws ecr '.repeat(131_072);
    paste(book);
    await app.user.click(press('Check answer'));
    expect(message()).toHaveTextContent('The text has 1,048,576 characters; a command has at most 16,384.');
    expect(field()).toHaveValue(book);
    app.wait();
    await app.user.click(press('Check answer'));
    expect(elementsOnScreen()).toBeLessThan(500);
    expect(screen.getByText(/and 1,046,576 more characters/)).toBeVisible();
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)[0]).toMatchObject({ r: 1, given: book.slice(0, 4000) });
  });

  it('is tried a second time at the price of Hard', async () => {
    const app = await ask(command);
    await app.user.type(field(), 'aws{Enter}');
    app.wait();
    await app.user.clear(field());
    await app.user.type(field(), `${command.accepted[0]}{Enter}`);
    expect(verdict()).toHaveTextContent('Correct at the second try, so it comes back sooner.');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ r: 2 }]);
  });
});

describe('config', () => {
  it('opens with the file as it was found, its lines numbered', async () => {
    await ask(config);
    expect(field()).toHaveValue(config.start);
    expect(document.querySelector('.editor-numbers')).toHaveTextContent('1 2 3 4');
  });

  it('asks for a change', async () => {
    const { user } = await ask(config);
    await user.click(press('Check answer'));
    expect(message()).toHaveTextContent('Change the file first.');
    expect(field()).toHaveFocus();
  });

  it('marks the line that is wrong and leads the caret to it', async () => {
    const { user } = await ask(config);
    paste('ECS_LOGLEVEL=info\nECS_CLUSTER = prod\n');
    await user.click(press('Check answer'));
    expect(document.querySelector('.editor-mark')).toHaveTextContent('▸ 2');
    await user.click(screen.getAllByRole('button', { name: 'line 2:' })[0] as HTMLElement);
    expect(field()).toHaveFocus();
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('ECS_CLUSTER = prod');
  });

  it('lets the marks follow their lines while the file is edited', async () => {
    const { user } = await ask(config);
    paste('ECS_LOGLEVEL=info\nECS_CLUSTER = prod\n');
    await user.click(press('Check answer'));
    paste('# one\n# two\nECS_LOGLEVEL=info\nECS_CLUSTER = prod\n');
    expect(document.querySelector('.editor-mark')).toHaveTextContent('▸ 4');
    expect(screen.getAllByRole('button', { name: 'line 4:' })[0]).toBeVisible();
  });

  it('checks on Ctrl+Enter and takes the mended file for right', async () => {
    const { user } = await ask(config);
    paste(config.answer);
    await user.type(field(), '{Control>}{Enter}{/Control}');
    expect(verdict()).toHaveTextContent('Correct.');
  });

  it('indents on Ctrl+], takes it back on Ctrl+[, and lets Tab go', async () => {
    const { user } = await ask(config);
    await user.click(field());
    field().setSelectionRange(0, config.start.length - 1);
    await user.keyboard('{Control>}]{/Control}');
    expect(field()).toHaveValue(config.start.replace(/^(?=.)/gm, '  '));
    await user.keyboard('{Control>}[[{/Control}');
    expect(field()).toHaveValue(config.start);
    await user.tab();
    expect(field()).not.toHaveFocus();
    expect(field()).toHaveValue(config.start);
  });

  it('shows the second miss beside the right file, line by line and variable by variable', async () => {
    const app = await ask(config);
    paste('export ECS_CLUSTER=prod\n');
    await missTwice(app);
    expect(verdict()).toHaveTextContent(/Not this time\. .*a right answer stands below/);
    expect(screen.getByRole('region', { name: 'Your answer' })).toHaveTextContent('export ECS_CLUSTER=prod');
    expect(screen.getAllByText('line 1:')[0]).toBeVisible();
    expect(screen.getByText(/^# the agent/)).toHaveTextContent('ECS_CLUSTER=prod');
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ r: 1, given: 'export ECS_CLUSTER=prod\n' }]);
  });

  it('shows the answer of a file that was left as it was', async () => {
    const { user } = await ask(config);
    await user.click(press('Show answer'));
    expect(verdict()).toHaveTextContent('Not this time.');
    expect(screen.getByRole('region', { name: 'Your answer' })).toHaveTextContent('ECS_CLUSTER = prod');
  });
});

describe('json', () => {
  it('names the line of what does not parse', async () => {
    const { user } = await ask(json);
    paste('{\n  "family": "web",\n}\n');
    await user.click(press('Check answer'));
    expect(screen.getByRole('list', { name: 'Found in your answer' })).toHaveTextContent(/line 2: A comma/);
  });

  it('points at the line that the question asks about, without saying what it wants', async () => {
    const { user } = await ask(json);
    paste(json.start.replace('8080', '9090'));
    await user.click(press('Check answer'));
    expect(screen.getAllByRole('button', { name: 'line 9:' })[0]).toBeVisible();
    expect(screen.getByRole('list', { name: 'Found in your answer' })).toHaveTextContent(
      'hostPort is not what the question asks for.',
    );
  });

  it('takes the mended document for right', async () => {
    const { user } = await ask(json);
    paste(json.start.replace('8080', '0'));
    await user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent('Correct.');
  });

  it.each([
    ['a pasted megabyte', '[1,2] '.repeat(174_763)],
    ['a deep nest', '['.repeat(100_000)],
  ])('keeps %s and says what is wrong with it', async (_name, text) => {
    const { user } = await ask(json);
    paste(text);
    await user.click(press('Check answer'));
    expect(elementsOnScreen()).toBeLessThan(500);
    expect(screen.getByRole('list', { name: 'Found in your answer' })).not.toBeEmptyDOMElement();
    expect(field()).toHaveValue(text);
  });
});

describe('typed cloze', () => {
  it('has a labelled field in place of the hole', async () => {
    const app = await ask(typedCloze);
    const hole = screen.getByRole('textbox', { name: 'Fill in the blank, hint: a key' });
    expect(hole.closest('p')).toHaveTextContent('The instance joins what (a key) names.');
    await app.user.type(hole, 'ecs_cluster{Enter}');
    expect(verdict()).toHaveTextContent('Correct.');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ r: 3, given: 'ecs_cluster' }]);
  });

  it('keeps its hint beside the field, where it is not taken for an answer and stays while one is typed', async () => {
    const { user } = await ask(typedCloze);
    expect(screen.getByRole('textbox')).not.toHaveAttribute('placeholder');
    await user.type(screen.getByRole('textbox'), 'x');
    expect(screen.getByText('(a key)')).toBeVisible();
  });

  it('has one more try, then shows the words beside the attempt', async () => {
    const app = await ask(typedCloze);
    await app.user.type(screen.getByRole('textbox'), 'CLUSTER');
    await app.user.click(press('Check answer'));
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/Not this time/);
    app.wait();
    await app.user.click(press('Check answer'));
    expect(verdict()).toHaveTextContent('Not this time. The answer is ECS_CLUSTER.');
    expect(screen.getByText('CLUSTER')).toBeVisible();
    expect(screen.getByText('Your answer, not right')).toBeVisible();
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
    expect(screen.getAllByRole('heading', { name: 'Do you remember?' })).toHaveLength(2);
  });
});
