import type { Outcome } from '../../model/diagnostic.ts';
import type { EngineFinding } from '../verdicts/engine-finding.ts';
import type { LabName } from './lab-names.ts';

/**
 * A rule of Amazon ECS to play with: a scenario goes in, what happens comes out, step by step. Pure: the same scenario
 * gives the same steps, and chance is drawn from its seed.
 *
 * A scenario is the JSON that stands in an address, in a file of a pack and in a question, with what was left out filled in.
 */
export interface Lab<Scenario, Picture> {
  readonly name: LabName;
  /** What it opens with. */
  readonly start: Scenario;
  /** Reads what somebody wrote; a finding with its remedy for everything that cannot be. */
  read(value: unknown): Outcome<Scenario, EngineFinding>;
  /** A scenario drawn from a seed. */
  draw(seed: number): Scenario;
  /** What there is before the first step. */
  given(scenario: Scenario): readonly LabTable[];
  /** The same scenario in other ways beside each other; null where there is nothing to compare. */
  compare(scenario: Scenario): LabTable | null;
  /** What happens. No value where AWS refuses the scenario, or does not say what comes of it. */
  run(scenario: Scenario): Outcome<LabRun<Scenario, Picture>, EngineFinding>;
}

/** A table as text; the first cell of a row names it. */
export interface LabTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface LabRun<Scenario, Picture> {
  readonly prediction: Prediction;
  /** What the steps pass through, in order; the steps of one task after another pass it again. */
  readonly stages: readonly string[];
  /** How things stand before the first step; its `stage` is -1. */
  readonly before: LabStep<Picture>;
  readonly steps: readonly LabStep<Picture>[];
  /** What came of it, in a sentence or two. */
  readonly outcome: string;
  /** What it came to in numbers, by name: `instances used`. Levels are judged by these. */
  readonly measures: Readonly<Record<string, number>>;
  /** What would help where it came to nothing: a button each. */
  readonly remedies: readonly Remedy<Scenario>[];
  /** What the run rests on that no document tells. */
  readonly findings: readonly EngineFinding[];
}

/** A change of the scenario, said as what the learner would do: `Leave the host port open`. */
export interface Remedy<Scenario> {
  readonly label: string;
  readonly scenario: Scenario;
}

/** What the learner may foretell before the first step. */
export interface Prediction {
  readonly asks: string;
  readonly options: readonly string[];
  /** What comes true; more than one where AWS does not say which. */
  readonly right: readonly string[];
}

/** One thing that happens. Its line of the log, its table and its picture are all made of this. */
export interface LabStep<Picture> {
  /** Its place in the stages, from 0. */
  readonly stage: number;
  /** What happens, in full sentences. */
  readonly says: string;
  /** What the cells of the parts are. */
  readonly heads: readonly string[];
  readonly parts: readonly LabPart[];
  /** What only the drawing needs: amounts to draw as squares, lines between parts. */
  readonly picture: Picture;
}

/** How one part of the picture stands after a step: an instance, a copy of a task, a capacity provider. */
export interface LabPart {
  readonly name: string;
  readonly standing: Standing;
  /** How it stands, in two or three words: `Out at step 1`. */
  readonly lead: string;
  /** Why, in sentences; may be empty. */
  readonly words: string;
  /** In the order of the step's heads. */
  readonly cells: readonly string[];
}

/** `behind`: still possible, and no longer the best; `chosen`: what the step decided for. */
export type Standing = 'waiting' | 'kept' | 'behind' | 'best' | 'out' | 'chosen';

/** A part in words, the same in the log, in the table and in the picture. */
export function wordsOfPart({ lead, words }: LabPart): string {
  return words === '' ? `${lead}.` : `${lead}. ${words}`;
}
