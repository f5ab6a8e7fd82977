import type { Place } from '../../model/diagnostic-codes.ts';
import type { Source } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { warnOfFuture } from '../heads/read-sources.ts';
import { monthsBetween } from '../text/calendar.ts';

const oldestSource = 18;

/**
 * W205, W211 and W225 for the questions of a file. What its front matter says, or does not say, is one mistake however many
 * questions it is about.
 */
export function warnOfSources(
  compilation: Compilation,
  defaults: QuestionDefaults,
  heads: readonly QuestionHead[],
  hasDomains: boolean,
): void {
  const asked = heads.filter(({ status }) => status !== 'retired');
  const bare = asked.filter(({ sources, trouble }) => sources.length === 0 && !trouble.has('source'));
  warnOnce(compilation, 'W205', bare, asked, defaults.place, 'source');
  const homeless = hasDomains ? asked.filter(({ domain, trouble }) => domain === null && !trouble.has('domain')) : [];
  warnOnce(compilation, 'W211', homeless, asked, defaults.place, 'domain');
  warnOfInherited(compilation, defaults, asked);
  for (const [sources, { place, trouble }] of distinctSources(asked)) {
    const where = sources === defaults.sources ? defaults.sourcePlace : place;
    if (!trouble.has('source') && !trouble.has('verified')) warnOfDates(compilation, sources, where);
  }
}

/** W225: a question on another note that has the source of its file, without a word of its own on it. */
function warnOfInherited(compilation: Compilation, defaults: QuestionDefaults, asked: readonly QuestionHead[]): void {
  const { note: usual, sources } = defaults;
  if (usual === null || sources.length === 0) return;
  for (const { note, sources: own, place } of asked) {
    if (own !== sources || note === null || note.note === usual.note) continue;
    const message = `The question is about "${note.note}", and its source is that of the file, about "${usual.note}".`;
    report(compilation, 'W225', place, message);
  }
}

/** At each question that lacks something, or once in the front matter when that is where all of them lack it. */
function warnOnce(
  compilation: Compilation,
  code: 'W205' | 'W211',
  lacking: readonly QuestionHead[],
  asked: readonly QuestionHead[],
  place: Place,
  what: string,
): void {
  if (lacking.length > 1 && lacking.length === asked.length) {
    report(compilation, code, place, `None of the ${asked.length} questions of this file has a ${what}.`);
  } else for (const head of lacking) report(compilation, code, head.place, `The question has no ${what}.`);
}

/** Lists of sources, each with the first question that has it: those of a file or a case are one list. */
function distinctSources(heads: readonly QuestionHead[]): ReadonlyMap<readonly Source[], QuestionHead> {
  const first = new Map<readonly Source[], QuestionHead>();
  for (const head of heads) if (!first.has(head.sources)) first.set(head.sources, head);
  return first;
}

function warnOfDates(compilation: Compilation, sources: readonly Source[], place: Place): void {
  for (const { url, verified } of sources) {
    if (verified === null) report(compilation, 'W205', place, `Nobody says when ${url} was checked.`);
    else if (isOld(compilation, verified))
      report(compilation, 'W205', place, `${url} was last checked on ${verified}.`);
    else warnOfFuture(compilation, verified, place, `${url} was checked on ${verified}`);
  }
}

function isOld({ today, oldDates }: Compilation, verified: string): boolean {
  if (today === null) return false;
  const known = oldDates.get(verified);
  if (known !== undefined) return known;
  const old = monthsBetween(verified, today) >= oldestSource;
  oldDates.set(verified, old);
  return old;
}
