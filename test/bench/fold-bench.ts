import { cardIdOf } from '../../src/core/model/id.ts';
import { foldLog } from '../../src/core/scheduler/fold/fold-log.ts';
import { createScheduler } from '../../src/core/scheduler/memory/fsrs.ts';
import { questionId } from '../core/ids.ts';
import { defaultWeights } from '../core/scheduler/fsrs-formulas.ts';
import { type Bench, growthRow, medianOf, msOf, ratioRow } from './bench.ts';
import { type FloorStates, foldByHand } from './fold-floor.ts';
import { makeHistory } from './fold-history.ts';

const reviews = 1_000_000;
const cardCount = 100_000;
/** A tenth of both, to see how the time grows. */
const fewer = 10;
const most = 2;

/** The fold of a long history beside FSRS-6 by hand over typed arrays; the states must agree within 1e-6. */
export const foldBench: Bench = {
  name: 'fold',
  async run(turns) {
    const history = makeHistory(reviews, cardCount);
    const small = makeHistory(reviews / fewer, cardCount / fewer);
    const scheduler = createScheduler({ desiredRetention: 0.9 });
    const backwards = [...history.entries].reverse();
    const taken = await turns.take({
      floor: () => msOf(() => foldByHand(history, cardCount, defaultWeights)),
      ours: () => msOf(() => foldLog(history.entries, scheduler)),
      backwards: () => msOf(() => foldLog(backwards, scheduler)),
      smallFloor: () => msOf(() => foldByHand(small, cardCount / fewer, defaultWeights)),
      small: () => msOf(() => foldLog(small.entries, scheduler)),
    });
    const states = foldLog(history.entries, scheduler);
    const apart = largestDifference(states, foldByHand(history, cardCount, defaultWeights));
    const [ours, floor] = [medianOf(taken.ours), medianOf(taken.floor)];
    const [little, littleFloor] = [medianOf(taken.small), medianOf(taken.smallFloor)];
    return [
      ratioRow('fold 1,000,000 reviews', { unit: 'ms', ours, floor }, most),
      ratioRow('fold the same, last first', { unit: 'ms', ours: medianOf(taken.backwards), floor }, 2 * most),
      growthRow('fold', { size: reviews / fewer, ours: little, floor: littleFloor }, { size: reviews, ours, floor }),
      ratioRow('fold: largest difference, in millionths', { unit: '', ours: apart * 1e6, floor: 1 }, 1),
    ];
  },
};

function largestDifference(states: ReturnType<typeof foldLog>, floor: FloorStates): number {
  let largest = 0;
  for (let card = 0; card < cardCount; card += 1) {
    const state = states.get(cardIdOf(questionId(`aws-ecs/card-${card}`)));
    if (state === undefined) throw new Error(`Inconsistent: card ${card} was not folded`);
    const stability = floor.stability[card] ?? 0;
    const difficulty = floor.difficulty[card] ?? 0;
    largest = Math.max(largest, Math.abs(state.stability / stability - 1), Math.abs(state.difficulty / difficulty - 1));
  }
  return largest;
}
