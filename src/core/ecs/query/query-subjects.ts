import type { Operator, Subject } from './query.ts';

/** Every spelling of every operator. Source: ECSDG `cluster-query-language.md`. */
const spellings: Readonly<Record<Operator, readonly string[]>> = {
  '==': ['==', 'equals'],
  '!=': ['!=', 'not_equals'],
  '>': ['>', 'greater_than'],
  '>=': ['>=', 'greater_than_equal'],
  '<': ['<', 'less_than'],
  '<=': ['<=', 'less_than_equal'],
  exists: ['exists'],
  not_exists: ['not_exists', '!exists'],
  in: ['in'],
  not_in: ['not_in', '!in'],
  '=~': ['=~', 'matches'],
  '!~': ['!~', 'not_matches'],
};
const bySpelling = new Map(
  Object.entries(spellings).flatMap(([operator, words]) => words.map((word) => [word, operator as Operator] as const)),
);

/** All spellings, for suggestions. */
export const operatorWords: readonly string[] = [...bySpelling.keys()];

export function readOperator(word: string): Operator | null {
  return bySpelling.get(word) ?? null;
}

const equalities: readonly Operator[] = ['==', '!='];
const orders: readonly Operator[] = ['>', '>=', '<', '<='];
const textual: readonly Operator[] = [...equalities, 'in', 'not_in', '=~', '!~'];

/** What may stand behind a subject. */
export interface SubjectRule {
  readonly documented: readonly Operator[];
  /** Those of which no document says whether they work, or what they mean. */
  readonly open: readonly Operator[];
  /** What a value that is no pattern must look like; null for any text. */
  readonly value: RegExp | null;
  /** The same in words, for a remedy. */
  readonly example: string;
}

const ordered = { documented: [...equalities, ...orders], open: [] };
const named: Readonly<Record<string, SubjectRule>> = {
  agentConnected: { documented: textual, open: [], value: /^(?:true|false)$/, example: 'true or false' },
  agentVersion: { ...ordered, value: /^\d{1,9}(?:\.\d{1,9})*$/, example: 'a version such as 1.89.3' },
  ec2InstanceId: { documented: textual, open: [], value: null, example: 'an instance id' },
  registeredAt: { ...ordered, value: null, example: 'a time such as 2026-03-03 or 2026-03-03T10:00:00Z' },
  runningTasksCount: { ...ordered, value: /^\d{1,9}$/, example: 'a whole number' },
  'task:group': {
    documented: ['=='],
    open: ['!=', 'in', 'not_in', '=~', '!~'],
    value: null,
    example: 'a group such as service:web',
  },
};
const attribute: SubjectRule = {
  documented: [...textual, 'exists', 'not_exists'],
  open: orders,
  value: null,
  example: 'a value',
};

/** The names of subjects, for suggestions. */
export const subjectNames: readonly string[] = Object.keys(named);

/** Whether this is a subject: letters, digits and `- _ / \ .` name an attribute. Source: API-ECS `Attribute.name`. */
export function isSubject(word: string): word is Subject {
  return Object.hasOwn(named, word) || /^attribute:[\w./\\-]{1,128}$/.test(word);
}

export function ruleOf(subject: Subject): SubjectRule {
  return named[subject] ?? attribute;
}
