import type { Place } from '../../model/diagnostic-codes.ts';
import { type PackId, type QuestionId, questionIdOf } from '../../model/id.ts';
import type { ExamBlueprint, ExamDomain, PackInfo } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { packKeys } from '../grammar.ts';
import { idProblem } from '../heads/written-id.ts';
import { mapAt, numberAt, placeAt, refuseUnknownKeys, textAt, textsAt } from '../yaml/read-keys.ts';
import type { YamlMap } from '../yaml/yaml-node.ts';

/** What `pack.yaml` says, as far as it can be read, with every complaint about it; null when it says nothing. */
export function readPackInfo(compilation: Compilation, map: YamlMap): PackInfo | null {
  if (map.entries.size === 0) {
    report(compilation, 'E105', map.place, 'The pack says nothing of itself.', 'Add format: 1, id: and title:.');
    return null;
  }
  const meant = refuseUnknownKeys(compilation, map, packKeys);
  readFormat(compilation, map, meant);
  const id = readPackId(compilation, map, meant);
  if (id !== null) [compilation.pack, compilation.packPlace] = [id, placeAt(map, 'id')];
  const title = textAt(compilation, map, 'title');
  if (title === null && !meant.has('title')) {
    report(compilation, 'E105', placeAt(map, 'title'), 'The pack has no title.', 'Add title: …');
  }
  const info = {
    summary: textAt(compilation, map, 'summary') ?? '',
    version: patternAt(compilation, map, 'version', semanticVersion, '0.0.0', 'a version such as 1.0.0'),
    language: patternAt(compilation, map, 'language', languageTag, 'en', 'a language tag such as en'),
    licence: textAt(compilation, map, 'licence') ?? '',
    authors: textsAt(compilation, map, 'authors'),
    first: readFirst(compilation, map),
    exam: readExam(compilation, map),
    beliefs: readBeliefs(compilation, map),
  };
  return { id: id ?? compilation.pack, title: title ?? '', ...info };
}

function readFormat(compilation: Compilation, map: YamlMap, meant: ReadonlySet<string>): void {
  const format = textAt(compilation, map, 'format');
  if (format === null && !meant.has('format')) {
    report(compilation, 'E150', placeAt(map, 'format'), 'The pack does not name its format.');
  } else if (format !== null && format !== '1') {
    report(compilation, 'E150', placeAt(map, 'format'), `The format "${format.slice(0, 20)}" is not known.`);
  }
}

/** The question that a first visit begins with; whether the pack has it is checked when all are read. */
function readFirst(compilation: Compilation, map: YamlMap): QuestionId | null {
  const name = textAt(compilation, map, 'first');
  if (name === null) return null;
  const place = placeAt(map, 'first');
  const problem = idProblem(name);
  if (problem === null) compilation.first = { name, place };
  else report(compilation, 'E111', place, problem, 'Write the part of its id that stands after {#.');
  return problem === null ? questionIdOf(compilation.pack, name) : null;
}

const semanticVersion = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

function readPackId(compilation: Compilation, map: YamlMap, meant: ReadonlySet<string>): PackId | null {
  const id = textAt(compilation, map, 'id');
  const problem = id === null ? 'The pack has no id.' : idProblem(id);
  if (problem === null) return id as PackId;
  if (id === null && meant.has('id')) return null;
  report(compilation, 'E111', placeAt(map, 'id'), problem, 'Write id: with 2 to 64 small letters, digits and hyphens.');
  return null;
}

function patternAt(
  compilation: Compilation,
  map: YamlMap,
  key: string,
  form: RegExp,
  fallback: string,
  wanted: string,
): string {
  const text = textAt(compilation, map, key);
  if (text !== null && !form.test(text)) {
    report(compilation, 'E106', placeAt(map, key), `"${text.slice(0, 60)}" is not ${wanted}.`);
  }
  return text ?? fallback;
}

const examKeys = ['name', 'questions', 'scored', 'minutes', 'pass', 'scale', 'domains'];

function readExam(compilation: Compilation, map: YamlMap): ExamBlueprint | null {
  const exam = mapAt(compilation, map, 'exam');
  if (exam === null) return null;
  refuseUnknownKeys(compilation, exam, examKeys);
  const questions = numberAt(compilation, exam, 'questions', { least: 1, most: 500, fallback: 65 });
  return {
    name: textAt(compilation, exam, 'name') ?? '',
    questions,
    scored: numberAt(compilation, exam, 'scored', { least: 1, most: questions, fallback: questions }),
    minutes: numberAt(compilation, exam, 'minutes', { least: 1, most: 1440, fallback: 130 }),
    pass: numberAt(compilation, exam, 'pass', { least: 0, most: 100_000, fallback: 720 }),
    scale: readScale(compilation, exam),
    domains: readDomains(compilation, exam),
  };
}

function readScale(compilation: Compilation, exam: YamlMap): readonly [number, number] {
  const [least, most, ...more] = textsAt(compilation, exam, 'scale').map(Number);
  if (least === undefined) return [0, 1000];
  if (most !== undefined && more.length === 0 && least < most) return [least, most];
  report(
    compilation,
    'E106',
    placeAt(exam, 'scale'),
    'The scale must be two numbers, the smaller one first.',
    'Write scale: [100, 1000].',
  );
  return [0, 1000];
}

function readDomains(compilation: Compilation, exam: YamlMap): Readonly<Record<string, ExamDomain>> {
  const domains = mapAt(compilation, exam, 'domains');
  const read = [...(domains?.entries ?? [])].flatMap(([slug, { keyPlace, value }]) => {
    if (!isSlug(compilation, slug, keyPlace)) return [];
    if (value.form !== 'map') {
      report(compilation, 'E106', value.place, 'A domain is { title: …, weight: … }.');
      compilation.refused.add(slug);
      return [];
    }
    refuseUnknownKeys(compilation, value, ['title', 'weight']);
    const weight = numberAt(compilation, value, 'weight', { least: 0, most: 100, fallback: 0 });
    return [[slug, { title: textAt(compilation, value, 'title') ?? slug, weight }] as const];
  });
  return Object.fromEntries(read);
}

function readBeliefs(compilation: Compilation, map: YamlMap): Readonly<Record<string, string>> {
  const beliefs = mapAt(compilation, map, 'beliefs');
  const read = [...(beliefs?.entries ?? [])].flatMap(([slug, { keyPlace, value }]) => {
    if (!isSlug(compilation, slug, keyPlace)) return [];
    if (value.form === 'text' && value.text !== '') return [[slug, value.text] as const];
    report(compilation, 'E106', value.place, 'A belief is a sentence that corrects it.');
    compilation.refused.add(slug);
    return [];
  });
  return Object.fromEntries(read);
}

function isSlug(compilation: Compilation, slug: string, place: Place): boolean {
  const problem = idProblem(slug);
  if (problem === null) return true;
  compilation.refused.add(slug);
  report(compilation, 'E111', place, problem);
  return false;
}
