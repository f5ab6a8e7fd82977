import { cardIdOf } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { CutLog } from '../../../src/core/scheduler/fold/base/base.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { type LiveFold, startLiveFold } from '../../../src/core/scheduler/fold/live-fold.ts';
import { questionId } from '../../core/ids.ts';
import { cutAfterAll } from '../../core/scheduler/fold-log.ts';
import { defaultWeights } from '../../core/scheduler/memory/fsrs-formulas.ts';
import { type Bench, growthRow, medianOf, msOf, ratioRow } from '../bench.ts';
import { type FloorStates, foldByHand } from './fold-floor.ts';
import { makeHistory } from './fold-history.ts';

const reviews = 1_000_000;
const cardCount = 100_000;
/** A tenth of both, to see how the time grows. */
const fewer = 10;
const most = 2;

/**
 * The fold of a long history beside FSRS-6 by hand over typed arrays. Measured is `buildBase` as the app calls it, with
 * all entries in the base: columns of all cards, of which no state is made yet; the states that `startLiveFold` makes of
 * them must agree within 1e-6.
 */
export const foldBench: Bench = {
  name: 'fold',
  async run(turns) {
    const history = makeHistory(reviews, cardCount);
    const small = makeHistory(reviews / fewer, cardCount / fewer);
    const folded = fold(history.entries);
    const backwards = [...history.entries].reverse();
    const taken = await turns.take({
      floor: () => msOf(() => foldByHand(history, cardCount, defaultWeights)),
      ours: () => msOf(() => fold(history.entries)),
      backwards: () => msOf(() => fold(backwards)),
      smallFloor: () => msOf(() => foldByHand(small, cardCount / fewer, defaultWeights)),
      small: () => msOf(() => fold(small.entries)),
      start: () => msOf(() => startLiveFold(folded)),
    });
    const { states } = startLiveFold(folded);
    const apart = largestDifference(states, foldByHand(history, cardCount, defaultWeights));
    const [ours, floor] = [medianOf(taken.ours), medianOf(taken.floor)];
    const [little, littleFloor] = [medianOf(taken.small), medianOf(taken.smallFloor)];
    return [
      ratioRow('fold 1,000,000 reviews', { unit: 'ms', ours, floor }, most),
      ratioRow('fold the same, last first', { unit: 'ms', ours: medianOf(taken.backwards), floor }, 2 * most),
      ratioRow('go on from its 100,000 cards', { unit: 'ms', ours: medianOf(taken.start), floor }),
      growthRow('fold', { size: reviews / fewer, ours: little, floor: littleFloor }, { size: reviews, ours, floor }),
      ratioRow('fold: largest difference, in millionths', { unit: '', ours: apart * 1e6, floor: 1 }, 1),
    ];
  },
};

function fold(entries: readonly LogEntry[]): CutLog {
  return buildBase(entries, { desiredRetention: 0.9, lineage: noLineage }, cutAfterAll);
}

function largestDifference(states: LiveFold['states'], floor: FloorStates): number {
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
