import { measureLog } from '../../src/core/scheduler/fit/memory-meter.ts';
import { noLineage } from '../../src/core/scheduler/fold/lineage.ts';
import { type Bench, boundRow, growthRow, holdsRow, medianOf, msOf } from './bench.ts';
import { makeHistory } from './fold/fold-history.ts';

const [small, large] = [10_000, 100_000] as const;
const folding = { desiredRetention: 0.9, lineage: noLineage };

/** The measurement of a learner's memory from the entries of a log, as a worker makes it, when one is found and adopted. */
export const measureBench: Bench = {
  name: 'measure',
  async run(turns) {
    const [few, many] = [logOf(small), logOf(large)];
    const found = [few, many].map((log) => measureLog(log, folding));
    const taken = await turns.take({
      ours: () => msOf(() => measureLog(few, folding)),
      many: () => msOf(() => measureLog(many, folding)),
    });
    const ours = medianOf(taken.ours);
    return [
      boundRow('measure a memory by 10,000 answers on later days', 'ms', ours, 1000),
      growthRow('measure a memory', { size: small, ours }, { size: large, ours: medianOf(taken.many) }),
      holdsRow(
        'measure: each finds another memory',
        found.every(({ t }) => t === 'own'),
      ),
    ];
  },
};

/** Ten answers to each card, of which nine are on a later day than the one before. */
function logOf(evidence: number) {
  const cards = Math.ceil(evidence / 9);
  return makeHistory(10 * cards, cards).entries;
}
