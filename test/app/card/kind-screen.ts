import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { type OpenedApp, openApp } from '../study-builders.tsx';

const marks = { started: '1' };

export async function ask(...questions: readonly Question[]): Promise<OpenedApp> {
  const app = openApp('/review', { marks, questions });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

export const message = () => document.getElementById('answer-message');
export const verdict = () => screen.getByRole('heading', { level: 3, name: /^(Correct|Not this time)/ });
export const press = (name: string | RegExp) => screen.getByRole('button', { name });
export const answers = (app: OpenedApp) => app.stores.record.getState().recent();
