import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { cardCountOf, type Question } from '../../src/core/model/question.ts';
import type { ShippedIndex } from '../../src/core/model/shipped-deck.ts';
import { kindOf } from '../../src/core/questions/registry.ts';
import { command, config, json, match, order, shop, typedCloze } from '../app/card/kind-questions.ts';
import { questionId } from '../core/ids.ts';
import { expectAccessible } from './support/check-axe.ts';
import { fillAtOnce } from './support/fill-at-once.ts';
import { journeyDraws } from './support/journey-chance.ts';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { tabWithin } from './support/tab-within.ts';
import { visit } from './support/visit.ts';

const app = servedApp();

const questions: readonly Question[] = [order, match, { ...command, case: shop }, config, json, typedCloze].map(
  (question) => ({ ...question, id: questionId(question.id.replace('demo/', 'aws-ecs/kinds-')) }),
);

/** Adds the questions of these journeys to the pack that is shipped: its index names a shard more. */
async function serveQuestions(page: Page): Promise<void> {
  await page.route('**/assets/aws-ecs-index-*.json', async (route) => {
    const index = (await (await route.fetch()).json()) as ShippedIndex;
    const shard = index.questionShards.length;
    const added = questions.map((question): ShippedIndex['questions'][number] => ({
      ...question,
      cards: cardCountOf(question),
      shard,
      case: null,
    }));
    const questionShards = [...index.questionShards, '/assets/kinds-shard.json'];
    await route.fulfill({ json: { ...index, questions: [...index.questions, ...added], questionShards } });
  });
  await page.route('**/assets/kinds-shard.json', (route) => route.fulfill({ json: questions }));
}

/** Opens a question from within the app, for the server knows no page of it. */
async function openQuestion(page: Page, id: string): Promise<void> {
  await visit(page, `/q/aws-ecs/kinds-${id}`, '#card-heading');
  await expect.poll(() => focusedId(page)).toBe('card-heading');
  await passGuard(page);
}

