// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LabQuestion } from '../../../src/core/model/question.ts';
import { drawLab } from '../../../src/core/questions/lab/draw-lab.ts';
import { questionId } from '../../core/ids.ts';
import { base } from '../../core/questions/question-base.ts';
import { openApp } from '../study-builders.tsx';

const marks = { 'hw:abcdefghijklmnopqrst': '1' };
afterEach(cleanup);

const wish = { family: 'capacity-split', parameters: {} };
const question: LabQuestion = { ...base, ...wish, id: questionId('demo/l1'), kind: 'lab', ...drawLab(wish, 0)! };

describe('a question that a rule makes', () => {
  it('is asked with a table and graded, with every reason, the steps and the way to the lab', async () => {
    const { user, wait } = openApp('/q/demo/l1', { marks, questions: [question] });
    const [first] = await screen.findAllByRole('radio');
    expect(screen.getByRole('table')).toBeVisible();
    await user.click(first!);
    wait();
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(await screen.findByText('Step by step')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See it in the lab' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/labs\/capacity-providers\?s=/),
    );
  });
});
