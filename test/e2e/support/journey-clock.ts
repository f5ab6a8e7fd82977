import type { BrowserContext, Page } from 'playwright';

/** When every journey begins: not near the hour at which a day of study ends, nor near the end of a month. */
const beginning = new Date('2026-11-25T10:00:00');

/** A press is ignored for 200 ms after the card changed; see `isTooSoon` of the session's desk. */
const guardMs = 220;

/** Later than any journey: a server that says so never makes the page's clock doubtful. */
const serverDate = 'Fri, 01 Jan 2100 00:00:00 GMT';

/** Gives all pages of a context a clock that runs on as usual and can be put forward. */
export async function startClock(context: BrowserContext): Promise<void> {
  await context.clock.install({ time: beginning });
  await serverSays(context, serverDate);
}

/** What the server answers when the page asks it for the date. */
export async function serverSays(context: BrowserContext, date: string): Promise<void> {
  await context.route('**/', (route) =>
    route.request().method() === 'HEAD' ? route.fulfill({ headers: { date } }) : route.fallback(),
  );
}

/** Puts the page's clock forward; timers that fall due act at once. Nobody waits. */
export async function passTime(page: Page, ms: number): Promise<void> {
  await page.clock.fastForward(ms);
}

/** Puts the clock past the time in which the card on screen ignores presses. */
export async function passGuard(page: Page): Promise<void> {
  await passTime(page, guardMs);
}

/** Resolves when nothing moves, loads or is busy any more and two pictures in a row show the same text. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const state = window as { textBefore?: string };
    const isSame = state.textBefore === document.body.innerHTML;
    state.textBefore = document.body.innerHTML;
    const isBusy = document.querySelector('[aria-busy="true"]') !== null;
    return isSame && !isBusy && document.getAnimations().every(({ playState }) => playState !== 'running');
  });
}
