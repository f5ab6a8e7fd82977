import { type CharacterSet, complement, type Pattern } from './pattern.ts';

/** A step of a nondeterministic automaton; numbers are the steps that follow. */
export type Step =
  | { readonly kind: 'character'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'fork'; readonly nexts: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'accept' };

export interface Program {
  readonly steps: readonly Step[];
  readonly first: number;
}

/** Whether all of a value must match, or any part of it. */
export type PatternReading = 'whole' | 'anywhere';

const anything: Pattern = {
  kind: 'repeat',
  part: { kind: 'character', set: complement([]) },
  least: 0,
  most: Number.POSITIVE_INFINITY,
};

/** The automaton of a pattern (Ken Thompson, "Regular expression search algorithm", 1968), built from its end. */
export function programOf(pattern: Pattern, reading: PatternReading): Program {
  const steps: Step[] = [{ kind: 'accept' }];
  const whole: Pattern = reading === 'whole' ? pattern : { kind: 'sequence', parts: [anything, pattern, anything] };
  return { first: build(steps, whole, 0), steps };
}

function add(steps: Step[], step: Step): number {
  return steps.push(step) - 1;
}

/** Adds what leads through the pattern to `next`; gives where it begins. */
function build(steps: Step[], pattern: Pattern, next: number): number {
  switch (pattern.kind) {
    case 'character':
      return add(steps, { kind: 'character', set: pattern.set, next });
    case 'sequence':
      return pattern.parts.reduceRight((after, part) => build(steps, part, after), next);
    case 'either':
      return add(steps, { kind: 'fork', nexts: pattern.parts.map((part) => build(steps, part, next)) });
    case 'repeat':
      return buildRepeat(steps, pattern, next);
    default:
      return add(steps, { kind: pattern.kind, next });
  }
}

function buildRepeat(
  steps: Step[],
  { part, least, most }: Extract<Pattern, { readonly kind: 'repeat' }>,
  next: number,
): number {
  let first = next;
  if (most === Number.POSITIVE_INFINITY) {
    const loop = add(steps, { kind: 'accept' });
    steps[loop] = { kind: 'fork', nexts: [build(steps, part, loop), next] };
    first = loop;
  } else {
    for (let n = least; n < most; n += 1)
      first = add(steps, { kind: 'fork', nexts: [build(steps, part, first), next] });
  }
  for (let n = 0; n < least; n += 1) first = build(steps, part, first);
  return first;
}
