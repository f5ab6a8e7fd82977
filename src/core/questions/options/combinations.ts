/** How many ways there are to pick so many of so many; 1 where none is picked. */
export function combinations(from: number, pick: number): number {
  let ways = 1;
  for (let step = 1; step <= pick; step++) ways = (ways * (from - pick + step)) / step;
  return ways;
}
