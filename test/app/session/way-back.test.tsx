// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { choice, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const questions = ['one', 'two', 'three', 'four'].map(choice);
const go = (path: string) => act(() => navigate(path));
const cardOrVerdict = () => screen.findByRole('heading', { level: 3 });

async function goBack(): Promise<void> {
  const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  await act(async () => {
    history.back();
    await moved;
  });
}

async function openReview(): Promise<OpenedApp> {
  const app = openApp('/review', { marks, questions });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

/** Answers every card right but the first two, which are forgotten once. */
async function finish(app: OpenedApp): Promise<void> {
  let forgotten = 0;
  while (screen.queryByRole('heading', { level: 1, name: /recalled at first try/ }) === null) {
    await app.user.keyboard(forgotten < 2 ? 'b{Enter}' : 'a{Enter}');
    forgotten += 1;
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
  }
}

const summary = () => screen.findByRole('heading', { level: 1, name: /recalled at first try/ });

describe('the summary', () => {
  it('is there again after a look at one of its mistakes and Back', async () => {
    const app = await openReview();
    await finish(app);
    await app.user.click(screen.getByRole('link', { name: 'What about one?' }));
    expect(await screen.findByText('What about one?')).toBeVisible();
    await goBack();
    expect(await summary()).toBeVisible();
  });

  it.each(['Exit', 'Done'])('is there again after a mistake was practised and left by %s', async (way) => {
    const app = await openReview();
    await finish(app);
    await app.user.click(screen.getByRole('link', { name: 'What about one?' }));
    await screen.findByText('What about one?');
    app.wait();
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    await app.user.click(await screen.findByRole('link', { name: way }));
    expect(await summary()).toBeVisible();
    expect(location.pathname).toBe('/review');
  });

  it('offers all its mistakes as one practice, which leaves what was relearnt as it is', async () => {
    const app = await openReview();
    await finish(app);
    const states = () => [...app.stores.record.getState().cards.values()];
    const before = states();
    await app.user.click(screen.getByRole('link', { name: 'Practise these 2' }));
    for (const id of ['one', 'two']) {
      expect(await screen.findByText(`What about ${id}?`)).toBeVisible();
      app.wait();
      await app.user.keyboard('a{Enter}');
      app.wait();
      await app.user.keyboard('{Enter}');
    }
    expect(await screen.findByRole('heading', { name: '2 cards practised' })).toHaveFocus();
    expect(screen.getByText('2 right this time.')).toBeVisible();
    expect(screen.getByText('This was practice: your schedule is as it was.')).toBeVisible();
    expect(states()).toEqual(before);
    await app.user.click(screen.getByRole('link', { name: 'Done' }));
    expect(await summary()).toBeVisible();
  });

  it('of the first cards survives a look at a mistake on the home page', async () => {
    const app = openApp('/', { questions });
    await waitFor(() => expect(app.stores.session.getState().session?.cards).toHaveLength(4));
    app.wait();
    await finish(app);
    await app.user.click(screen.getByRole('link', { name: 'What about one?' }));
    await screen.findByText('What about one?');
    await goBack();
    expect(await summary()).toBeVisible();
    expect(location.pathname).toBe('/');
  });

  it('makes room when the learner comes by a link: the next session begins', async () => {
    const app = await openReview();
    await finish(app);
    await app.user.click(screen.getByRole('link', { name: 'Done' }));
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    go('/review');
    expect(await screen.findByRole('heading', { name: 'Nothing is ready.' })).toHaveFocus();
  });
});

describe('a card that was left', () => {
  it.each(['/notes/ports', '/help/keyboard', '/settings', '/search'])(
    'on a first visit for %s is on the home page still, at its verdict',
    async (path) => {
      const app = openApp('/', { questions });
      app.wait();
      await app.user.keyboard('b{Enter}');
      await cardOrVerdict();
      go(path);
      await waitFor(() => expect(screen.queryByText('What about one?')).toBeNull());
      await goBack();
      expect(await cardOrVerdict()).toHaveFocus();
    },
  );

  it('on a first visit is found by the link in the notes', async () => {
    const app = openApp('/', { questions });
    app.wait();
    await app.user.keyboard('b{Enter}l');
    await app.user.click(await screen.findByRole('link', { name: 'Back to card' }));
    expect(await cardOrVerdict()).toHaveTextContent('Not this time');
    expect(location.pathname).toBe('/');
  });

  it('in practice is found by the link in the notes, and Exit leads where the practice began', async () => {
    const app = openApp('/search?q=port', { marks, questions });
    go('/q/demo/two');
    await screen.findByText('What about two?');
    app.wait();
    await app.user.keyboard('b{Enter}l');
    await app.user.click(await screen.findByRole('link', { name: 'Back to card' }));
    expect(await cardOrVerdict()).toHaveTextContent('Not this time');
    await app.user.click(screen.getByRole('link', { name: 'Exit' }));
    await waitFor(() => expect(location.pathname + location.search).toBe('/search?q=port'));
  });
});

describe('Exit of one question', () => {
  it('leads back to the search that found it', async () => {
    const app = openApp('/search?q=port', { marks, questions });
    go('/q/demo/two');
    expect(await screen.findByRole('link', { name: 'Exit' })).toHaveAttribute('href', '/search?q=port');
    await app.user.click(screen.getByRole('link', { name: 'Exit' }));
    await waitFor(() => expect(location.pathname + location.search).toBe('/search?q=port'));
  });

  it('leads to Today where the question was opened by its address', async () => {
    const app = openApp('/q/demo/two', { marks, questions });
    await app.user.click(await screen.findByRole('link', { name: 'Exit' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  });

  it('knows the way after a reload', async () => {
    openApp('/search?q=port', { marks, questions });
    go('/q/demo/two');
    await screen.findByText('What about two?');
    const { state } = history;
    cleanup();
    const again = openApp('/q/demo/two', { marks, questions, historyState: state });
    await again.user.click(await screen.findByRole('link', { name: 'Exit' }));
    await waitFor(() => expect(location.pathname).toBe('/search'));
  });
});
