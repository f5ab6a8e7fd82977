import { choicesOf, type FamilyName, familyNames } from '../../ecs/exercises/draw-exercise.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { LabQuestion } from '../../model/question.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { readBlocks } from '../answer-blocks.ts';
import { textsOfFences } from '../find-answer.ts';
import { noTexts } from '../no-texts.ts';
import { rightIds } from '../options/grade-options.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';
import { drawLab, isFamily } from './draw-lab.ts';

/** ` ```yaml lab ` with `draw:` and what the author fixes. */
export const labReader: QuestionReader<'lab'> = {
  kind: 'lab',
  name: 'lab',
  form: 'blocks',
  fix: 'Write the block ```yaml lab with draw: and the name of a family.',
  check: null,
  recognises: ({ answer }) => (answer.form === 'fences' ? answer.fences.findIndex(({ role }) => role === 'lab') : -1),
  decides: textsOfFences,
  read: readLab,
  prove,
  mutants: null,
  rightOptions: ({ options }) => rightIds(options),
  texts: () => noTexts,
};

function readLab(source: QuestionSource): Outcome<LabQuestion> {
  const { byRole, diagnostics } = readBlocks(source, [{ role: 'lab', language: 'yaml', need: 'one' }]);
  const block = byRole.get('lab');
  if (block === undefined) return { value: null, diagnostics };
  const { draw = '', seed, ...parameters } = block.settings;
  const faults = [
    ...diagnostics,
    ...(isFamily(draw) ? faultsOf(draw, parameters, block.place) : [unknownFamily(draw, block.place)]),
  ];
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) {
    faults.push(complain('E106', block.place, `The seed "${seed.slice(0, 20)}" is no whole number.`, 'Write seed: 7.'));
  }
  const base = { family: draw, parameters };
  const drawn = faults.length > 0 ? null : drawLab(base, Number(seed ?? 0));
  if (drawn === null) return { value: null, diagnostics: faults };
  const value: LabQuestion = {
    ...source.base,
    kind: 'lab',
    ...base,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...drawn,
  };
  return { value, diagnostics: faults };
}

function unknownFamily(name: string, place: Place): Diagnostic {
  if (name === '')
    return complain('E105', place, 'The block does not say what to draw.', `Write draw: ${familyNames[0]}.`);
  const near = nearestName(name, familyNames);
  const fix = near === null ? `Write one of ${familyNames.join(', ')}.` : `Did you mean ${near}?`;
  return complain('E106', place, `There is no family "${name.slice(0, 40)}" of exercises.`, fix);
}

/** Keys that the family does not have, and values that a key cannot have. */
function faultsOf(
  family: FamilyName,
  parameters: Readonly<Record<string, string>>,
  place: Place,
): readonly Diagnostic[] {
  const choices = choicesOf(family);
  return Object.entries(parameters).flatMap(([key, value]) => {
    const allowed = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (allowed === undefined) {
      const known = ['draw', 'seed', ...Object.keys(choices)].join(', ');
      return [complain('E102', place, `"${key.slice(0, 40)}" is no key of ${family}.`, `It has ${known}.`)];
    }
    if (allowed.includes(value)) return [];
    return [
      complain('E106', place, `${key}: ${value.slice(0, 40)} cannot be.`, `Write one of ${allowed.join(' · ')}.`),
    ];
  });
}

/** A draw takes a millisecond at most, so that a pack of a hundred such questions compiles in some seconds; tests try 10,000. */
const seedsTried = 20;

/** Every draw has its answer, and no two are alike. */
function prove(question: LabQuestion, place: Place): readonly Diagnostic[] {
  if (question.seed !== undefined) return proveOwnAnswer(question, place);
  const drawn = Array.from({ length: seedsTried }, (_, seed) => drawLab(question, seed));
  const seen = new Set(
    drawn.map((each) => JSON.stringify([each?.says, each?.given, each?.options.map(({ text }) => text)])),
  );
  if (drawn.some((each) => each === null))
    return [complain('E161', place, 'A seed leads to no exercise with one answer.')];
  if (seen.size < seedsTried)
    return [complain('E160', place, 'The draws repeat themselves.', 'Fix less of the exercise.')];
  return proveOwnAnswer(question, place);
}
