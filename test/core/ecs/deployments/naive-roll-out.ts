/** The bounds found by trying numbers, as their definitions say: least healthy, most running. */
export function naiveBounds(desired: number, minimumHealthyPercent: number, maximumPercent: number) {
  let lower = 0;
  while (100 * lower < desired * minimumHealthyPercent) lower += 1;
  let upper = 0;
  while (100 * (upper + 1) <= desired * maximumPercent) upper += 1;
  return { lower, upper };
}

/**
 * Whether a deployment can end, found by trying every order of single steps: a start, a start that became healthy, a
 * stop of an old task. Also every state that was met, as `old/starting/fresh`.
 */
export function everyOrder(desired: number, lower: number, upper: number, room: number) {
  const met = new Set<string>();
  let ends = false;
  const waiting: [old: number, starting: number, fresh: number][] = [[desired, 0, 0]];
  for (;;) {
    const state = waiting.pop();
    if (state === undefined) return { ends, met };
    const [old, starting, fresh] = state;
    if (met.has(state.join('/'))) continue;
    met.add(state.join('/'));
    if (old === 0 && starting === 0 && fresh === desired) ends = true;
    const all = old + starting + fresh;
    if (all < upper && all < desired + room && starting + fresh < desired) waiting.push([old, starting + 1, fresh]);
    if (starting > 0) waiting.push([old, starting - 1, fresh + 1]);
    if (old > 0 && old + fresh - 1 >= lower) waiting.push([old - 1, starting, fresh]);
  }
}
