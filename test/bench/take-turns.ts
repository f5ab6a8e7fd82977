/** What differs more than this between two runs of one loop was disturbed by something else. */
const steady = 0.15;

/** Ours, the floor and whatever else is compared, by name. */
type Sides<Name extends string, T> = Readonly<Record<Name, () => T | Promise<T>>>;

/** Runs several sides in turn, so that all meet the same machine. */
export interface Turns {
  /** What each side gave, round by round. Sides that throw end it. */
  take<Name extends string, T>(sides: Sides<Name, T>): Promise<Readonly<Record<Name, readonly T[]>>>;
  /** How the rounds went so far. */
  account(): Account;
}

export interface Account {
  readonly rounds: number;
  /** Rounds that were thrown away, because the machine changed its speed while they ran. */
  readonly repeated: number;
  /** Rounds that were kept all the same, because too many had been repeated. */
  readonly unsteady: number;
}

/**
 * `rounds` are counted after one that only warms up. Before and after each a fixed loop is timed (`loopMs`); where
 * the two differ by more than 15 % the round is repeated, at most as often as there are rounds.
 */
export function createTurns(rounds: number, loopMs: () => number = fixedLoopMs): Turns {
  let account: Account = { rounds: 0, repeated: 0, unsteady: 0 };
  return {
    account: () => account,
    async take(sides) {
      const names = Object.keys(sides) as (keyof typeof sides)[];
      const taken = Object.fromEntries(names.map((name) => [name, []])) as Record<keyof typeof sides, never[]>;
      if (rounds > 1) await oneRound(names, sides);
      let repeats = 0;
      for (let round = 0; round < rounds; ) {
        const before = loopMs();
        const given = await oneRound(names, sides);
        const isSteady = areAlike(before, loopMs());
        if (!isSteady && repeats < rounds) {
          repeats += 1;
          continue;
        }
        for (const [name, value] of given) taken[name].push(value as never);
        account = { ...account, rounds: account.rounds + 1, unsteady: account.unsteady + (isSteady ? 0 : 1) };
        round += 1;
      }
      account = { ...account, repeated: account.repeated + repeats };
      return taken;
    },
  };
}

async function oneRound<Name extends string, T>(names: readonly Name[], sides: Sides<Name, T>) {
  const given: [Name, T][] = [];
  for (const name of names) given.push([name, await sides[name]()]);
  return given;
}

function areAlike(before: number, after: number): boolean {
  return Math.abs(before - after) <= steady * Math.min(before, after);
}

/** Some tens of milliseconds of arithmetic, always the same. */
function fixedLoopMs(): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 1; n < 30_000_000; n += 1) sum = (Math.imul(sum, 31) + n) | 0;
  if (sum === 1) throw new Error('Inconsistent: the loop did nothing');
  return performance.now() - began;
}
