import type { NoteAddress } from '../../model/address.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { NoteId } from '../../model/id.ts';
import type { Source } from '../../model/pack.ts';
import type { QuestionStatus } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import { questionKeys } from '../grammar.ts';
import { suggestName } from '../suggest-name.ts';
import { placeAt, readWithTrouble, refuseUnknownKeys, switchAt, textAt, textsAt } from '../yaml/read-keys.ts';
import type { YamlMap } from '../yaml/yaml-node.ts';
import { dateAt, sourcesAt } from './read-sources.ts';

/** What the front matter of a file of questions gives to each of them. */
export interface QuestionDefaults {
  readonly note: NoteAddress | null;
  readonly domain: string | null;
  readonly tags: readonly string[];
  readonly sources: readonly Source[];
  readonly verified: string | null;
  readonly status: QuestionStatus;
  readonly difficulty: 1 | 2 | 3;
  /** `exam: true`: an exam may draw them. */
  readonly forExam: boolean;
  /** Where front matter starts, and where it names its source. */
  readonly place: Place;
  readonly sourcePlace: Place;
  /** Keys with a complaint of their own: what they lack is no second mistake. */
  readonly trouble: ReadonlySet<string>;
}

export function readDefaults(compilation: Compilation, map: YamlMap, domains: readonly string[]): QuestionDefaults {
  const trouble = new Set(refuseUnknownKeys(compilation, map, questionKeys));
  const note = textAt(compilation, map, 'note');
  const verified = readWithTrouble(compilation, trouble, 'verified', () => dateAt(compilation, map, 'verified'));
  const sources = readWithTrouble(compilation, trouble, 'source', () => sourcesAt(compilation, map, 'source'));
  const domain = readWithTrouble(compilation, trouble, 'domain', () => domainAt(compilation, map, domains));
  const status = textAt(compilation, map, 'status');
  const difficulty = textAt(compilation, map, 'difficulty');
  return {
    note: note === null ? null : readReference(compilation, note, placeAt(map, 'note')),
    domain,
    tags: textsAt(compilation, map, 'tags'),
    sources: sources.map((source) => ({ ...source, verified: source.verified ?? verified })),
    verified,
    status: status === null ? 'scored' : readStatus(compilation, status, placeAt(map, 'status')),
    difficulty: difficulty === null ? 2 : readDifficulty(compilation, difficulty, placeAt(map, 'difficulty')),
    forExam: readWithTrouble(compilation, trouble, 'exam', () => switchAt(compilation, map, 'exam', false)),
    place: map.place,
    sourcePlace: placeAt(map, 'source'),
    trouble,
  };
}

/** The domain that front matter names; one that the exam does not have is reported there. */
export function domainAt(compilation: Compilation, map: YamlMap, domains: readonly string[]): string | null {
  const domain = textAt(compilation, map, 'domain');
  if (domain !== null) checkDomain(compilation, domain, domains, placeAt(map, 'domain'));
  return domain;
}

/** Complains about a domain that the exam does not have, unless that was said where it is declared. */
export function checkDomain(compilation: Compilation, domain: string, domains: readonly string[], place: Place): void {
  if (domains.length === 0 || domains.includes(domain) || compilation.refused.has(domain)) return;
  const message = `The exam has no domain "${domain.slice(0, 60)}".`;
  compilation.diagnostics.push(complain('E102', place, message, suggestName(domain, domains)));
}

const statuses = ['draft', 'pilot', 'scored', 'retired'] as const;

export function readStatus(compilation: Compilation, text: string, place: Place): QuestionStatus {
  const status = statuses.find((known) => known === text);
  if (status === undefined)
    report(compilation, 'E102', place, `There is no status "${text.slice(0, 40)}".`, suggestName(text, statuses));
  return status ?? 'draft';
}

export function readDifficulty(compilation: Compilation, text: string, place: Place): 1 | 2 | 3 {
  if (text === '1' || text === '2' || text === '3') return Number(text) as 1 | 2 | 3;
  report(compilation, 'E106', place, `The difficulty "${text.slice(0, 20)}" is not 1, 2 or 3.`, 'Write 1, 2 or 3.');
  return 2;
}

/** `ports#dynamic-ports`, or `ports`; whether it is there is checked when all notes are read. */
export function readReference(compilation: Compilation, text: string, place: Place): NoteAddress {
  const [name = '', section = null] = text.split('#', 2);
  const note = name.replace(/\.md$/, '');
  compilation.links.push({ place, target: text, note, section });
  return { pack: compilation.pack, note: note as NoteId, section: section === '' ? null : section };
}
