import fc from 'fast-check';
import { type Attempt, type ExamPaper, type Mark, type Place, untouched } from '../../../src/core/exam/attempt.ts';
import { paperWrite, readAttempt } from '../../../src/core/exam/attempt-registers.ts';
import type { DrawnQuestion } from '../../../src/core/exam/draw-exam.ts';
import type { Moment } from '../../../src/core/exam/exam-clock.ts';
import { type ExamEvent, type ExamStep, type Sitting, sit } from '../../../src/core/exam/sit.ts';
import type { OptionId, Timestamp } from '../../../src/core/model/id.ts';
import type { ExamBlueprint } from '../../../src/core/model/pack.ts';
import type { Response } from '../../../src/core/model/question.ts';
import { noon } from '../../log-builders.ts';
import { packId, questionId } from '../ids.ts';

export const optionId = (text: string) => text as OptionId;

/** The exam that most tests have in mind: 65 questions, 50 of them scored, in 130 minutes. */
export const dva: ExamBlueprint = {
  name: 'DVA-C02',
  questions: 65,
  scored: 50,
  minutes: 130,
  pass: 720,
  scale: [100, 1000],
  domains: {
    development: { title: 'Development', weight: 32 },
    security: { title: 'Security', weight: 26 },
    deployment: { title: 'Deployment', weight: 24 },
    troubleshooting: { title: 'Troubleshooting', weight: 18 },
  },
};

/** Domains `d0`, `d1`, … of these weights. */
export function domainsOf(weights: readonly number[]): Pick<ExamBlueprint, 'domains'> {
  return { domains: Object.fromEntries(weights.map((weight, n) => [`d${n}`, { title: `Domain ${n}`, weight }])) };
}

/** Weights of which one is above nothing, whole or not. */
export const anyWeights: fc.Arbitrary<number[]> = fc
  .tuple(fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }), fc.constantFrom(1, 10, 100))
  .filter(([weights]) => weights.some((weight) => weight > 0))
  .map(([weights, parts]) => weights.map((weight) => weight / parts));

export const minuteMs = 60_000;
/** As long as ten questions have. */
export const limitMs = 20 * minuteMs;

export function drawn(name: string, more: Partial<DrawnQuestion> = {}): DrawnQuestion {
  return { id: questionId(`demo/${name}`), rev: 'r1', domain: 'security', isScored: true, ...more };
}

/** The paper of an exam with `q-1`, `q-2`, …; without strict rules unless it says otherwise. */
export function paperOf(count: number, more: Partial<ExamPaper> = {}): ExamPaper {
  const questions = Array.from({ length: count }, (_, n) => drawn(`q-${n + 1}`));
  return { pack: packId('demo'), startedAt: noon, limitMs, isStrict: false, seed: count, questions, ...more };
}

/** An exam that has just begun. */
export function begun(paper: ExamPaper, id = 'one'): Attempt {
  const { startedAt, limitMs: leftMs, questions } = paper;
  return {
    id,
    paper,
    sheet: questions.map(() => untouched),
    progress: { at: 0, leftMs, wall: startedAt, isPaused: false, extensions: 0 },
    ending: null,
  };
}

/** Whoever answers is right: enough where it does not matter how answers are judged. */
export function markAll(sheet: readonly Place[]): readonly Mark[] {
  return sheet.map(({ response, spentMs }) => {
    const isAnswered = response !== null;
    return { isRight: isAnswered, isAnswered, change: null, spentMs };
  });
}

/** A moment so long after noon, by the clock and by the page. */
export function moment(wallMs: number, uptimeMs = wallMs): Moment {
  return { wall: (noon + wallMs) as Timestamp, uptimeMs };
}

/** An exam on the desk, and the record that it writes. */
export interface Desk extends ExamStep {
  readonly registers: ReadonlyMap<string, string>;
}

/** The exam begins at noon, in a page that was opened at that moment. */
export function openDesk(paper: ExamPaper): Desk {
  const attempt = begun(paper);
  return { sitting: { attempt, uptimeMs: 0 }, writes: [], registers: new Map([paperWrite(attempt.id, paper)]) };
}

export function perform(desk: Desk, event: ExamEvent, when: Moment): Desk {
  const { sitting, writes } = sit(desk.sitting, event, {
    moment: when,
    mark: markAll,
    isAnswered: (_, response) => response !== null,
  });
  return { sitting, writes, registers: new Map([...desk.registers, ...writes]) };
}

/** The page is closed and opened anew: what is left is the record. */
export function reloaded({ registers, sitting }: Desk): Desk {
  const attempt = recorded({ registers, sitting });
  return { sitting: { attempt, uptimeMs: null }, writes: [], registers };
}

/** The exam as its record has it. */
export function recorded({ registers, sitting }: Pick<Desk, 'registers' | 'sitting'>): Attempt {
  const attempt = readAttempt(registers, sitting.attempt.id);
  if (attempt === null) throw new Error('The record has lost the exam');
  return attempt;
}

/** The question on the desk. */
export function onDesk({ sitting: { attempt } }: { readonly sitting: Sitting }): Place {
  return attempt.sheet[attempt.progress.at] ?? untouched;
}

export const pick = (option: string): Response => ({ kind: 'choice', option: optionId(option) });

/** All that can happen to an exam of some questions, most of it often. */
export const anyEvent: fc.Arbitrary<ExamEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ t: fc.constant('answer'), response: fc.constantFrom(null, pick('a'), pick('b')) }),
  },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('go'), to: fc.integer({ min: -1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('strike'), option: fc.constantFrom('a', 'b').map(optionId) }) },
  { weight: 8, arbitrary: fc.record({ t: fc.constantFrom('flag', 'pause', 'resume', 'resume', 'extend', 'tick') }) },
);

/** The same with what ends an exam. */
export const anyEventOrEnd: fc.Arbitrary<ExamEvent> = fc.oneof(
  { weight: 20, arbitrary: anyEvent },
  { weight: 1, arbitrary: fc.record({ t: fc.constantFrom('hand-in', 'drop') }) },
);
