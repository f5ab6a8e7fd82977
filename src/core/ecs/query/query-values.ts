import { quote } from '../verdicts/finding.ts';
import { readTime } from './compare-values.ts';
import { parsePattern } from './pattern/parse-pattern.ts';
import type { Operator, Subject } from './query.ts';
import { complain, here, type QueryReader } from './query-reader.ts';
import { ruleOf } from './query-subjects.ts';

/** Complains of a value that its subject cannot have, or of a pattern that cannot be read. */
export function checkValue(reader: QueryReader, subject: Subject, operator: Operator): void {
  const { text, isDouble } = here(reader);
  if (isDouble) {
    const message = 'No document shows a value in double quotes.';
    complain(reader, { code: 'Q6', standing: 'not documented', message, fix: "Write single quotes: `'…'`." });
  }
  if (text === '') complain(reader, { code: 'Q3', message: 'The value is empty.', fix: 'Write a value, or `exists`.' });
  else if (operator === '=~' || operator === '!~') checkPattern(reader);
  else checkPlainValue(reader, subject);
}

function checkPlainValue(reader: QueryReader, subject: Subject): void {
  const { text } = here(reader);
  const { value, example } = ruleOf(subject);
  const isRight = subject === 'registeredAt' ? readTime(text) !== null : value === null || value.test(text);
  if (isRight) return;
  complain(reader, { code: 'Q3', message: `${quote(text)} is not ${example}.`, fix: `Write ${example}.` });
}

function checkPattern(reader: QueryReader): void {
  const { text, offset, kind } = here(reader);
  const pattern = parsePattern(text);
  if ('message' in pattern) {
    const place = offset + pattern.offset + (kind === 'quoted' ? 1 : 0);
    complain(reader, {
      code: 'Q7',
      standing: pattern.standing,
      offset: place,
      message: pattern.message,
      fix: pattern.fix,
    });
  } else if (!/[.*+?[\](){}|\\^$]/.test(text)) {
    const message = `${quote(text)} is plain text, and no document says whether a pattern must match all of a value.`;
    const fix = `Write \`.*\` where more may stand, as in \`.*${text}\`, or compare with \`==\`.`;
    complain(reader, { code: 'Q6', standing: 'not documented', message, fix });
  }
}
