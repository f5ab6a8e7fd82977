import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { visit } from './support/visit.ts';

const app = servedApp();

/** How far texts of the answer reach beyond the boxes that show them, px; nothing may be cut off or scroll. */
async function hiddenWidths(page: Page): Promise<readonly number[]> {
  return page
    .locator('.code-block pre, .learner-text')
    .evaluateAll((all) => all.map((text) => Math.max(0, text.scrollWidth - text.clientWidth)));
}

/** Gives any answer to the card on screen, which must be past the guard. */
async function answer(page: Page): Promise<void> {
  if ((await page.getByRole('radio').count()) > 0) await page.getByRole('radio').first().check();
  if ((await page.locator('[type=checkbox][name=option]').count()) > 0)
    await page.locator('[type=checkbox][name=option]').first().check();
  await page
    .getByRole('button', { name: /^(Show|Check) answer$/ })
    .first()
    .click();
  await page.locator('#answer-heading').waitFor();
}

describe('a command', () => {
  it('that is the answer can be read whole, narrow and wide, and its lines that go on are set in', async () => {
    const page = await app.open('/q/aws-ecs/type-run-fargate-task');
    await page.locator('#card-heading').waitFor();
    await passGuard(page);
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.locator('.code-block').first().waitFor();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(new Set(await hiddenWidths(page)), `${width} px`).toEqual(new Set([0]));
      const starts = await page
        .locator('.code-block code')
        .first()
        .evaluate((code) => [...code.getClientRects()].map(({ left }) => Math.round(left)));
      expect(starts.length, `${width} px`).toBeGreaterThan(1);
      expect(starts[1], `${width} px`).toBeGreaterThan(starts[0] ?? 0);
    }
  });
});

/** The buttons that belong to what has just been opened, and cannot be seen whole above the card's bar. */
function hiddenButtons(page: Page, opened: string): Promise<readonly string[]> {
  return page.locator(`${opened} button`).evaluateAll((all) => {
    const edge = document.querySelector('.action-bar')?.getBoundingClientRect().top ?? innerHeight;
    const hidden = all.filter((button) => button.getBoundingClientRect().bottom > edge);
    return hidden.map((button) => button.textContent ?? '');
  });
}

describe('what opens below an answer', () => {
  it.each([
    ['Write a note on this card', '.note-editor', { width: 1280, height: 800 }],
    ['Write a note on this card', '.note-editor', { width: 360, height: 740 }],
    ['Report a problem', '.report', { width: 1280, height: 800 }],
  ])('is seen with its buttons: %s, %s', async (name, opened, viewport) => {
    const page = await app.open('/q/aws-ecs/second-copy-does-not-start', { viewport });
    await page.getByRole('radio').first().check();
    await passGuard(page);
    await page.getByRole('button', { name: 'Check answer' }).click();
    const opener = page.getByRole('button', { name });
    // Where it is just in sight, what it opens is not.
    await opener.evaluate((button) => button.scrollIntoView({ block: 'end' }));
    await opener.click();
    await page.locator(opened).waitFor();
    expect(await hiddenButtons(page, opened)).toEqual([]);
  });
});

/** How far what is right reaches out of what is seen of the card on a phone, px. */
async function outOfView(page: Page): Promise<number> {
  const right = page.locator('[data-right]').first();
  await right.waitFor();
  return right.evaluate((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    const edge = document.querySelector('.action-bar')?.getBoundingClientRect().top ?? 0;
    return Math.max(0, -top) + Math.max(0, bottom - edge);
  });
}

describe('after a miss on a phone', () => {
  const phone = { viewport: { width: 360, height: 640 } };

  it('the right option is in view with its reason, wherever it stands', async () => {
    const page = await app.open('/q/aws-ecs/second-copy-does-not-start', phone);
    await page.getByRole('radio', { name: /security group/ }).check();
    await passGuard(page);
    await page.getByRole('button', { name: 'Check answer' }).click();
    expect(await outOfView(page)).toBe(0);
  });

  it.each(['type-run-fargate-task', 'typed-memory-for-one-vcpu', 'edit-join-cluster'])(
    'the right answer is: %s',
    async (id) => {
      const page = await app.open(`/q/aws-ecs/${id}`, phone);
      await page.locator('#card-heading').waitFor();
      await passGuard(page);
      await page.getByRole('button', { name: 'Show answer' }).click();
      expect(await outOfView(page)).toBe(0);
    },
  );
});

/** A set of forty cards, the most that a day gives. */
async function openFortyCards(page: Page): Promise<void> {
  await page.goto('/settings');
  for (const [label, value] of [
    ['Minutes a day', '240'],
    ['New cards a day', '100'],
  ] as const) {
    await page.getByLabel(label).fill(value);
    await page.getByLabel(label).blur();
  }
  await visit(page, '/review', '#card-heading');
}

describe('the progress strip', () => {
  it('is one row of cells however many cards there are, narrow and wide, and widens nothing', async () => {
    const page = await app.open(undefined, { viewport: { width: 320, height: 640 } });
    await openFortyCards(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const cells = await page
        .locator('.progress-strip > .cell')
        .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()));
      expect(cells.length).toBeGreaterThanOrEqual(40);
      expect(new Set(cells.map(({ top }) => top)).size, `${width} px`).toBe(1);
      expect(Math.min(...cells.map((cell) => cell.width)), `${width} px`).toBeGreaterThan(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });
});

