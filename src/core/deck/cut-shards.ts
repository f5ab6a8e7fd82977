const perShard = 50;

/** Neighbours together, so many that a run through cards seldom waits and the first card does not wait long. */
export function cutShards<T>(questions: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(questions.length / perShard);
  return Array.from({ length: count }, (_, n) => questions.slice(n * perShard, (n + 1) * perShard));
}
