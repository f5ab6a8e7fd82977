import { drawExercise, type FamilyName, familyNames } from '../../ecs/exercises/draw-exercise.ts';
import { labPath } from '../../ecs/labs/lab-path.ts';
import type { OptionId } from '../../model/id.ts';
import type { LabQuestion } from '../../model/question.ts';

/** What differs from showing to showing. */
type Drawn = Pick<LabQuestion, 'says' | 'given' | 'asks' | 'options' | 'worked' | 'labPath'>;

/** Whether this version knows the family. */
export function isFamily(name: string): name is FamilyName {
  return familyNames.some((each) => each === name);
}

/** The exercise of a seed as a question has it; null for a family that this version does not know. */
export function drawLab(
  { family, parameters }: Pick<LabQuestion, 'family' | 'parameters'>,
  seed: number,
): Drawn | null {
  const exercise = isFamily(family) ? drawExercise(family, parameters, seed) : null;
  if (exercise === null) return null;
  const { says, given, asks, worked, lab } = exercise;
  const options = exercise.options.map(({ id, text, isRight, why }) => ({
    id: id as OptionId,
    text: [text],
    right: isRight,
    rationale: [why],
    belief: null,
    pinned: false,
  }));
  return { says, given, asks, options, worked, labPath: lab === null ? null : labPath(lab.name, lab.scenario) };
}
