// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UpdateOffer } from '../../src/app/parts/update-offer.tsx';
import { createStores, StoresProvider } from '../../src/app/store/stores.tsx';
import { portsOf } from './study-builders.tsx';

let reloads = 0;
let newVersionIsKept: () => void = () => {};

beforeEach(() => {
  reloads = 0;
});
afterEach(cleanup);

describe('a new version', () => {
  it('is not spoken of before it is kept', () => {
    openAt('/');
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it('is offered, and taken when the learner says so', async () => {
    openAt('/');
    act(() => newVersionIsKept());
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(reloads).toBe(1);
  });

  it('can wait', async () => {
    openAt('/notes');
    act(() => newVersionIsKept());
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect([screen.queryByText('A new version is ready.'), reloads]).toEqual([null, 0]);
  });

  it.each(['/review', '/q/demo/one'])('does not interrupt a session at %s', (path) => {
    openAt(path);
    act(() => newVersionIsKept());
    expect(screen.queryByText('A new version is ready.')).toBeNull();
  });
});

function openAt(path: string): void {
  history.replaceState(null, '', path);
  const ports = portsOf();
  const keepOffline = (onUpdate: (reload: () => void) => void) => {
    newVersionIsKept = () => onUpdate(() => reloads++);
  };
  render(
    <StoresProvider stores={createStores({ ...ports, keepOffline })}>
      <UpdateOffer />
    </StoresProvider>,
  );
}
