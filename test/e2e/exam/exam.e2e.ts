import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoViolations } from '../support/check-axe.ts';
import { passTime } from '../support/journey-clock.ts';
import { servedApp } from '../support/serve-app.ts';
import { untilSaved } from '../support/until-saved.ts';

const app = servedApp();
const minuteMs = 60_000;
const wide = { viewport: { width: 1280, height: 800 } };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page) => page.locator('.card-heading');

interface Wish {
  readonly questions: number;
  readonly isStrict?: boolean;
}

async function startExam(page: Page, { questions, isStrict = false }: Wish): Promise<void> {
  await page.goto('/exam');
  await page.getByRole('radio', { name: `${questions} questions`, exact: true }).check();
  if (isStrict) await page.getByRole('radio', { name: 'Strict', exact: true }).check();
  await button(page, `Start ${questions} questions`).click();
  await page.locator('.card-heading:focus').waitFor();
}

/** What the clock shows, in seconds. */
async function secondsLeft(page: Page): Promise<number> {
  const digits = await page.getByRole('timer').innerText();
  const parts = /(?:(\d+):)?(\d+):(\d+)/.exec(digits) ?? [];
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

/** As many options as the question asks for, the first ones. */
async function answerByMouse(page: Page): Promise<void> {
  const options = page.locator('[name=option]');
  const isOne = (await options.first().getAttribute('type')) === 'radio';
  const count = isOne ? 1 : Number(/of (\d)/.exec(await page.locator('.options-count').innerText())?.[1]);
  for (let place = 0; place < count; place += 1) await options.nth(place).check();
}

/** From the question on the desk to the one before `end`, answering each; pages are turned with keys. */
async function answerUpTo(page: Page, end: number): Promise<void> {
  for (;;) {
    const number = Number(/\d+/.exec(await heading(page).innerText())?.[0]);
    if (number >= end) return;
    await answerByMouse(page);
    await page.keyboard.press('n');
    await expect.poll(() => heading(page).innerText()).toMatch(new RegExp(`^Question ${number + 1}\\b`));
  }
}

describe('an exam of 65 questions', () => {
  it('outlives reloads and clocks that are set, and is reported on in full', async () => {
    const page = await app.open(undefined, wide);
    await startExam(page, { questions: 65 });
    expect(await secondsLeft(page)).toBeGreaterThan(129 * 60);
    await answerUpTo(page, 12);
    await passTime(page, 90_000);
    await untilSaved(page);
    const before = await secondsLeft(page);
    await page.reload();
    await page.getByRole('heading', { name: 'The exam is paused' }).waitFor();
    // The questions are out of sight, and the time stands.
    expect(await page.locator('.prompt').count()).toBe(0);
    await passTime(page, 20 * minuteMs);
    expect(before - (await secondsLeft(page))).toBeLessThan(10);
    await button(page, 'Go on').click();
    await page.locator('.card-heading:focus').waitFor();
    expect(await heading(page).innerText()).toMatch(/^Question 12\b/);
    expect(await page.locator('.exam-cell-answered').count()).toBe(11);
    const then = await secondsLeft(page);
    await page.clock.setSystemTime('2017-11-25T10:30:00');
    await answerUpTo(page, 30);
    await page.clock.setSystemTime('2035-11-25T10:30:00');
    await answerUpTo(page, 65);
    await answerByMouse(page);
    const spent = then - (await secondsLeft(page));
    expect(spent).toBeGreaterThanOrEqual(0);
    expect(spent).toBeLessThan(60 * 60);
    await button(page, 'To the end').click();
    await page.getByText('0 not answered, 0 flagged.').waitFor();
    await button(page, 'Submit exam').click();
    await page.getByRole('heading', { level: 1, name: /^\d+ of 50, \d+ %$/ }).waitFor();
    await page.getByText(/^15 more were unscored trial questions/).waitFor();
    const cells = await page.locator('.exam-report table').first().locator('tbody tr td:first-of-type').allInnerTexts();
    const totals = cells.map((text) => Number(/of (\d+)/.exec(text)?.[1]));
    expect(totals).toEqual([16, 13, 12, 9]);
    await page.getByRole('radio', { name: 'All 65' }).check();
    expect(await page.locator('.exam-reviewed').count()).toBe(65);
    expect(await page.locator('.exam-reviewed', { hasText: 'trial question' }).count()).toBe(15);
  });
});

describe('a hasty hand', () => {
  it('comes to the next question by a double click on Next, and not past it', async () => {
    const page = await app.open(undefined, { viewport: { width: 360, height: 640 } });
    await startExam(page, { questions: 10 });
    await answerByMouse(page);
    await button(page, 'Next').dblclick();
    await expect.poll(() => heading(page).innerText()).toMatch(/^Question 2\b/);
  });
});

describe('a strict exam', () => {
  it('ends with its clock although it is closed, with the answers that were given', async () => {
    const page = await app.open(undefined, wide);
    await startExam(page, { questions: 10, isStrict: true });
    await answerUpTo(page, 4);
    await untilSaved(page);
    const path = new URL(page.url()).pathname;
    await page.goto('/notes');
    await page.getByText(/An exam is under way: 3 of 10 answered/).waitFor();
    await passTime(page, 21 * minuteMs);
    await page.goto(path);
    await page.getByText('The time ran out, and the exam ended with it.').waitFor();
    await page.getByText('7 questions not answered, which counts as wrong.').waitFor();
    await page.getByRole('link', { name: 'All exams' }).click();
    await page.getByRole('row', { name: /10 questions .* strict, time ran out/ }).waitFor();
  });
});

describe('an exam in two tabs', () => {
  it('is on the desk of one at a time, and keeps what both answered', async () => {
    const page = await app.open(undefined, wide);
    await startExam(page, { questions: 10 });
    await answerUpTo(page, 3);
    await untilSaved(page);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.getByRole('heading', { name: 'This exam is open in another tab' }).waitFor();
    await button(second, 'Go on here').click();
    await button(second, 'Go on').click();
    await second.locator('.card-heading:focus').waitFor();
    expect(await second.locator('.exam-cell-answered').count()).toBe(2);
    await passTime(page, 1000);
    await page.getByRole('heading', { name: 'This exam is open in another tab' }).waitFor();
    await answerUpTo(second, 5);
    await button(second, 'Submit').click();
    await button(second, 'Submit exam').click();
    await second.getByRole('heading', { level: 1, name: /of 10/ }).waitFor();
    await second.getByText('6 questions not answered').waitFor();
    // The first tab hears of it from the record.
    await page.getByRole('heading', { level: 1, name: /of 10/ }).waitFor();
  });
});

describe('an exam by keys alone', () => {
  it('is set up, answered, flagged, handed in and looked through, without an axe violation on the way', async () => {
    const page = await app.open('/exam', wide);
    await page.getByRole('radio', { name: '20 questions', exact: true }).focus();
    await page.keyboard.press('ArrowUp');
    await button(page, 'Start 10 questions').focus();
    await expectAccessible(page, 'exam setup');
    await button(page, 'Start 10 questions').focus();
    await page.keyboard.press('Enter');
    for (let number = 1; number <= 10; number += 1) {
      await expect.poll(() => heading(page).innerText()).toMatch(new RegExp(`^Question ${number}\\b`));
      await page.keyboard.press('a');
      await page.keyboard.press('2');
      if (number === 4) await page.keyboard.press('f');
      if (number === 4) await expectAccessible(page, 'exam question');
      if (number < 10) await page.keyboard.press('n');
    }
    await page.keyboard.press('p');
    await page.locator('.exam-cell').nth(3).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).innerText()).toMatch(/^Question 4\b/);
    await button(page, 'Pause').press('Enter');
    await expectNoViolations(page, 'exam paused');
    await button(page, 'Go on').press('Enter');
    await button(page, 'Submit').press('Enter');
    await page.getByText('0 not answered, 1 flagged.').waitFor();
    await expectAccessible(page, 'exam before its end');
    await button(page, 'Submit exam').press('Enter');
    await page.locator('.exam-reviewed').first().waitFor();
    await expectAccessible(page, 'exam report');
    await page.getByRole('link', { name: 'All exams' }).press('Enter');
    await page.getByRole('heading', { name: 'Exams so far' }).waitFor();
    await expectAccessible(page, 'exams so far');
  });
});
