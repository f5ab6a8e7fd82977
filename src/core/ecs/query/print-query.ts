import type { Comparison, Query } from './query.ts';
import { isBareValue } from './query-words.ts';

/** An expression that is read as this query: signs for operators, quotes only where they are needed. */
export function printQuery(query: Query): string {
  if (query.kind === 'comparison') return printComparison(query);
  if (query.kind === 'not') return `not(${printQuery(query.part)})`;
  return query.parts
    .map((part) => ('parts' in part ? `(${printQuery(part)})` : printQuery(part)))
    .join(` ${query.kind} `);
}

function printComparison({ subject, operator, values }: Comparison): string {
  const written = values.map((value) => (isBareValue(value) ? value : `'${value}'`));
  if (operator === 'exists' || operator === 'not_exists') return `${subject} ${operator}`;
  const argument = operator === 'in' || operator === 'not_in' ? `[${written.join(', ')}]` : written.join('');
  return `${subject} ${operator} ${argument}`;
}