describe('a heading that takes the focus', () => {
  it('has a bar in the margin, inside the page, and no box', async () => {
    const page = await app.open('/notes/ports#dynamic-ports', { viewport: { width: 360, height: 640 } });
    await page.locator('h2:focus').waitFor();
    const look = await page.locator('h2:focus').evaluate((heading) => {
      const { borderInlineStartWidth, insetInlineStart, content } = getComputedStyle(heading, '::before');
      const left = heading.getBoundingClientRect().left + Number.parseFloat(insetInlineStart);
      return [getComputedStyle(heading).outlineStyle, content !== 'none', borderInlineStartWidth, left >= 0];
    });
    expect(look).toEqual(['none', true, '3px', true]);
  });
});

describe('with forced colours', () => {
  it('no text touches the border of its button', async () => {
    const page = await app.open('/q/aws-ecs/second-copy-does-not-start', { forcedColors: 'active' });
    await page.getByRole('radio').first().check();
    await passGuard(page);
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('.verdict').waitFor();
    const narrow = await page.locator('button').evaluateAll((all) =>
      all.flatMap((button) => {
        const { borderLeftStyle, borderLeftWidth, paddingLeft } = getComputedStyle(button);
        const hasBorder = borderLeftStyle !== 'none' && borderLeftWidth !== '0px';
        return hasBorder && Number.parseFloat(paddingLeft) < 4 ? [button.textContent] : [];
      }),
    );
    expect(narrow).toEqual([]);
  });
});

describe('the page of keys', () => {
  it('keeps its second heading clear of the table above it', async () => {
    const page = await app.open('/help/keyboard');
    await page.locator('h1').waitFor();
    const tableEnds = await page
      .locator('table')
      .evaluateAll((all) => all.map((table) => table.getBoundingClientRect().bottom));
    const tops = await page
      .locator('h2')
      .evaluateAll((all) => all.map((heading) => heading.getBoundingClientRect().top));
    expect((tops[1] ?? 0) - (tableEnds[0] ?? 0)).toBeGreaterThanOrEqual(24);
  });
});

/** Names and descriptions that Chromium gives to assistive technology, with a blank before a sign or twice. */
async function strayBlanks(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes
    .filter(({ ignored, role }) => !ignored && !['StaticText', 'InlineTextBox', 'LineBreak'].includes(role?.value))
    .flatMap(({ name, description }) => [name?.value, description?.value])
    .filter((text): text is string => typeof text === 'string');
  expect(spoken.length).toBeGreaterThan(5);
  return spoken.filter((text) => / [,.;:!?](\s|$)|\s\s|^\s|\s$/.test(text));
}

describe('what a screen reader is given', () => {
  it('has no stray blanks round what a cloze hides', async () => {
    const page = await app.open('/q/aws-ecs/token-lifetime');
    await page.locator('#card-heading').waitFor();
    expect(await strayBlanks(page)).toEqual([]);
  });

  it('has no stray blanks, asked or answered, narrow and wide', async () => {
    const page = await app.open('/review');
    const expectNone = async (state: string) => {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await strayBlanks(page), `${state}, ${width} px`).toEqual([]);
      }
    };
    const kinds = new Set<string>();
    for (let cards = 0; cards < 12 && kinds.size < 3; cards += 1) {
      await page.locator('#card-heading').waitFor();
      await passGuard(page);
      const task = ((await page.locator('#card-heading').textContent()) ?? '').split(' · ').at(-1) ?? '';
      const isNew = !kinds.has(task);
      if (isNew) await expectNone(`${task}, asked`);
      await answer(page);
      if (isNew) await expectNone(`${task}, answered`);
      kinds.add(task);
      await passGuard(page);
      await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
    }
    expect(kinds.size).toBe(3);
  });
});

/** Where the card begins and where its main action stands in the window, px. */
const placesOf = (page: Page) =>
  page.evaluate(() => {
    const topOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
    return { card: Math.round(topOf('form.card') + scrollY), bar: Math.round(topOf('.action-bar')) };
  });

describe('on a first visit', () => {
  it.each([
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ])('neither the card nor its main action moves at $width px, whatever is asked and answered', async (viewport) => {
    const page = await app.open('/', { viewport });
    await page.getByRole('radio').first().waitFor();
    const first = await placesOf(page);
    for (let cards = 0; cards < 4; cards += 1) {
      await passGuard(page);
      expect(await placesOf(page), `card ${cards}, asked`).toEqual(first);
      await answer(page);
      expect(await placesOf(page), `card ${cards}, answered`).toEqual(first);
      await passGuard(page);
      await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
      await page.locator('#card-heading:focus').waitFor();
    }
  });

  it('the options come into view in a window of 640 × 450', async () => {
    const page = await app.open('/', { viewport: { width: 640, height: 450 } });
    await page.getByRole('radio').first().waitFor();
    const seen = await page.locator('.option').evaluateAll((all) => {
      const isSeen = (box: DOMRect) => box.bottom <= innerHeight && box.top >= 0;
      return all.filter((option) => isSeen(option.getBoundingClientRect())).length;
    });
    expect(seen).toBeGreaterThanOrEqual(1);
  });
});
