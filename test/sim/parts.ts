import { forecastSection } from './forecast/forecast-section.ts';
import { gradingSection } from './grading/grading-section.ts';
import { parametersSection } from './parameters/parameters-section.ts';

/** What is measured beside the scenarios: each gives its part of the page, of the learners with these seeds. */
export const parts = {
  parameters: parametersSection,
  forecast: forecastSection,
  grading: gradingSection,
} as const satisfies Record<string, (seeds: readonly number[]) => string | Promise<string>>;

export type Part = keyof typeof parts;

export const partNames: readonly Part[] = ['parameters', 'forecast', 'grading'];
