import { dayMs } from '../../../model/day-ms.ts';

/** Times further apart than this were given by different wrong clocks, and say nothing about what lay between. */
const clusterGapMs = 30 * dayMs;

/**
 * Where times go that a wrong clock gave: the last to `latest`, the others before it with the same pauses, in their
 * order. Where that would reach back past `earliest`, the longest pauses are cut, as few as will do. `times` are in
 * order and not empty.
 */
export function placeTimes(times: readonly number[], earliest: number, latest: number): readonly number[] {
  const pauses = times.slice(1).map((ms, index) => pauseOf(ms - (times[index] ?? ms)));
  const longest = longestThatFits(pauses, latest - earliest);
  const placed = [latest];
  let ms = latest;
  for (const pause of pauses.toReversed()) {
    ms -= Math.min(pause, longest);
    placed.push(ms);
  }
  return placed.toReversed();
}

function pauseOf(gap: number): number {
  return gap > clusterGapMs ? 1 : gap;
}

/** What pauses are cut to, at least 1 so that none becomes none. */
function longestThatFits(pauses: readonly number[], room: number): number {
  const lengthAt = (most: number) => pauses.reduce((sum, pause) => sum + Math.min(pause, most), 0);
  let fits = 1;
  for (let tooLong = clusterGapMs + 1; tooLong - fits > 1; ) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (lengthAt(middle) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
