import { contains, type Pattern } from './pattern.ts';
import { type PatternReading, type Program, programOf, type Step } from './pattern-program.ts';

/** The steps that a value may have reached, and where each character leads from there, as far as it was asked. */
interface State {
  readonly steps: readonly number[];
  readonly isMatchAtEnd: boolean;
  readonly nextOfAscii: (State | undefined)[];
  readonly nextOfOthers: Map<number, State>;
}

/** What a matcher remembers; beyond so many states it forgets all and begins anew. */
const mostRemembered = 500;

/**
 * A function that says whether a value matches. Its time grows with the length of the value and with that of the
 * pattern, whatever they are: all ways through the pattern are followed at once, and none is tried again.
 */
export function matcherOf(pattern: Pattern, reading: PatternReading): (value: string) => boolean {
  const program = programOf(pattern, reading);
  let known = new Map<string, State>();
  let first = stateOf(program, [program.first], true);
  const follow = (state: State, point: number): State => {
    const made = stateOf(program, stepsAfter(program, state, point), false);
    const kept = known.get(made.steps.join()) ?? made;
    if (known.size >= mostRemembered) {
      known = new Map();
      first = stateOf(program, [program.first], true);
    }
    known.set(kept.steps.join(), kept);
    if (point < 128) state.nextOfAscii[point] = kept;
    else state.nextOfOthers.set(point, kept);
    return kept;
  };
  return (value) => {
    let state = first;
    for (let at = 0; at < value.length && state.steps.length > 0; ) {
      const point = value.codePointAt(at) ?? 0;
      state = (point < 128 ? state.nextOfAscii[point] : state.nextOfOthers.get(point)) ?? follow(state, point);
      at += point > 0xffff ? 2 : 1;
    }
    return state.isMatchAtEnd;
  };
}

function stepsAfter({ steps }: Program, state: State, point: number): readonly number[] {
  return state.steps.flatMap((at) => {
    const step = steps[at];
    return step?.kind === 'character' && contains(step.set, point) ? [step.next] : [];
  });
}

function stateOf(program: Program, entered: readonly number[], isAtStart: boolean): State {
  const steps = closureOf(program, entered, isAtStart, false);
  const atEnd = closureOf(program, steps, isAtStart, true);
  const isMatchAtEnd = atEnd.some((at) => program.steps[at]?.kind === 'accept');
  return { steps, isMatchAtEnd, nextOfAscii: new Array<State | undefined>(128), nextOfOthers: new Map() };
}

/** What is reached without a character, sorted: steps that wait for one, for the end, or are done. */
function closureOf(
  program: Program,
  entered: readonly number[],
  isAtStart: boolean,
  isAtEnd: boolean,
): readonly number[] {
  const seen = new Set(entered);
  // A set goes on through what is added while it is walked.
  for (const at of seen) for (const next of freeNexts(program.steps[at], isAtStart, isAtEnd)) seen.add(next);
  return [...seen]
    .filter((at) => program.steps[at]?.kind !== 'fork' && program.steps[at]?.kind !== 'start')
    .sort(ascending);
}

function freeNexts(step: Step | undefined, isAtStart: boolean, isAtEnd: boolean): readonly number[] {
  if (step?.kind === 'fork') return step.nexts;
  if ((step?.kind === 'start' && isAtStart) || (step?.kind === 'end' && isAtEnd)) return [step.next];
  return [];
}

function ascending(a: number, b: number): number {
  return a - b;
}
