import type { Lab as EcsLab, LabRun, LabTable } from '../../core/ecs/labs/lab.ts';
import { wordsOfPart } from '../../core/ecs/labs/lab.ts';
import { type LabName, labTitles } from '../../core/ecs/labs/lab-names.ts';
import { labPath } from '../../core/ecs/labs/lab-path.ts';
import { type Lab, tableOf } from './lab-sheet.ts';

/** A lab of the app in a terminal: a scenario drawn from the seed, and its steps. */
export function sheetOfLab(name: LabName, lab: EcsLab<unknown, unknown>): Lab {
  return (seed) => {
    const scenario = lab.draw(seed);
    const { value, diagnostics } = lab.run(scenario);
    return {
      given: [
        labTitles[name].asks,
        '',
        ...lab.given(scenario).flatMap(linesOf),
        `In the app: ${labPath(name, scenario)}`,
      ],
      answer: [
        ...(value === null ? [] : runLines(value)),
        ...diagnostics.map(({ message, fix }) => `${message} ${fix}`),
      ],
    };
  };
}

function linesOf({ caption, heads, rows }: LabTable): readonly string[] {
  return [`${caption}:`, ...tableOf([heads, ...rows]), ''];
}

function runLines({ steps, outcome, findings }: LabRun<unknown, unknown>): readonly string[] {
  const told = steps.flatMap(({ says, parts }) => [
    says,
    ...parts.map((part) => `  ${part.name}: ${wordsOfPart(part)}`),
  ]);
  return [...told, '', outcome, ...findings.map(({ message, fix }) => `${message} ${fix}`)];
}
