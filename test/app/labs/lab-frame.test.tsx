// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type LabName, labTitles } from '../../../src/core/ecs/labs/lab-names.ts';
import { labPath } from '../../../src/core/ecs/labs/lab-path.ts';
import { labs } from '../../../src/core/ecs/labs/lab-registry.ts';
import { openApp } from '../study-builders.tsx';

const marks = { 'hw:abcdefghijklmnopqrst': '1' };
const names = Object.keys(labTitles) as LabName[];
afterEach(cleanup);

async function openLab(path: string) {
  openApp(path, { marks });
  return screen.findByRole('button', { name: 'Next step' });
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** The words of every part as the picture, the log and the table have them. */
function told(): Readonly<Record<'picture' | 'log' | 'table', readonly string[]>> {
  const clean = (node: Element) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const picture = [...document.querySelectorAll('.lab-sheet .lab-words')].map(clean);
  const latest = [...document.querySelectorAll('.lab-log > ol > li')].at(-1);
  const log = [...(latest?.querySelectorAll('li > span') ?? [])].map(clean);
  const [table] = screen.getAllByRole('table');
  const rows = table === undefined ? [] : within(table).getAllByRole('row').slice(1);
  return { picture, log, table: rows.map((row) => clean(within(row).getAllByRole('cell').at(-1) ?? row)) };
}

describe.each(names)('the lab %s on screen', (name) => {
  it('[J4] shows the same words in picture, log and table, at every step', async () => {
    const lab = await labs[name]();
    for (const seed of fc.sample(fc.nat(100_000), 3)) {
      const scenario = lab.draw(seed);
      const steps = lab.run(scenario).value?.steps.length ?? 0;
      if (steps === 0) continue;
      await openLab(labPath(name, scenario));
      for (let step = 0; step < steps; step += 1) {
        press('Next step');
        const { picture, log, table } = told();
        expect(picture.toSorted()).toEqual(table.toSorted());
        expect(log.filter((words) => !table.includes(words))).toEqual([]);
      }
      cleanup();
    }
  });

  it('opens with a scenario whose steps can be taken to the end and back', async () => {
    await openLab(labPath(name));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(labTitles[name].asks);
    press('To the end');
    expect(screen.getByText(/^Step (\d+) of \1$/)).toBeVisible();
    press('Reset');
    expect(screen.getByText('Nothing yet. Take the first step.')).toBeVisible();
  });

  it('opens as it begins where the address holds nonsense, and says so', async () => {
    await openLab(`/labs/${name}?s=${encodeURIComponent('{"nonsense": -1}')}`);
    expect(screen.getAllByText('This cannot be.').length).toBeGreaterThan(0);
  });
});

describe('a lab on screen', () => {
  it('tells what became of a prediction at the end', async () => {
    await openLab('/labs/placement');
    fireEvent.click(screen.getByRole('radio', { name: 'i-04' }));
    press('To the end');
    expect(screen.getByText(/^You said i-04\. It was i-03\.$/)).toBeVisible();
  });

  it('puts what is changed into the address, and keeps the last scenario that can be', async () => {
    await openLab('/labs/placement');
    fireEvent.click(screen.getByText('Change the scenario'));
    fireEvent.change(screen.getByLabelText('MiB of a task'), { target: { value: '2048' } });
    expect(decodeURIComponent(location.search)).toContain('"memory":2048,"hostPort":0');
    fireEvent.change(screen.getByLabelText('MiB of a task'), { target: { value: '-3' } });
    expect(screen.getByText(/is -3\. Write a whole number/)).toBeVisible();
    expect(decodeURIComponent(location.search)).toContain('"memory":2048,"hostPort":0');
  });

  it('takes a scenario as JSON, or says why not', async () => {
    await openLab('/labs/placement');
    fireEvent.click(screen.getByText('Change the scenario'));
    fireEvent.click(screen.getByText('As JSON'));
    const field = screen.getByLabelText('The scenario, as links and files of a pack hold it');
    fireEvent.change(field, { target: { value: '{' } });
    press('Take this scenario');
    expect(screen.getByText(/This is no JSON/)).toBeVisible();
    fireEvent.change(field, {
      target: { value: '{"task":{"cpu":1,"memory":4},"instances":[{"id":"one","cpu":128,"memory":128}]}' },
    });
    press('Take this scenario');
    expect(screen.getByRole('radio', { name: 'one' })).toBeVisible();
  });

  it('offers what would help where a task found no place', async () => {
    await openLab('/labs/placement');
    fireEvent.change(screen.getByLabelText('MiB of a task'), { target: { value: '9000' } });
    press('To the end');
    fireEvent.click(screen.getByRole('button', { name: /^Make the task smaller .* MiB/ }));
    expect(screen.getByText('Nothing yet. Take the first step.')).toBeVisible();
  });

  it('leads to the questions that such rules make', async () => {
    await openLab('/labs/placement');
    const link = screen.getByRole('link', { name: 'Practise questions that such rules make' });
    expect(link).toHaveAttribute('href', '/questions?kind=lab');
  });

  it('is listed with the others', async () => {
    openApp('/labs', { marks });
    for (const name of names) expect(await screen.findByRole('link', { name: labTitles[name].subject })).toBeVisible();
  });
});
