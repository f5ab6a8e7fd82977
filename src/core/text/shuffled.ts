/** The values in an order that is drawn, each as likely as any other (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], draw: (below: number) => number): readonly T[] {
  const free = [...values];
  for (let last = free.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    const moved = free[last] as T;
    free[last] = free[other] as T;
    free[other] = moved;
  }
  return free;
}
