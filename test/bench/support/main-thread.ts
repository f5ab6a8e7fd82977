import type { CDPSession, Page } from 'playwright';

/** Ready to say what the page's main thread spends. */
export async function watchMainThread(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** Main-thread time of an act and of all that it brings about, ms. */
export async function spentMs(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const before = await taskMs(session);
  await act();
  // Long enough for a worker's answer and the paint after it; what the page does meanwhile is all that counts.
  await page.waitForTimeout(100);
  return (await taskMs(session)) - before;
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
