import type { Rating } from '../../../../src/core/model/verdict.ts';
import type { AnswerHabits } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import type { Calibration } from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import type { Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import type { Kernel } from '../../../../src/core/scheduler/memory/memory-kernel.ts';

/**
 * What answers do to the memories of the grid, written from scheduling §2.3 alone: objects, Maps, and nothing of the
 * planner's own tables.
 */
export interface NaiveTables {
  recall(node: Memory, days: number): number;
  answer(node: Memory, days: number): NaiveAnswer;
  readonly first: NaiveAnswer;
}

export interface NaiveAnswer {
  /** In reviews that were remembered. */
  readonly time: number;
  /** Where the memory is afterwards: nodes and their chances. */
  readonly next: ReadonlyMap<Memory, number>;
}

export interface NaiveLearner {
  readonly kernel: Kernel;
  readonly habits: AnswerHabits;
  readonly calibration: Calibration;
}

/** Even steps of the logarithm from 0.05 to 600 days. */
const logs = Array.from({ length: 20 }, (_, step) => Math.log(0.05) + (step * Math.log(600 / 0.05)) / 19);
const difficulties = [1, 4, 7, 10];

/** In the order of the planner's own numbers: the difficulties of the least stability first. */
export const naiveNodes: readonly Memory[] = logs.flatMap((log) =>
  difficulties.map((difficulty) => ({ stability: Math.exp(log), difficulty })),
);

/** Days of the rows: every day up to 60, then a quarter more each time. */
const rowDays = Array.from({ length: 61 }, (_, day) => day);
for (let days = 75; days < 36_500; days *= 1.25) rowDays.push(Math.round(days));

/** The days of the row that is nearest: in days up to 60, in equal ratios (before they are rounded) from there on. */
export function naiveRow(days: number): number {
  if (days <= 60) return rowDays[Math.round(days)]!;
  const far = rowDays.map((_, row) => (row < 60 ? 0 : 60 * 1.25 ** (row - 60)));
  const distances = far.map((each) => (each === 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(days / each))));
  return rowDays[distances.indexOf(Math.min(...distances))]!;
}

/** The shares of the nodes around a memory. */
export function naiveShares({ stability, difficulty }: Memory): ReadonlyMap<Memory, number> {
  const shares = new Map<Memory, number>();
  for (const [step, byStability] of sharesBetween(logs, Math.log(stability))) {
    for (const [level, byDifficulty] of sharesBetween(difficulties, difficulty)) {
      if (byStability * byDifficulty > 0) shares.set(naiveNodes[4 * step + level]!, byStability * byDifficulty);
    }
  }
  return shares;
}

/** Of the two marks around a value, the nearer one has the larger share. */
function sharesBetween(marks: readonly number[], value: number): readonly (readonly [mark: number, share: number])[] {
  if (value <= marks[0]!) return [[0, 1]];
  if (value >= marks.at(-1)!) return [[marks.length - 1, 1]];
  const above = marks.findIndex((mark) => mark > value);
  const part = (value - marks[above - 1]!) / (marks[above]! - marks[above - 1]!);
  return [
    [above - 1, 1 - part],
    [above, part],
  ];
}

export function naiveTables({ kernel, habits, calibration }: NaiveLearner): NaiveTables {
  const answers = new Map<Memory, Map<number, NaiveAnswer>>();
  const recall = (node: Memory, days: number) => {
    const believed = kernel.recallAfter(node.stability, naiveRow(days));
    const { shift, slope, fade } = calibration;
    return shift === 0 && slope === 1 && fade === 0 ? believed : moved(believed, naiveRow(days), calibration);
  };
  function work(node: Memory, days: number): NaiveAnswer {
    const known = recall(node, days);
    const [hard, good, easy] = habits.rememberedShares;
    const chances = [1 - known, known * hard, known * good, known * easy];
    const time = known + (1 - known) * habits.forgottenTime;
    return { time, next: after(kernel, node, naiveRow(days), chances) };
  }
  return {
    recall,
    answer(node, days) {
      const byDays = answers.get(node) ?? new Map<number, NaiveAnswer>();
      answers.set(node, byDays);
      const answer = byDays.get(naiveRow(days)) ?? work(node, days);
      byDays.set(naiveRow(days), answer);
      return answer;
    },
    first: {
      time: habits.newTime,
      next: after(kernel, { stability: 0, difficulty: 0 }, 0, habits.firstShares),
    },
  };
}

/** σ(shift + slope · logit + fade · ln(days / 5)), with recall kept 1e-4 from never and always, and a day at least. */
function moved(believed: number, days: number, { shift, slope, fade }: Calibration): number {
  const kept = Math.max(1e-4, Math.min(1 - 1e-4, believed));
  return 1 / (1 + Math.exp(-shift) * ((1 - kept) / kept) ** slope * (5 / Math.max(1, days)) ** fade);
}

/** Again is followed by a Good on the same day. */
function after(kernel: Kernel, node: Memory, days: number, chances: readonly number[]): ReadonlyMap<Memory, number> {
  const next = new Map<Memory, number>();
  for (const [index, chance] of chances.entries()) {
    const rating = (index + 1) as Rating;
    let memory = answered(kernel, node, days, rating);
    if (rating === 1) memory = answered(kernel, memory, 0, 3);
    for (const [corner, share] of naiveShares(memory)) next.set(corner, (next.get(corner) ?? 0) + chance * share);
  }
  return next;
}

function answered(kernel: Kernel, { stability, difficulty }: Memory, days: number, rating: Rating): Memory {
  return {
    stability: kernel.stabilityAfter(stability, difficulty, days, rating),
    difficulty: kernel.difficultyAfter(difficulty, rating),
  };
}
