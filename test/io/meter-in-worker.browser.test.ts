import { expect, it } from 'vitest';
import { measureLog } from '../../src/core/scheduler/fit/memory-meter.ts';
import { lineageOf } from '../../src/core/scheduler/fold/lineage.ts';
import { createMeterInWorker } from '../../src/io/measuring/meter-in-worker.ts';
import { forgetfulLog } from '../app/measuring/measured-learner.ts';
import { questionId } from '../core/ids.ts';

const lineage = lineageOf([{ id: questionId('demo/renamed'), was: [questionId('demo/q1')], rev: 'rev1' }]);
const folding = { desiredRetention: 0.9, lineage };

it('measures in a worker what it would measure here, however long the log is', async () => {
  const log = forgetfulLog(5000);
  const finding = await createMeterInWorker().measure(log, folding);
  expect(finding).toEqual(measureLog(log, folding));
  expect(finding.t).toBe('own');
});

it('says what went wrong in the worker', async () => {
  const meter = createMeterInWorker();
  const broken = { ...folding, lineage: JSON.parse('{}') as typeof lineage };
  await expect(meter.measure(forgetfulLog(100), broken)).rejects.toThrow('undefined');
});