async function openPage(options: Parameters<typeof app.open>[1], draws?: readonly number[]): Promise<Page> {
  const page = await app.open(undefined, options, draws);
  await serveQuestions(page);
  return page;
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const verdictOf = (page: Page) => page.locator('#answer-heading').textContent();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const moveUp = (page: Page, words: string) => button(page, `Move “${words}” up`);
const steps = ['Keep instances with enough resources', 'Apply the constraints', 'Apply the attributes'];

/** The place of a step on screen, from 0. */
const placeOf = (page: Page, words: string) =>
  page
    .locator('.step')
    .evaluateAll((items, text) => items.findIndex((item) => item.textContent?.includes(text)), words);

/** The last step moves down once if chance put it on top: an order that was not touched is no answer. */
async function nudge(page: Page, activate: (control: Locator) => Promise<void>): Promise<void> {
  if ((await placeOf(page, 'Apply the strategy')) === 0) await activate(button(page, 'Move “Apply the strategy” down'));
}

const login = 'aws ecr create-repository --repository-name demo --region eu-west-1';
const broken = json.start.replace('"memory": 256,', '"memory": 256').replace('8080', '0');

/** A right answer and a wrong one for each kind, by keys alone and by the mouse alone (text comes by pasting). */
interface Journey {
  readonly id: string;
  readonly byKeys: (page: Page, isRight: boolean) => Promise<void>;
  readonly byClick: (page: Page, isRight: boolean) => Promise<void>;
}

const tabTo = (page: Page, selector: string) => tabWithin(page, selector, 40);

async function typeFile(page: Page, text: string): Promise<void> {
  await tabTo(page, '#answer-field');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+Enter');
}

async function pasteByMouse(page: Page, text: string): Promise<void> {
  await page.locator('#answer-field').click();
  await page.locator('#answer-field').fill(text);
  await button(page, 'Check answer').click();
}

const written = (id: string, right: string, wrong: string, keys: 'Enter' | 'Control+Enter'): Journey => ({
  id,
  byKeys: async (page, isRight) => {
    if (keys === 'Control+Enter') return typeFile(page, isRight ? right : wrong);
    await tabTo(page, '#answer-field');
    await page.keyboard.type(isRight ? right : wrong);
    await page.keyboard.press('Enter');
  },
  byClick: (page, isRight) => pasteByMouse(page, isRight ? right : wrong),
});

/** What is typed in the list of a line; the lines stand in any order. */
function roleFor(line: string, isRight: boolean): string {
  if (line === 'Pull the image from ECR') return 'Execution';
  return isRight ? 'Task' : 'Service';
}

const journeys: readonly Journey[] = [
  {
    id: 'placement',
    byKeys: async (page, isRight) => {
      if (!isRight) await nudge(page, (own) => own.press('Space'));
      for (const words of isRight ? steps.toReversed() : ['Apply the strategy']) {
        await moveUp(page, words).focus();
        for (let place = await placeOf(page, words); place > 0; place -= 1) {
          await page.keyboard.press('Space');
          await expect.poll(() => placeOf(page, words)).toBe(place - 1);
          expect(await moveUp(page, words).evaluate((own) => own === document.activeElement)).toBe(true);
        }
      }
      await tabTo(page, 'button[type=submit]');
      await page.keyboard.press('Enter');
    },
    byClick: async (page, isRight) => {
      if (!isRight) await nudge(page, (own) => own.click());
      for (const words of isRight ? steps.toReversed() : ['Apply the strategy']) {
        for (let place = await placeOf(page, words); place > 0; place -= 1) await moveUp(page, words).click();
      }
      await button(page, 'Check answer').click();
    },
  },
  {
    id: 'roles',
    byKeys: async (page, isRight) => {
      await tabTo(page, 'select');
      for (const line of await page.locator('.match-field label').allInnerTexts()) {
        await page.keyboard.type(roleFor(line, isRight));
        await page.keyboard.press('Tab');
      }
      await tabTo(page, 'button[type=submit]');
      await page.keyboard.press('Enter');
    },
    byClick: async (page, isRight) => {
      await page.getByLabel('Pull the image from ECR').selectOption('Execution role');
      await page.getByLabel('Read a bucket from code').selectOption(isRight ? 'Task role' : 'Service-linked role');
      await button(page, 'Check answer').click();
    },
  },
  written('create', login, 'aws ecr create-repository --repository-name shop --force', 'Enter'),
  written('join', config.answer, 'ECS_LOGLEVEL=info\nexport ECS_CLUSTER=prod\n', 'Control+Enter'),
  written('dynamic', json.answer, broken, 'Control+Enter'),
  written('gap', 'ECS_CLUSTER', 'CLUSTER', 'Enter'),
];

const isWritten = ({ id }: Journey) => id !== 'placement' && id !== 'roles';

async function answerRightByKeys(page: Page, journey: Journey): Promise<void> {
  await openQuestion(page, journey.id);
  await journey.byKeys(page, true);
  await expect.poll(() => focusedId(page)).toBe('answer-heading');
  expect(await verdictOf(page)).toMatch(/Correct/);
  await passGuard(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedId(page)).toBe('summary-heading');
}

async function missByKeys(page: Page, journey: Journey): Promise<void> {
  await openQuestion(page, journey.id);
  await journey.byKeys(page, false);
  if (isWritten(journey)) {
    await page.locator('#answer-message').waitFor();
    expect(await focusedId(page)).toBe('answer-field');
    await passGuard(page);
    await page.keyboard.press('Control+Enter');
  }
  await expect.poll(() => focusedId(page)).toBe('answer-heading');
  expect(await verdictOf(page)).toMatch(/Not this time/);
  expect(await page.locator('.feedback').textContent()).toMatch(/Your (answer|order)/);
  await passGuard(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedId(page)).toBe('summary-heading');
}

async function expectEachStateAccessible(page: Page, journey: Journey): Promise<void> {
  const check = (state: string) => expectAccessible(page, `${journey.id}-${state}`);
  await openQuestion(page, journey.id);
  await check('asked');
  await journey.byClick(page, false);
  if (isWritten(journey)) {
    await page.locator('#answer-message').waitFor();
    await check('missed');
    await passGuard(page);
    await button(page, 'Check answer').click();
  }
  await page.locator('#answer-heading').waitFor();
  await check('answered');
}

describe.each(journeys)('the kind of $id', (journey) => {
  it('is answered right with keys alone, then missed; no state has an axe violation or scrolls sideways', async () => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await answerRightByKeys(page, journey);
    // The attempt stays beside the right answer.
    await missByKeys(page, journey);
    await expectEachStateAccessible(page, journey);
  });

  it('is answered right with clicks alone, on a phone', async () => {
    const page = await openPage({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await openQuestion(page, journey.id);
    await journey.byClick(page, true);
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    expect(await verdictOf(page)).toMatch(/Correct/);
  });
});

describe('pairs', () => {
  it.each(['pull', 's3'])('are matched right with keys alone when the line of %s comes first', async (first) => {
    const draw = journeyDraws().find((one) => shownFirst(one >>> 1) === first) ?? 0;
    const page = await openPage({ viewport: { width: 1280, height: 800 } }, [draw]);
    await openQuestion(page, 'roles');
    await journeys.find(({ id }) => id === 'roles')?.byKeys(page, true);
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    expect(await verdictOf(page)).toMatch(/Correct/);
  });
});

/** The line that the app puts first when it shuffles by a seed. */
function shownFirst(seed: number): string | undefined {
  const shown = kindOf('match').vary(match, seed);
  return shown.kind === 'match' ? shown.lefts[0]?.id : undefined;
}

describe('the editor', () => {
  it('lets Tab go, moves lines with Ctrl+] and takes that back with Ctrl+Z', async () => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await openQuestion(page, 'join');
    await tabTo(page, '#answer-field');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+]');
    await expect.poll(() => page.locator('#answer-field').inputValue()).toMatch(/^ {2}# the agent\n {2}ECS/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('#answer-field').inputValue()).toBe(config.start);
    await page.keyboard.press('Tab');
    expect(await focusedId(page)).not.toBe('answer-field');
    expect(await page.locator('#answer-field').inputValue()).toBe(config.start);
  });

  it('takes the caret to the line of a finding', async () => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await openQuestion(page, 'dynamic');
    await pasteByMouse(page, broken);
    await page
      .getByRole('button', { name: /^line \d+:$/ })
      .first()
      .click();
    const selected = await page.locator('#answer-field').evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toMatch(/"memory": 256|"portMappings"/);
  });

  it('takes a pasted megabyte without freezing', async () => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await openQuestion(page, 'join');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), megabyte);
    await page.locator('#answer-field').selectText();
    await page.keyboard.press('Control+v');
    await expect
      .poll(() => page.locator('#answer-field').evaluate((own) => (own as HTMLTextAreaElement).value.length))
      .toBe(megabyte.length);
    await expectMissed(page, megabyte);
  });

  it.each(['create', 'dynamic'])('takes a megabyte into %s without freezing', async (id) => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await openQuestion(page, id);
    await fillAtOnce(page.locator('#answer-field'), megabyte);
    await expectMissed(page, megabyte);
  });
});

const megabyte = 'aws ecs run-task\n'.repeat(61_681);

/** Checks what stands in the field, which is wrong, stays there, and is cut where it is shown beside the answer. */
async function expectMissed(page: Page, text: string): Promise<void> {
  await button(page, 'Check answer').click();
  await page.locator('#answer-message').waitFor();
  expect(await page.locator('#answer-field').inputValue()).toBe(text);
  expect(await page.locator('#answer-message').textContent()).toMatch(/Not this time/);
  await passGuard(page);
  await button(page, 'Show answer').click();
  await page.locator('#answer-heading').waitFor();
  expect(await page.locator('.feedback').textContent()).toMatch(/more characters/);
}
