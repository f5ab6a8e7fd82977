// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { command, config, json, match, order, typedCloze } from '../card/kind-questions.ts';
import { multi, type OpenedApp, typed } from '../study-builders.tsx';
import { handIn, onePack, openAt, press, saved } from './exam-screen.tsx';

afterEach(cleanup);

const forms: readonly (readonly [name: string, question: Question])[] = [
  ['an order', order],
  ['pairs', match],
  ['a command', command],
  ['a configuration', config],
  ['a JSON document', json],
  ['a typed cloze', typedCloze],
  ['a typed word', typed('one')],
  ['several options', multi('one')],
];

/** An exam of that question alone. */
async function openForm(question: Question): Promise<OpenedApp> {
  const app = await openAt('/exam', [onePack(question)]);
  const more = await screen.findByRole('checkbox', { name: /^Also ask in forms/ });
  if (question.kind !== 'multi') await app.user.click(more);
  await press(app, /^Start 1 question/);
  await screen.findByRole('heading', { level: 2, name: /^Question ?1/ });
  return app;
}

describe.each(forms)('%s in an exam', (_, question) => {
  it('that is not answered is reported on with what is right', async () => {
    const app = await openForm(question);
    await handIn(app);
    expect(await screen.findByRole('heading', { level: 1, name: '0 of 1, 0 %' })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 3, name: /^Question 1 · not answered, wrong/ })).toBeVisible();
  });
});

describe('what is typed in an exam', () => {
  it('is written when the typing rests, not with every key, and when the page is turned', async () => {
    const app = await openForm(typed('one'));
    await saved(app);
    const before = app.stores.record.getState().entries;
    await app.user.type(screen.getByRole('textbox'), 'binpack');
    expect(app.stores.record.getState().entries).toBe(before);
    await press(app, 'To the end');
    await press(app, 'Submit exam');
    expect(await screen.findByRole('heading', { level: 1, name: '1 of 1, 100 %' })).toBeVisible();
  });
});
