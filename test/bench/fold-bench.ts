import { cardIdOf, type QuestionId } from '../../src/core/model/id.ts';
import { foldLog } from '../../src/core/scheduler/fold/fold-log.ts';
import { createScheduler } from '../../src/core/scheduler/memory/fsrs.ts';
import { defaultWeights } from '../core/scheduler/fsrs-formulas.ts';
import type { Bench } from './bench.ts';
import { type FloorStates, foldByHand } from './fold-floor.ts';
import { makeHistory } from './fold-history.ts';

const reviews = 1_000_000;
const cardCount = 100_000;
const rounds = 5;

/** The fold of a long history beside FSRS-6 by hand over typed arrays; the states must agree within 1e-6. */
export const foldBench: Bench = {
  name: 'fold',
  async run() {
    const history = makeHistory(reviews, cardCount);
    const scheduler = createScheduler({ desiredRetention: 0.9 });
    const backwards = [...history.entries].reverse();
    const [floorMs, ours, unordered] = [[], [], []] as [number[], number[], number[]];
    for (let round = 0; round < rounds; round += 1) {
      floorMs.push(millisecondsOf(() => foldByHand(history, cardCount, defaultWeights)));
      ours.push(millisecondsOf(() => foldLog(history.entries, scheduler)));
      unordered.push(millisecondsOf(() => foldLog(backwards, scheduler)));
    }
    const apart = largestDifference(
      foldLog(history.entries, scheduler),
      foldByHand(history, cardCount, defaultWeights),
    );
    const row = (what: string, taken: readonly number[], goal: number) => ({
      what,
      ours: `${Math.min(...taken).toFixed(0)} ms`,
      floor: `${Math.min(...floorMs).toFixed(0)} ms`,
      ratio: Math.min(...taken) / Math.min(...floorMs),
      goal,
    });
    return [
      row('1,000,000 reviews in order', ours, 2),
      row('the same, last first', unordered, 4),
      {
        what: 'largest relative difference',
        ours: apart.toExponential(1),
        floor: '1e-6',
        ratio: apart / 1e-6,
        goal: 1,
      },
    ];
  },
};

function millisecondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function largestDifference(states: ReturnType<typeof foldLog>, floor: FloorStates): number {
  let largest = 0;
  for (let card = 0; card < cardCount; card += 1) {
    const state = states.get(cardIdOf(`aws-ecs/card-${card}` as QuestionId));
    if (state === undefined) throw new Error(`Inconsistent: card ${card} was not folded`);
    const stability = floor.stability[card] ?? 0;
    const difficulty = floor.difficulty[card] ?? 0;
    largest = Math.max(largest, Math.abs(state.stability / stability - 1), Math.abs(state.difficulty / difficulty - 1));
  }
  return largest;
}
