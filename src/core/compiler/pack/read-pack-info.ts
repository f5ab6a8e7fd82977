import type { Place } from '../../model/diagnostic-codes.ts';
import { type PackId, type QuestionId, questionIdOf } from '../../model/id.ts';
import type { ExamBlueprint, ExamDomain, PackInfo } from '../../model/pack.ts';
import { report, type Session } from '../compilation.ts';
import { packKeys } from '../grammar.ts';
import { idProblem } from '../heads/written-id.ts';
import { mapAt, numberAt, placeAt, refuseUnknownKeys, textAt, textsAt } from '../yaml/read-keys.ts';
import type { YamlMap } from '../yaml/yaml-node.ts';

/** What `pack.yaml` says, as far as it can be read, with every complaint about it; null when it says nothing. */
export function readPackInfo(session: Session, map: YamlMap): PackInfo | null {
  if (map.entries.size === 0) {
    report(session, 'E105', map.place, 'The pack says nothing of itself.', 'Add format: 1, id: and title:.');
    return null;
  }
  const meant = refuseUnknownKeys(session, map, packKeys);
  readFormat(session, map, meant);
  const id = readPackId(session, map, meant);
  if (id !== null) [session.pack, session.packPlace] = [id, placeAt(map, 'id')];
  const title = textAt(session, map, 'title');
  if (title === null && !meant.has('title')) {
    report(session, 'E105', placeAt(map, 'title'), 'The pack has no title.', 'Add title: …');
  }
  const info = {
    summary: textAt(session, map, 'summary') ?? '',
    version: patternAt(session, map, 'version', semanticVersion, '0.0.0', 'a version such as 1.0.0'),
    language: patternAt(session, map, 'language', languageTag, 'en', 'a language tag such as en'),
    licence: textAt(session, map, 'licence') ?? '',
    authors: textsAt(session, map, 'authors'),
    first: readFirst(session, map),
    exam: readExam(session, map),
    beliefs: readBeliefs(session, map),
  };
  return { id: id ?? session.pack, title: title ?? '', ...info };
}

function readFormat(session: Session, map: YamlMap, meant: ReadonlySet<string>): void {
  const format = textAt(session, map, 'format');
  if (format === null && !meant.has('format')) {
    report(session, 'E150', placeAt(map, 'format'), 'The pack does not name its format.');
  } else if (format !== null && format !== '1') {
    report(session, 'E150', placeAt(map, 'format'), `The format "${format.slice(0, 20)}" is not known.`);
  }
}

/** The question that a first visit begins with; whether the pack has it is checked when all are read. */
function readFirst(session: Session, map: YamlMap): QuestionId | null {
  const name = textAt(session, map, 'first');
  if (name === null) return null;
  const place = placeAt(map, 'first');
  const problem = idProblem(name);
  if (problem === null) session.first = { name, place };
  else report(session, 'E111', place, problem, 'Write the part of its id that stands after {#.');
  return problem === null ? questionIdOf(session.pack, name) : null;
}

const semanticVersion = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

function readPackId(session: Session, map: YamlMap, meant: ReadonlySet<string>): PackId | null {
  const id = textAt(session, map, 'id');
  const problem = id === null ? 'The pack has no id.' : idProblem(id);
  if (problem === null) return id as PackId;
  if (id === null && meant.has('id')) return null;
  report(session, 'E111', placeAt(map, 'id'), problem, 'Write id: with 2 to 64 small letters, digits and hyphens.');
  return null;
}

function patternAt(
  session: Session,
  map: YamlMap,
  key: string,
  form: RegExp,
  fallback: string,
  wanted: string,
): string {
  const text = textAt(session, map, key);
  if (text !== null && !form.test(text)) {
    report(session, 'E106', placeAt(map, key), `"${text.slice(0, 60)}" is not ${wanted}.`);
  }
  return text ?? fallback;
}

const examKeys = ['name', 'questions', 'scored', 'minutes', 'pass', 'scale', 'domains'];

function readExam(session: Session, map: YamlMap): ExamBlueprint | null {
  const exam = mapAt(session, map, 'exam');
  if (exam === null) return null;
  refuseUnknownKeys(session, exam, examKeys);
  const questions = numberAt(session, exam, 'questions', { least: 1, most: 500, fallback: 65 });
  return {
    name: textAt(session, exam, 'name') ?? '',
    questions,
    scored: numberAt(session, exam, 'scored', { least: 1, most: questions, fallback: questions }),
    minutes: numberAt(session, exam, 'minutes', { least: 1, most: 1440, fallback: 130 }),
    pass: numberAt(session, exam, 'pass', { least: 0, most: 100_000, fallback: 720 }),
    scale: readScale(session, exam),
    domains: readDomains(session, exam),
  };
}

function readScale(session: Session, exam: YamlMap): readonly [number, number] {
  const [least, most, ...more] = textsAt(session, exam, 'scale').map(Number);
  if (least === undefined) return [0, 1000];
  if (most !== undefined && more.length === 0 && least < most) return [least, most];
  report(
    session,
    'E106',
    placeAt(exam, 'scale'),
    'The scale must be two numbers, the smaller one first.',
    'Write scale: [100, 1000].',
  );
  return [0, 1000];
}

function readDomains(session: Session, exam: YamlMap): Readonly<Record<string, ExamDomain>> {
  const domains = mapAt(session, exam, 'domains');
  const read = [...(domains?.entries ?? [])].flatMap(([slug, { keyPlace, value }]) => {
    if (!isSlug(session, slug, keyPlace)) return [];
    if (value.form !== 'map') {
      report(session, 'E106', value.place, 'A domain is { title: …, weight: … }.');
      session.refused.add(slug);
      return [];
    }
    refuseUnknownKeys(session, value, ['title', 'weight']);
    const weight = numberAt(session, value, 'weight', { least: 0, most: 100, fallback: 0 });
    return [[slug, { title: textAt(session, value, 'title') ?? slug, weight }] as const];
  });
  return Object.fromEntries(read);
}

function readBeliefs(session: Session, map: YamlMap): Readonly<Record<string, string>> {
  const beliefs = mapAt(session, map, 'beliefs');
  const read = [...(beliefs?.entries ?? [])].flatMap(([slug, { keyPlace, value }]) => {
    if (!isSlug(session, slug, keyPlace)) return [];
    if (value.form === 'text' && value.text !== '') return [[slug, value.text] as const];
    report(session, 'E106', value.place, 'A belief is a sentence that corrects it.');
    session.refused.add(slug);
    return [];
  });
  return Object.fromEntries(read);
}

function isSlug(session: Session, slug: string, place: Place): boolean {
  const problem = idProblem(slug);
  if (problem === null) return true;
  session.refused.add(slug);
  report(session, 'E111', place, problem);
  return false;
}
