import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start a browser again and again, and so take longest for their size. */
const slowest = /\/record-(heals|snapshots|survives)\.e2e\.ts$/;

/** The usual order, but for the slowest files: one of those at the end would keep a single core busy alone. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slowest.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
