/** A key that was wrong and is not any more (`corrected=`): answers given against the wrong one do not count. */
export interface Correction {
  /** `YYYY-MM-DD`: answers of earlier study days were given against the wrong key. */
  readonly on: string;
  /** `rev`s with the wrong key, from `ids.lock`: a device that was offline may answer them later than that day. */
  readonly voids: readonly string[];
}
