import { type ShippedOutcome, ways } from '../shipped/study-shipped.ts';
import { markdownTable } from './markdown-table.ts';

/** A row for each way and number of days: mean recall on exam day of all cards and of each domain, over the learners. */
export function shippedTable(outcomes: readonly ShippedOutcome[]): string {
  const names = [...(outcomes[0]?.recall.keys() ?? [])].sort((a, b) => Number(b === 'all') - Number(a === 'all'));
  const spans = [...new Set(outcomes.map(({ days }) => days))];
  const rows = spans.flatMap((days) =>
    ways.map((way) => {
      const some = outcomes.filter((outcome) => outcome.days === days && outcome.way === way);
      const mean = (numberOf: (outcome: ShippedOutcome) => number) =>
        some.reduce((sum, outcome) => sum + numberOf(outcome), 0) / some.length;
      const recalls = names.map((name) => mean(({ recall }) => recall.get(name) ?? 0).toFixed(1));
      return [
        `${days} days, ${way}`,
        ...recalls,
        mean(({ seen }) => seen).toFixed(0),
        String(mean(({ late }) => late)),
      ];
    }),
  );
  return markdownTable(['', ...names, 'seen', 'due after the exam'], rows);
}
