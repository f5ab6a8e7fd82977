// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExamBlueprint } from '../../../src/core/model/pack.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { packId } from '../../core/ids.ts';
import { choice, cloze, inPack, recall, type TestPack, typed } from '../study-builders.tsx';
import {
  begin,
  choices,
  demoExam,
  examPack,
  handIn,
  lookAgain,
  minuteMs,
  nameHere,
  openExam,
  openSetup,
  pass,
  press,
  question,
  shortPack,
  timeLeft,
} from './exam-screen.tsx';

afterEach(cleanup);

/** As long as the real one, so that its times are those of the real one. */
const longExam: Partial<ExamBlueprint> = {
  questions: 65,
  scored: 50,
  minutes: 130,
  domains: {
    development: { title: 'Development', weight: 50 },
    security: { title: 'Security', weight: 50 },
  },
};

/** It fills an exam of ten and no longer one. */
function packForTen(): TestPack {
  return examPack([...choices('d', 12, 'development'), ...choices('s', 5, 'security')], longExam);
}

const length = (count: number) => screen.getByRole('radio', { name: `${count} questions` });

describe('the lengths of an exam', () => {
  it('are disabled where the pack cannot fill them, and say what is missing', async () => {
    await openSetup([packForTen()]);
    expect(length(10)).toBeEnabled();
    expect(length(10)).toBeChecked();
    expect(length(10)).toHaveAccessibleDescription('20 min');
    expect(length(20)).toBeDisabled();
    expect(length(20)).toHaveAccessibleDescription('“Security” has 5 questions of these forms, and 10 are needed.');
    expect(length(65)).toBeDisabled();
    expect(length(65)).toHaveAccessibleDescription('“Development” has 12 questions of these forms, and 33 are needed.');
    expect(screen.getByRole('button', { name: 'Start 10 questions' })).toBeEnabled();
  });

  it('can be chosen where they can be filled; 20 is what is begun with', async () => {
    const app = await openSetup([
      examPack([...choices('d', 16, 'development'), ...choices('s', 15, 'security')], {
        ...longExam,
        questions: 30,
        scored: 26,
        minutes: 60,
      }),
    ]);
    expect(length(20)).toBeChecked();
    expect(length(30)).toHaveAccessibleDescription(
      '1 h, 4 of them unscored trial questions that you cannot tell from the others',
    );
    await begin(app, { questions: 30 });
    expect(question()).toHaveTextContent('Question 1 of 30 · choose one');
    expect(timeLeft()).toBe('1:00:00 left');
  });

  it('are not offered at all where the pack can fill none: it says so', async () => {
    await openSetup([examPack(choices('d', 6, 'development'))]);
    expect(screen.getByText('The pack has too few questions for an exam.')).toBeVisible();
    expect(
      screen.getByText('10 questions: “Security” has 0 questions of these forms, and 4 are needed.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
  });

  it('leave out drafts, and questions of no domain of the exam', async () => {
    const questions = [
      ...choices('d', 6, 'development'),
      ...choices('s', 2, 'security'),
      { ...choice('draft'), domain: 'security', status: 'draft' as const },
      { ...choice('stray'), domain: 'astronomy' },
      { ...choice('none'), domain: null },
    ];
    await openSetup([examPack(questions)]);
    expect(screen.getByText(/“Security” has 2 questions of these forms, and 4 are needed\./)).toBeVisible();
  });
});

describe('packs and their exams', () => {
  const nowhere = 'No pack that is on says how its exam is made up, so there is none to sit.';

  it('says so where no pack has an exam', async () => {
    await openSetup([{ id: 'demo', questions: [choice('one')] }]);
    expect(screen.getByText(nowhere)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
  });

  it('says so when the pack with the exam is switched off', async () => {
    const { stores } = await openSetup([shortPack()]);
    expect(screen.getByText('Demo exam (DEM-1)')).toBeVisible();
    act(() => stores.record.getState().switchPack(packId('demo'), false));
    expect(screen.getByText(nowhere)).toBeVisible();
  });

  it('lets the learner choose between two, and asks what that pack has', async () => {
    const other: TestPack = {
      id: 'other',
      title: 'Other',
      questions: ['x1', 'x2', 'x3'].map((name) => inPack('other', choice(name))),
      info: {
        exam: {
          ...demoExam,
          name: 'Other exam (OTH-1)',
          questions: 3,
          scored: 3,
          minutes: 9,
          domains: { development: { title: 'Development', weight: 100 } },
        },
      },
    };
    const app = await openSetup([shortPack(), other, { id: 'third', title: 'Third', questions: [] }]);
    const packs = within(screen.getByRole('group', { name: 'Pack' }));
    expect(packs.getAllByRole('radio')).toHaveLength(2);
    expect(packs.getByRole('radio', { name: 'Demo' })).toBeChecked();
    expect(packs.getByRole('radio', { name: 'Other' })).toHaveAccessibleDescription('Other exam (OTH-1)');
    expect(screen.getByRole('button', { name: 'Start 2 questions' })).toBeVisible();
    await app.user.click(packs.getByRole('radio', { name: 'Other' }));
    await begin(app);
    expect(timeLeft()).toBe('9:00 left');
    const asked = [nameHere()];
    for (let turn = 0; turn < 2; turn += 1) {
      await press(app, 'Next');
      asked.push(nameHere());
    }
    expect(asked.toSorted()).toEqual(['x1', 'x2', 'x3']);
  });

  it('tells how the questions are spread over the domains', async () => {
    await openSetup();
    expect(
      screen.getByText('The questions are spread over the exam’s domains: Security 40 %, Development 60 %.'),
    ).toBeVisible();
  });
});

describe('the clock', () => {
  it.each([
    ['As in the exam', '20 min', '20:00'],
    ['With the extra time', '25 min; 30 min on the whole exam', '25:00'],
    ['Half as long again', '30 min', '30:00'],
    ['Twice as long', '40 min', '40:00'],
  ])('%s gives the minutes that it promises', async (clock, promised, given) => {
    const app = await openSetup([packForTen()]);
    expect(screen.getByRole('radio', { name: clock })).toHaveAccessibleDescription(promised);
    await begin(app, { clock });
    expect(timeLeft()).toBe(`${given} left`);
  });

  it('takes another time, which begins at what the exam gives and is kept within bounds', async () => {
    const app = await openSetup([packForTen()]);
    await app.user.click(screen.getByRole('radio', { name: 'Another time' }));
    const field = screen.getByRole('spinbutton', { name: 'Minutes' });
    expect(field).toHaveValue(20);
    await app.user.clear(field);
    await app.user.type(field, '500');
    await app.user.tab();
    expect(field).toHaveValue(200);
    await app.user.clear(field);
    await app.user.type(field, '7');
    await begin(app);
    expect(timeLeft()).toBe('7:00 left');
  });

  it('takes the time that was typed when Enter begins the exam', async () => {
    const app = await openSetup([packForTen()]);
    await app.user.click(screen.getByRole('radio', { name: 'Another time' }));
    await app.user.clear(screen.getByRole('spinbutton', { name: 'Minutes' }));
    await app.user.type(screen.getByRole('spinbutton', { name: 'Minutes' }), '7{Enter}');
    await waitFor(() => expect(question()).toHaveFocus());
    expect(timeLeft()).toBe('7:00 left');
  });

  it('hides the rules where there is no limit, and then nothing is strict', async () => {
    const app = await openSetup([shortPack()]);
    await app.user.click(screen.getByRole('radio', { name: 'Strict' }));
    await app.user.click(screen.getByRole('radio', { name: 'No limit' }));
    expect(screen.queryByRole('group', { name: 'Rules' })).toBeNull();
    await begin(app);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Practice exam');
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('cannot be paused under strict rules, which the screen names', async () => {
    const app = await openSetup([shortPack()]);
    expect(screen.getByRole('radio', { name: 'Practice' })).toBeChecked();
    await begin(app, { rules: 'Strict' });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Strict exam');
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });
});

describe('the forms of questions', () => {
  const others: readonly Question[] = [recall('r1'), recall('r2'), cloze('c1'), cloze('c2'), typed('t1'), typed('t2')];
  const addForms = () => screen.getByRole('checkbox', { name: /^Also ask in forms that the exam does not have/ });
  const onlyDevelopment = (questions: number, scored = questions) => ({
    questions,
    scored,
    domains: { development: { title: 'Development', weight: 100 } },
  });

  it('are those of the exam, until others are added; recall and cloze are never among them', async () => {
    const pack = examPack([...others, ...choices('d', 10, 'development')], onlyDevelopment(12));
    const app = await openSetup([pack]);
    expect(addForms()).not.toBeChecked();
    expect(length(12)).toHaveAccessibleDescription('“Development” has 10 questions of these forms, and 12 are needed.');
    await app.user.click(addForms());
    expect(length(12)).toBeEnabled();
    await begin(app, { questions: 12 });
    const asked = [nameHere()];
    for (let turn = 1; turn < 12; turn += 1) {
      await press(app, 'Next');
      asked.push(nameHere());
    }
    const developed = Array.from({ length: 10 }, (_, n) => `d${n + 1}`);
    expect(asked.toSorted()).toEqual(['t1', 't2', ...developed].toSorted());
  });

  it('take a written answer in an exam, too', async () => {
    const app = await openSetup([examPack([...others, ...choices('d', 10, 'development')], onlyDevelopment(12))]);
    await app.user.click(addForms());
    await begin(app, { questions: 12 });
    while (!/^t/.test(nameHere())) await press(app, 'Next');
    await app.user.type(screen.getByRole('textbox'), 'binpack{Enter}');
    await handIn(app);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('1 of 12, 8 %');
  });

  it('can be added where those of the exam fill no length at all', async () => {
    const app = await openSetup([examPack([...others, choice('d1')], onlyDevelopment(3))]);
    expect(screen.getByText('The pack has too few questions for an exam.')).toBeVisible();
    await app.user.click(addForms());
    expect(screen.getByRole('button', { name: 'Start 3 questions' })).toBeVisible();
  });
});

describe('the clock of an exam under way', () => {
  it('counts down, can be put out of sight, and comes back for the last five minutes', async () => {
    const app = await openExam([shortPack()]);
    pass(app, 90_000);
    expect(timeLeft()).toBe('18:30 left');
    await press(app, 'Hide clock');
    expect(screen.queryByRole('timer')).toBeNull();
    await press(app, 'Show clock');
    await press(app, 'Hide clock');
    pass(app, 14 * minuteMs);
    expect(timeLeft()).toBe('4:30 left');
    expect(screen.queryByRole('button', { name: /clock$/ })).toBeNull();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The clock is shown again.'));
  });

  it('is not moved by whoever sets the device’s clock', async () => {
    const { ports } = await openExam([shortPack()]);
    for (const leap of [-3_600_000, 86_400_000 * 365]) {
      ports.time.now += leap;
      lookAgain();
      expect(timeLeft()).toBe('20:00 left');
    }
  });
});
