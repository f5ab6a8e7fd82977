import type { Page } from 'playwright';
import type { Mark } from '../../../src/core/exam/attempt.ts';
import { endingWrite, paperWrite } from '../../../src/core/exam/attempt-registers.ts';
import { cardsOf } from '../../../src/core/model/cards-of.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { type CardId, type LogId, packOf, type ShowingId, type Timestamp } from '../../../src/core/model/id.ts';
import { exportLog } from '../../../src/core/model/log/export-log.ts';
import { nextPlace, startLog } from '../../../src/core/model/log/log.ts';
import type { EntryFields, LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { createScheduler, type Memory } from '../../../src/core/scheduler/memory/fsrs.ts';
import { seededRandom } from '../../../src/core/text/seeded-random.ts';
import { shippedQuestions } from './shipped-questions.ts';

/** What somebody did with the pack that is shipped, on the days before a journey begins. */
export interface WeeksOfStudy {
  /** Days back from 25 November 2026, 10:00. */
  readonly days: number;
  readonly newPerDay: number;
  /** Ends each week with a practice exam of twenty questions. */
  readonly sitsExams?: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
const beginning = Date.UTC(2026, 10, 25, 8);
const scheduler = createScheduler({ desiredRetention: 0.9 });

interface Known {
  memory: Memory;
  day: number;
}

/** A backup of such a record. The learner recalls as the memory model says, and falls for mistaken beliefs. */
function backupOfWeeks({ days, newPerDay, sitsExams = false }: WeeksOfStudy): string {
  const draw = seededRandom(20_261_125);
  const chance = () => draw(1_000_000) / 1_000_000;
  const questions = shippedQuestions();
  const cards = questions.flatMap((question) => cardsOf(question).map((card) => ({ card, question })));
  const known = new Map<CardId, Known>();
  const log = writtenLog();
  for (let day = -days; day < 0; day += 1) {
    if (day % 7 === -4) continue;
    let ms = beginning + day * dayMs;
    const due = cards.filter(({ card }) => isDue(known.get(card), day));
    const fresh = cards.filter(({ card }) => !known.has(card)).slice(0, newPerDay);
    for (const { card, question } of [...due, ...fresh]) {
      ms += 20_000 + draw(30_000);
      const before = known.get(card) ?? null;
      const recall = before === null ? 0.6 : scheduler.retrievability(before.memory, day - before.day);
      const isRight = chance() < recall;
      log.write(answerOf(card, question, { isRight, took: 5000 + draw(20_000), day }), ms);
      const memory = scheduler.next(before?.memory ?? null, before === null ? 0 : day - before.day, isRight ? 3 : 1);
      known.set(card, { memory, day });
    }
    if (sitsExams && day % 7 === 0) writeExam(log, questions, ms + 3_600_000, () => chance() < 0.7);
  }
  return exportLog(log.entries, { app: 'sveska', made: '2026-11-25T09:00:00Z' });
}

function writtenLog() {
  let clock = startLog('weeksofstudyaaaaaaaa' as LogId);
  const entries: LogEntry[] = [];
  const write = (fields: EntryFields, ms: number) => {
    const place = nextPlace(clock, ms as Timestamp, 0);
    clock = place;
    entries.push({ ...place, ...fields });
  };
  return { entries, write };
}

function isDue(known: Known | undefined, day: number): boolean {
  return known !== undefined && day - known.day >= Math.max(1, scheduler.interval(known.memory.stability));
}

interface Outcome {
  readonly isRight: boolean;
  readonly took: number;
  readonly day: number;
}

function answerOf(card: CardId, question: QuestionSummary, { isRight, took, day }: Outcome): EntryFields {
  const [mistake] = question.beliefs?.[0] ?? [];
  const isGraded = question.kind === 'choice' || question.kind === 'multi';
  return {
    t: 'answer',
    card,
    rev: question.rev,
    r: isRight ? 3 : 1,
    took,
    at: `${card} ${day}` as ShowingId,
    ...(isGraded ? { score: isRight ? 1 : 0, ...(!isRight && mistake !== undefined ? { given: mistake } : {}) } : {}),
    ...(isGraded && took % 9 === 0 ? { guess: true as const } : {}),
  };
}

function writeExam(
  log: ReturnType<typeof writtenLog>,
  questions: readonly QuestionSummary[],
  ms: number,
  isRight: () => boolean,
): void {
  const drawn = questions.filter(({ kind }) => kind === 'choice').slice(0, 20);
  const [first] = drawn;
  if (first === undefined) throw new Error('The shipped pack has no choice');
  const id = `weeks-${ms}`;
  const paper = {
    pack: packOf(first.id),
    startedAt: ms as Timestamp,
    limitMs: null,
    isStrict: false,
    seed: drawn.length,
    questions: drawn.map((question) => ({
      id: question.id,
      rev: question.rev,
      domain: question.domain ?? '',
      isScored: true,
    })),
  };
  const marks = drawn.map((): Mark => ({ isRight: isRight(), isAnswered: true, change: null, spentMs: 40_000 }));
  for (const [key, value] of [
    paperWrite(id, paper),
    endingWrite(id, { at: (ms + 1_200_000) as Timestamp, by: 'learner', marks }),
  ])
    log.write({ t: 'setting', key, value }, ms + 1_200_000);
}

/** Restores such a backup on the settings that are open. */
export async function restoreWeeks(page: Page, weeks: WeeksOfStudy): Promise<void> {
  const buffer = Buffer.from(backupOfWeeks(weeks));
  const file = { name: 'sveska.jsonl', mimeType: 'application/x-ndjson', buffer };
  await page.getByLabel('Restore a backup').setInputFiles(file);
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await page
    .getByText(/entries added\.$/)
    .first()
    .waitFor();
}
