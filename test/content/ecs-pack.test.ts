import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import { readIdsLock } from '../../src/core/compiler/lock/ids-lock.ts';
import type { Deck } from '../../src/core/model/deck.ts';
import { plainText, type RichNode, type RichText } from '../../src/core/model/rich-text.ts';
import { questionReaders } from '../../src/core/questions/reader-registry.ts';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';
import { statementNotes, statementQuestions } from './coverage.ts';

const folder = 'content/aws-ecs';
const compiled = compilePack(readPackFolder(folder).files);
const deck = compiled.value as Deck;
const questions = new Map(deck.questions.map((question) => [question.id.split('/')[1] ?? '', question]));
const headings = new Set(deck.notes.flatMap(({ id, sections }) => sections.map((section) => `${id}#${section.id}`)));

describe('the ECS pack', () => {
  it('compiles without a complaint', () => {
    expect(compiled.diagnostics).toEqual([]);
  });

  it('asks at least 265 questions, of every kind', () => {
    expect(deck.questions.length).toBeGreaterThanOrEqual(265);
    expect(new Set(deck.questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(questionReaders)));
  });

  it('has every question under the rev that was published last', () => {
    const { lines } = readIdsLock(readFileSync(`${folder}/ids.lock`, 'utf8'));
    // Of an id that was merged into another one only the line is left.
    const published = lines.flatMap(({ id, revs }) => (questions.has(id) ? [[id, revs.at(-1)] as const] : []));
    expect(new Map([...questions].map(([id, { rev }]) => [id, rev]))).toEqual(new Map(published));
  });

  it('gives every question a domain, a note, a source and the date of a look at it', () => {
    const incomplete = deck.questions.filter(
      ({ domain, note, sources }) =>
        domain === null || note === null || !sources.some(({ verified }) => /^\d{4}-\d\d-\d\d$/.test(verified ?? '')),
    );
    expect(incomplete.map(({ id }) => id)).toEqual([]);
  });

  it('gives every option a rationale', () => {
    const bare = deck.questions.flatMap((question) =>
      'options' in question
        ? question.options.filter(({ rationale }) => plainText(rationale) === '').map(() => question.id)
        : [],
    );
    expect(bare).toEqual([]);
  });

  it.each([
    ['enable-task-iam-role', 'choice'],
    ['ecr-permission-errors', 'choice'],
    ['many-copies-behind-a-load-balancer', 'choice'],
    ['second-copy-does-not-start', 'choice'],
    ['instance-not-registered', 'choice'],
    ['pull-with-cli-v1', 'choice'],
    ['four-services-four-roles', 'choice'],
    ['cheapest-placement', 'choice'],
    ['typed-enable-task-iam-role', 'typed'],
    ['typed-host-port-zero', 'typed'],
    ['typed-binpack', 'typed'],
    ['type-login-v1', 'command'],
    ['type-login-v2', 'command'],
    ['edit-task-role', 'config'],
  ])('has the question %s as %s', (id, kind) => {
    expect(questions.get(id)?.kind).toBe(kind);
  });

  it('keeps the mix of the exam domains within 4 points', () => {
    const share = (domain: string) =>
      (100 * deck.questions.filter((question) => question.domain === domain).length) / deck.questions.length;
    for (const [domain, { weight }] of Object.entries(deck.pack.exam?.domains ?? {})) {
      expect(Math.abs(share(domain) - weight), domain).toBeLessThanOrEqual(4);
    }
  });
});

describe('the statements of the original notes', () => {
  const statements = [...Array.from({ length: 74 }, (_, n) => `F${n + 1}`), 'GAP-execution-role'];

  it.each(statements)('%s has a note heading and a question', (statement) => {
    expect(headings).toContain(statementNotes[statement]);
    const asking = statementQuestions[statement] ?? [];
    expect(asking.length).toBeGreaterThan(0);
    for (const id of asking) expect(questions.has(id), id).toBe(true);
  });

  /** The original is not ours to publish: the file holds the hash of each of its runs, a line each. */
  const original = new Set(readFileSync('test/fixtures/original-note-runs.txt', 'utf8').trim().split('\n'));
  const takenOver = (text: string) => runsOf(text).filter((run) => original.has(hashOf(run)));

  it('are said in other words: no run of seven words is taken over', () => {
    const ours = [...deck.notes.flatMap(textsOfNote), ...deck.questions.flatMap(textsOfQuestion)];
    expect(ours.flatMap(takenOver)).toEqual([]);
  });

  it('would be found: a command of seven words that the original has, too, is one of its runs', () => {
    expect(takenOver('aws ecr get-login --no-include-email')).toHaveLength(1);
  });
});

/** The first 40 bits of SHA-256, in hexadecimal digits. */
function hashOf(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 10);
}

/** Every seven words in a row, without case and punctuation. */
function runsOf(text: string): string[] {
  return text.split('|').flatMap((stretch) => {
    const words = stretch.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(6).map((_, end) => words.slice(end, end + 7).join(' '));
  });
}

function textsOfNote({ lead, sections }: Deck['notes'][number]): string[] {
  return [lead, ...sections.map(({ body }) => body)].map(proseOf);
}

function textsOfQuestion(question: Deck['questions'][number]): string[] {
  const parts: RichText[] = [question.prompt, question.takeAway];
  if ('options' in question) parts.push(...question.options.flatMap(({ text, rationale }) => [text, rationale]));
  if (question.kind === 'recall') parts.push(question.back);
  return parts.map(proseOf);
}

/** The words without code: a command has only one form. */
function proseOf(rich: RichText): string {
  const withoutCode = (nodes: readonly RichNode[]): readonly RichNode[] =>
    nodes.map((node) => {
      if (typeof node === 'string') return node;
      if (node[0] === 'code' || node[0] === 'pre') return ' | ';
      return [node[0], node[1], ...withoutCode(node.slice(2) as readonly RichNode[])] as const;
    });
  return plainText(withoutCode(rich));
}
