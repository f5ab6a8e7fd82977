// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openApp } from '../study-builders.tsx';

afterEach(cleanup);

const groupOf = (need: string) => screen.getByRole('group', { name: `Whose permission does “${need}” take?` });

describe('the lab of roles, by keyboard', () => {
  it('takes an answer into the address, and says in the end what belief a wrong one stands for', async () => {
    const user = userEvent.setup();
    openApp('/labs/roles', { marks: { 'hw:abcdefghijklmnopqrst': '1' } });
    await screen.findByRole('button', { name: 'Next step' });
    await user.click(screen.getByText('Change the scenario'));
    within(groupOf('pull from ECR')).getByRole('radio', { name: 'task role' }).focus();
    await user.keyboard(' ');
    within(groupOf('application calls AWS')).getByRole('radio', { name: 'task role' }).focus();
    await user.keyboard(' ');
    expect(decodeURIComponent(location.search)).toContain('"need":"pull from ECR","assigned":"task role"');
    screen.getByRole('button', { name: 'To the end' }).focus();
    await user.keyboard('{Enter}');
    const wrong = within(document.querySelector<HTMLElement>('.lab-sheet') ?? document.body);
    expect(wrong.getByText(/^Not the task role, but the task execution role\.$/)).toBeVisible();
    expect(
      wrong.getByText(/With the permission there alone, the image is not pulled and the task stops\./),
    ).toBeVisible();
    expect(wrong.getByText('Right: task role.')).toBeVisible();
    expect(screen.getAllByText('1 of 5 right, 3 not answered.').length).toBeGreaterThan(0);
  });

  it('asks about what is ticked, and keeps what can be run', async () => {
    const user = userEvent.setup();
    openApp('/labs/roles', { marks: { 'hw:abcdefghijklmnopqrst': '1' } });
    await screen.findByRole('button', { name: 'Next step' });
    await user.click(screen.getByText('Change the scenario'));
    await user.click(screen.getByText('What is asked about (5, at most 8)'));
    screen.getByRole('checkbox', { name: 'push of an image' }).focus();
    await user.keyboard(' ');
    expect(within(groupOf('push of an image')).getAllByRole('radio').length).toBeGreaterThan(4);
    for (const each of screen.getAllByRole('checkbox', { checked: true })) await user.click(each);
    expect(screen.getByText(/Write a list of 1 to 8\./)).toBeVisible();
    expect(screen.getByText('2 steps')).toBeVisible();
  });
});
