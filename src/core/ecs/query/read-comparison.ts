import { nearestName } from '../../text/nearest-name.ts';
import { quote } from '../verdicts/finding.ts';
import type { Comparison, Operator, Query, Subject } from './query.ts';
import { complain, hasEnded, here, isJoiner, isSign, type QueryReader, skipToJoiner } from './query-reader.ts';
import { isSubject, operatorWords, readOperator, ruleOf, subjectNames } from './query-subjects.ts';
import { checkValue } from './query-values.ts';

/** Subject, operator, argument. Null, with a finding, when it cannot be read; then the next `and` or `or` was reached. */
export function readComparison(reader: QueryReader): Query | null {
  const subject = readSubject(reader);
  const operator = subject === null ? null : readOperatorOf(reader, subject);
  if (subject === null || operator === null) {
    skipToJoiner(reader);
    return null;
  }
  const values = readValues(reader, subject, operator);
  if (values === null) skipToJoiner(reader);
  return values === null ? null : ({ kind: 'comparison', subject, operator, values } satisfies Comparison);
}

function readSubject(reader: QueryReader): Subject | null {
  const { text, kind } = here(reader);
  if (kind !== 'quoted' && isSubject(text)) {
    reader.at += 1;
    return text;
  }
  const isMissing = hasEnded(reader) || isJoiner(reader) || isSign(reader, ')');
  const message = isMissing ? 'A comparison is missing here.' : `${quote(text)} is no subject.`;
  complain(reader, { code: 'Q1', message, fix: isMissing ? comparisonFix : subjectFix(text) });
  return null;
}

const comparisonFix = 'Write one such as `attribute:ecs.instance-type =~ t3.*`.';

function subjectFix(text: string): string {
  const near = text === '' ? null : nearestName(text, subjectNames);
  if (near !== null) return `Write \`${near}\`.`;
  if (/^[\w./\\-]+$/.test(text)) return `Write \`attribute:${text}\` if an attribute is meant.`;
  return `Write ${subjectNames.join(', ')} or attribute:NAME.`;
}

function readOperatorOf(reader: QueryReader, subject: Subject): Operator | null {
  const { text, kind } = here(reader);
  const operator = kind === 'quoted' ? null : readOperator(text);
  if (operator === null) {
    const isMissing = hasEnded(reader) || isJoiner(reader) || isSign(reader, ')');
    const message = isMissing ? 'The operator is missing.' : `${quote(text)} is no operator.`;
    complain(reader, { code: 'Q1', message, fix: operatorFix(text) });
    return null;
  }
  checkPair(reader, subject, operator);
  reader.at += 1;
  return operator;
}

function operatorFix(text: string): string {
  if (text === '=' || text === '===') return 'Write `==`.';
  const near = text === '' ? null : nearestName(text, operatorWords);
  return near === null ? 'Write an operator such as `==`, `!=`, `in`, `=~` or `exists`.' : `Write \`${near}\`.`;
}

/** A pair that is refused does not keep the rest from being read. */
function checkPair(reader: QueryReader, subject: Subject, operator: Operator): void {
  const { documented, open } = ruleOf(subject);
  if (documented.includes(operator)) return;
  const name = quote(subject);
  if (open.includes(operator)) {
    const message = `No document says what \`${operator}\` means with ${name}.`;
    const fix =
      subject === 'task:group' ? 'Write `==`, and `not(…)` round it to exclude a group.' : 'Write `==` or `in`.';
    complain(reader, { code: 'Q6', standing: 'not documented', message, fix });
    return;
  }
  const message = `${name} cannot be compared with \`${operator}\`.`;
  complain(reader, { code: 'Q2', message, fix: `Use one of ${documented.map((word) => `\`${word}\``).join(', ')}.` });
}

function readValues(reader: QueryReader, subject: Subject, operator: Operator): readonly string[] | null {
  if (operator === 'exists' || operator === 'not_exists') return [];
  if (operator === 'in' || operator === 'not_in') return readList(reader, subject, operator);
  const value = readValue(reader, subject, operator);
  return value === null ? null : [value];
}

function readList(reader: QueryReader, subject: Subject, operator: Operator): readonly string[] | null {
  if (!isSign(reader, '[')) {
    complain(reader, { code: 'Q4', message: `\`${operator}\` needs a list.`, fix: 'Write `[a, b]`.' });
    return null;
  }
  const values: string[] = [];
  do {
    reader.at += 1;
    const value = readValue(reader, subject, operator);
    if (value === null) return null;
    values.push(value);
  } while (isSign(reader, ','));
  if (!isSign(reader, ']')) {
    complain(reader, { code: 'Q4', message: 'The list goes on without a comma or a `]`.', fix: 'Write `[a, b]`.' });
    return null;
  }
  reader.at += 1;
  return values;
}

function readValue(reader: QueryReader, subject: Subject, operator: Operator): string | null {
  const { text, kind } = here(reader);
  const isMissing = hasEnded(reader) || isJoiner(reader);
  if (isMissing || kind === 'mark' || kind === 'broken') {
    const fix = kind === 'broken' ? 'Write a second quote.' : valueFix(text, subject);
    const message = kind === 'broken' ? 'A quote is not closed.' : isMissing ? 'The value is missing.' : strange(text);
    complain(reader, { code: operator === 'in' || operator === 'not_in' ? 'Q4' : 'Q1', message, fix });
    return null;
  }
  checkValue(reader, subject, operator);
  reader.at += 1;
  return text;
}

function strange(text: string): string {
  return `${quote(text)} stands where a value should be.`;
}

function valueFix(text: string, subject: Subject): string {
  if (text === '(') return 'Write the value without parentheses, or a pattern in quotes.';
  return `Write ${ruleOf(subject).example}.`;
}
