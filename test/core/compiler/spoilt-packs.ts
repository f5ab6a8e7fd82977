import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PackFile } from '../../../src/core/model/pack.ts';

const root = join(import.meta.dirname, '../../../content/aws-ecs');

const tokens = [
  '---',
  '---\n',
  '```',
  '```answer\n',
  '~~~~',
  '## ',
  '{#id}',
  '{#',
  '}',
  '{{',
  '}}',
  '::',
  '- [x] ',
  '- [ ] ',
  '  > ',
  '> [!EXAM]\n',
  '[^a]',
  '[^a]: ',
  '[',
  '](',
  '![',
  '](media/a.png)',
  '<script>',
  '<!--',
  '&#x0;',
  '\\',
  '`',
  '**',
  '_',
  '|',
  '|-|-|\n',
  '\t',
  '\r\n',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\ue000',
  '&a',
  '*a',
  '!!map',
  '<<: ',
  '%YAML',
  ': ',
  '? ',
  '- - - - ',
  '{a: {b: {',
  '[[[',
  '__proto__',
  'constructor',
  'javascript:',
  '= 1 ± ',
  '~ ',
  'wrong: ',
  'kind=',
  'was=',
  '="',
  '\n\n\n',
  '      ',
] as const;

/** How a text is spoilt: at a place, as a share of its length. */
type Mutation = (text: string) => string;

const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.nat(400);
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, length).map(
    ([from, count]): Mutation =>
      (text) =>
        cut(text, from, count),
  ),
  fc.tuple(at, fc.constantFrom(...tokens)).map(
    ([where, token]): Mutation =>
      (text) =>
        put(text, where, token),
  ),
  fc.tuple(at, fc.constantFrom(...tokens), fc.nat(3_000)).map(
    ([where, token, times]): Mutation =>
      (text) =>
        put(text, where, token.repeat(times)),
  ),
  fc.tuple(at, at, length).map(
    ([from, to, count]): Mutation =>
      (text) =>
        put(text, to, text.slice(index(text, from), index(text, from) + count)),
  ),
  at.map(
    (where): Mutation =>
      (text) =>
        text.slice(0, index(text, where)),
  ),
  fc.tuple(at, fc.string({ unit: 'binary', maxLength: 20 })).map(
    ([where, noise]): Mutation =>
      (text) =>
        put(text, where, noise),
  ),
);

function index(text: string, share: number): number {
  return Math.floor(share * text.length);
}

function cut(text: string, from: number, count: number): string {
  return text.slice(0, index(text, from)) + text.slice(index(text, from) + count);
}

function put(text: string, where: number, inserted: string): string {
  return text.slice(0, index(text, where)) + inserted + text.slice(index(text, where));
}

/**
 * The shipped pack in pieces that compile fast: a section of a note with the questions that point at it. The
 * beliefs, which are most of `pack.yaml`, stay in the first piece only.
 */
function readPieces(): readonly (readonly PackFile[])[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const packYaml = read('pack.yaml');
  const shortYaml = packYaml.slice(0, packYaml.indexOf('beliefs:'));
  const names = readdirSync(join(root, 'notes')).filter((name) => existsSync(join(root, 'questions', name)));
  return names
    .flatMap((name) => piecesOf(name, read(`notes/${name}`), read(`questions/${name}`)))
    .map((piece, position) => [{ path: 'pack.yaml', content: position === 0 ? packYaml : shortYaml }, ...piece]);
}

function piecesOf(name: string, note: string, questions: string): readonly (readonly PackFile[])[] {
  const [noteHead = '', ...sections] = note.split(/^(?=## )/m);
  const [head = '', ...all] = questions.split(/^(?=## )/m);
  return sections.map((section) => {
    const anchor = /\{(#[a-z0-9-]+)\}/.exec(section)?.[1] ?? 'none';
    const pointing = all.filter((question) => question.split('\n', 1)[0]?.includes(anchor));
    const chosen = pointing.length > 0 ? pointing : all.slice(0, 2);
    return [
      { path: `notes/${name}`, content: noteHead + section },
      { path: `questions/${name}`, content: head + chosen.slice(0, 4).join('') },
    ];
  });
}

const pieces = readPieces();

/** A piece of the shipped pack with one of its files spoilt in one to three ways. */
export const spoiltPack: fc.Arbitrary<readonly PackFile[]> = fc
  .tuple(fc.nat(pieces.length - 1), fc.nat(2), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([piece, which, mutations]) =>
    (pieces[piece] ?? []).map((file, position) =>
      position === which
        ? { path: file.path, content: mutations.reduce((text, mutate) => mutate(text), String(file.content)) }
        : file,
    ),
  );
