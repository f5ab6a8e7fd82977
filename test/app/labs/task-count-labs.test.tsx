// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openApp } from '../study-builders.tsx';

const marks = { 'hw:abcdefghijklmnopqrst': '1' };
afterEach(cleanup);

/** Opens a lab, and gives hands that know the keyboard alone. */
async function openLab(name: string) {
  openApp(`/labs/${name}`, { marks });
  await screen.findByRole('button', { name: 'Next step' });
  const user = userEvent.setup();
  /** The focus as Tab would bring it: only to what it stops at. The whole way by Tab is a journey. */
  const tabTo = (target: HTMLElement) => {
    expect(target.tabIndex).toBe(0);
    act(() => target.focus());
    expect(target).toHaveFocus();
  };
  const press = async (button: string | RegExp) => {
    tabTo(screen.getByRole('button', { name: button }));
    await user.keyboard('{Enter}');
  };
  const write = async (label: string, text: string) => {
    tabTo(screen.getByLabelText(label));
    await user.keyboard(`{Control>}a{/Control}${text}`);
  };
  const open = async () => {
    // jsdom neither lets Tab stop at a summary nor opens it by Enter; a browser does, in the journeys.
    await user.click(screen.getByText('Change the scenario'));
  };
  return { user, tabTo, press, write, open };
}

const end = () => document.querySelector('.lab-end')?.textContent ?? '';

describe('labs about numbers of tasks, by keyboard', () => {
  it('divides other tasks among providers, and refuses two bases', async () => {
    const { user, tabTo, press, write, open } = await openLab('capacity-providers');
    await open();
    await write('Tasks', '18');
    tabTo(screen.getByRole('radio', { name: '12' }));
    await user.keyboard(' ');
    await press('To the end');
    expect(end()).toBe('Of 18 tasks: FARGATE 6, FARGATE_SPOT 12.');
    expect(screen.getByText('You said 12, and so it was.')).toBeVisible();
    await press('Remove provider 2');
    await press('Add a provider');
    const [, second] = screen.getAllByLabelText('base');
    if (second === undefined) throw new Error('There is no second provider');
    tabTo(second);
    await user.keyboard('{Control>}a{/Control}1');
    await press('To the end');
    expect(end()).toBe('The strategy is refused, and no task starts.');
  });

  it('gets a stuck deployment going by what it offers, and lets tasks fail', async () => {
    const { press, write, open } = await openLab('deployments');
    await open();
    await write('minimumHealthyPercent', '100');
    await write('maximumPercent', '100');
    await press('To the end');
    expect(end()).toMatch(/^The deployment is stuck: 4 must stay healthy and no more than 4 may run/);
    await press('Allow twice as many tasks (maximumPercent 200)');
    await press('To the end');
    expect(end()).toMatch(/^The deployment is done/);
    await write('New tasks that fail', '1000');
    await press('To the end');
    expect(end()).toMatch(/^Without a circuit breaker the service goes on/);
    await press('Switch the circuit breaker on, with rollback');
    await press('To the end');
    expect(end()).toMatch(/^The circuit breaker trips at 3 failed tasks, and the service goes back/);
  });

  it('scales along another load, step by step', async () => {
    const { press, write, open } = await openLab('auto-scaling');
    await open();
    await press('Load: spike');
    await write('Cooldown, in periods', '0');
    for (let period = 0; period < 3; period += 1) await press('Next step');
    const log = within(screen.getByRole('region', { name: 'What happened' }));
    expect(log.getByText('Period 3: the metric is 95. From 2 to 5 tasks, 3 more.')).toBeVisible();
    await press('Back');
    expect(log.queryByText(/^Period 3: /)).toBeNull();
    await write('Running tasks', '50');
    expect(screen.getByText(/50 running tasks are outside of 1 to 10\./)).toBeVisible();
  });
});
