import { monthsBetween } from './calendar.ts';
import type { QuestionRead } from './question-read.ts';
import { report, type Session } from './session.ts';

const longestPrompt = 90;
const oldestSource = 18;

/** W205 sources, W206 length, W209 negation, W211 domain. */
export function warnOfQuestion(session: Session, read: QuestionRead, hasDomains: boolean): void {
  const { question, place, promptPlace, promptText } = read;
  warnOfSources(session, read);
  const words = promptText.length > 2 * longestPrompt ? wordCount(promptText) : 0;
  if (words > longestPrompt) report(session, 'W206', promptPlace, `The prompt has ${words} words.`);
  if (hasHiddenNot(promptText))
    report(session, 'W209', promptPlace, 'The prompt turns on a NOT that is not emphasised.');
  if (hasDomains && question.domain === null) report(session, 'W211', place, 'The question has no domain.');
}

function warnOfSources(session: Session, { question, place }: QuestionRead): void {
  if (question.sources.length === 0) {
    report(session, 'W205', place, 'The question has no source.');
    return;
  }
  for (const { url, verified } of question.sources) {
    if (verified === null) report(session, 'W205', place, `Nobody says when ${url} was checked.`);
    else if (isOld(session, verified)) {
      report(session, 'W205', place, `${url} was last checked on ${verified}.`);
    }
  }
}

function isOld({ today, oldDates }: Session, verified: string): boolean {
  if (today === null) return false;
  const known = oldDates.get(verified);
  if (known !== undefined) return known;
  const old = monthsBetween(verified, today) >= oldestSource;
  oldDates.set(verified, old);
  return old;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

const hiddenNot =
  /(?<![*_])\b(?:NOT|EXCEPT)\b(?![*_])|\bwhich\b(?: \w+){0,4} (?:is|are|does|do|can|will|should) not\b/i;

function hasHiddenNot(prompt: string): boolean {
  const found = /not|except/i.test(prompt) ? hiddenNot.exec(prompt.replace(/\s+/g, ' ')) : null;
  // A small "not" or "except" alone is ordinary language; the question turns on it only after "which …".
  return found !== null && (/^which/i.test(found[0]) || found[0] === found[0].toUpperCase());
}
