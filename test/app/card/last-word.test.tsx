// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { choice, type OpenedApp, openApp, recall, typed } from '../study-builders.tsx';
import { command, config, json, typedCloze } from './kind-questions.ts';

afterEach(cleanup);

const marks = { started: '1' };

async function ask(question: Question): Promise<OpenedApp> {
  const app = openApp('/review', { marks, questions: [question] });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const counted = ({ stores }: OpenedApp) =>
  activeEntries(stores.record.getState().recent()).filter(({ t }) => t === 'answer');
const field = () => screen.findByRole('textbox');
const write = async (value: string) => fireEvent.change(await field(), { target: { value } });

/** The answer is refused twice, as a learner who is sure of it would write it. */
async function refused(app: OpenedApp, ...texts: readonly [string, string]): Promise<void> {
  for (const text of texts) {
    await write(text);
    await app.user.click(button('Check answer'));
    app.wait();
  }
}

const sure = (text: string) => [text, text] as const;

const written: readonly (readonly [name: string, question: Question, text: string])[] = [
  ['typed', typed('one'), 'bin packing'],
  ['typed cloze', typedCloze, 'something else'],
  ['command', command, 'aws ecr make-repository'],
  ['config', config, 'ECS_CLUSTER=other\n'],
  ['json', json, '{"family":"other"}'],
];

describe.each(written)('a refused answer to a question of kind %s', (_kind, question, text) => {
  it('is counted as right on the learner’s word, and the log tells so', async () => {
    const app = await ask(question);
    await refused(app, ...sure(text));
    expect(counted(app)).toMatchObject([{ r: 1 }]);
    await app.user.click(button('Count it as right'));
    expect(screen.getByRole('heading', { name: 'Counted as right, by your own word.' })).toHaveFocus();
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(counted(app)).toMatchObject([{ r: 3, given: text, overruled: true }]);
    expect(counted(app)[0]).toHaveProperty('score', expect.any(Number));
  });

  it('stays refused until it is rated, whatever happens to the page', async () => {
    const app = await ask(question);
    await refused(app, ...sure(text));
    await app.user.click(button('Count it as right'));
    expect(counted(app)).toMatchObject([{ r: 1 }]);
  });

  it.each(['button', 'Undo'])('is refused again by its %s', async (way) => {
    const app = await ask(question);
    await refused(app, ...sure(text));
    await app.user.click(button('Count it as right'));
    app.wait();
    await app.user.click(button(way === 'button' ? 'Take that back' : 'Undo'));
    expect(screen.getByRole('heading', { name: /^Not this time/ })).toHaveFocus();
    expect(button('Continue')).toBeVisible();
    expect(counted(app)).toMatchObject([{ r: 1 }]);
  });
});

describe('counting as right', () => {
  it('is Hard where the two tries differed', async () => {
    const app = await ask(typed('one'));
    await refused(app, 'spread', 'bin packing');
    await app.user.click(button('Count it as right'));
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(counted(app)).toMatchObject([{ r: 2, overruled: true }]);
  });

  it('is undone with the rating, and can be rated anew', async () => {
    const app = await ask(typed('one'));
    await refused(app, ...sure('bin packing'));
    await app.user.click(button('Count it as right'));
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
    await app.user.keyboard('u');
    expect(counted(app)).toEqual([]);
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(counted(app)).toMatchObject([{ r: 3, overruled: true }]);
  });

  it('is not offered for what was picked, for what is right, and for nothing', async () => {
    const app = await ask(choice('one'));
    await app.user.keyboard('b{Enter}');
    expect(screen.queryByRole('button', { name: 'Count it as right' })).toBeNull();
    cleanup();
    const right = await ask(typed('one'));
    await write('binpack');
    await right.user.click(button('Check answer'));
    expect(screen.queryByRole('button', { name: 'Count it as right' })).toBeNull();
    cleanup();
    const given = await ask(config);
    await given.user.click(button('Show answer'));
    expect(screen.queryByRole('button', { name: 'Count it as right' })).toBeNull();
  });

  it('has a score in the log for every graded answer, and none for what the learner rates', async () => {
    const app = await ask(choice('one'));
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(counted(app)).toMatchObject([{ r: 3, score: 1 }]);
    cleanup();
    const rated = await ask(recall('one'));
    await rated.user.keyboard(' ');
    rated.wait();
    await rated.user.keyboard('3');
    expect(counted(rated)[0]).not.toHaveProperty('score');
  });
});

describe('Report a problem', () => {
  it('makes a text to copy, with what was asked, given and judged, and in the learner’s words', async () => {
    const app = await ask(typed('one'));
    await refused(app, ...sure('bin packing'));
    await app.user.click(button('Report a problem'));
    const report = screen.getByRole('region', { name: 'Report a problem' });
    expect(within(report).getByRole('textbox')).toHaveFocus();
    await app.user.type(within(report).getByRole('textbox'), 'Two words are right as well.');
    for (const part of ['demo/one', 'rev1', 'Answered: bin packing', 'not right', 'Two words are right as well.']) {
      expect(report).toHaveTextContent(part);
    }
    await app.user.click(within(report).getByRole('button', { name: 'Copy the report' }));
    expect(await navigator.clipboard.readText()).toContain('What is wrong: Two words are right as well.');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'));
  });

  it('gives the focus back when it is closed', async () => {
    const app = await ask(choice('one'));
    await app.user.keyboard('a{Enter}');
    await app.user.click(button('Report a problem'));
    await app.user.click(button('Close'));
    expect(button('Report a problem')).toHaveFocus();
  });
});

describe('what an answer shows', () => {
  it('says a right answer once', async () => {
    const app = await ask(config);
    await write(config.answer);
    await app.user.click(button('Check answer'));
    expect(screen.queryByRole('heading', { name: /right answer/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Part by part' })).toBeNull();
  });

  it('says a right command once, and the others as others', async () => {
    const app = await ask(command);
    await write(command.accepted[0] ?? '');
    await app.user.click(button('Check answer'));
    expect(screen.queryByRole('heading', { name: /^(The|A) right command/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Part by part' })).toBeNull();
  });

  it('says a right word once', async () => {
    const app = await ask(typed('one'));
    await write('binpack');
    await app.user.click(button('Check answer'));
    expect(screen.queryByText('Accepted')).toBeNull();
  });

  it('counts nothing above a list that counts otherwise', async () => {
    const app = await ask(config);
    await refused(app, ...sure('ECS_CLUSTER=other\nECS_ENABLE_TASK_IAM_ROLE = true\n'));
    expect(screen.getByRole('heading', { name: /^Not this time/ }).textContent).not.toMatch(/\d|\bone\b/i);
  });
});
