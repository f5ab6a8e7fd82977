// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedApp } from '../study-builders.tsx';
import { command, config, json, typedCloze } from './kind-questions.ts';
import { answers, ask, message, press, verdict } from './kind-screen.ts';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

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
    expect(lines[0]).toMatch(/^\s*Right: aws ecr create-repository/);
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
    expect(verdict()).toHaveTextContent(/Not this time\. .*a right answer is below/);
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
