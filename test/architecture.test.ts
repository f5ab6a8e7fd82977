import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbiddenRooms, withRoomRules } from '../src/tools/lint/room-rules.ts';
import { type Room, rooms } from '../src/tools/lint/rooms.ts';

/**
 * A check of the rooms that sees nothing would pass. So every import that may not be is planted into a copy of the
 * source, with every one that may; what is found must be the first and nothing else.
 */
const project = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object; devDependencies: object };
const homes = new Set(rooms.flatMap(({ packages }) => packages));
const packages = [...homes, 'vitest'].map((name) => name.replace('*', 'fs'));
const cycle = {
  'src/core/model/planted-here.ts': "import { there } from './planted-there.ts';\nexport const here = () => there;\n",
  'src/core/model/planted-there.ts': "import { here } from './planted-here.ts';\nexport const there = () => here;\n",
};
const clocks = ['Date.now()', 'new Date()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'];
const clockFiles = new Map(clocks.map((call, n) => [`src/core/scheduler/planted-clock-${n}.ts`, call]));

const binary = (name: string) => resolve('node_modules', '.bin', name);
let copy = '';
let found: readonly Breach[] = [];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sveska-rooms-'));
  for (const path of ['src', 'biome.json', '.gitignore', 'tsconfig.json']) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  for (const room of rooms)
    plant(
      plantOf(room),
      importsOf(room)
        .map(({ line }) => line)
        .join(''),
    );
  for (const [path, content] of Object.entries(cycle)) plant(path, content);
  for (const [path, call] of clockFiles) plant(path, `export const planted = () => ${call};\n`);
  found = breaches();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the rooms', () => {
  it.each(rooms)('$name imports what the table allows it, and nothing else', (room) => {
    const lines = readFileSync(join(copy, plantOf(room)), 'utf8').split('\n');
    const refused = rulesOf(plantOf(room)).filter(({ rule }) => rule === 'lint/style/noRestrictedImports');
    const forbidden = importsOf(room).filter(({ allowed }) => !allowed);
    expect(refused.map(({ line }) => `${lines[line - 1]}\n`)).toEqual(forbidden.map(({ line }) => line));
  });

  it('biome.json has their rules (npm run rooms)', () => {
    const config = JSON.parse(readFileSync('biome.json', 'utf8'));
    expect(config).toEqual(withRoomRules(config, rooms));
  });

  it('every package of the app has a room, and every folder is one', () => {
    const ours = Object.keys(project.dependencies);
    expect(ours.filter((name) => !homes.has(name))).toEqual([]);
    const known = new Set([...ours, ...Object.keys(project.devDependencies), 'node:*', 'virtual:sveska-packs']);
    expect([...homes].filter((name) => !known.has(name) && !known.has(`@types/${name}`))).toEqual([]);
    const folders = ['', 'core/'].flatMap((parent) => foldersIn(`src/${parent}`).map((name) => parent + name));
    expect(folders.filter((name) => !rooms.some((room) => room.name === name))).toEqual(['core']);
  });

  it('no folder has the name of a room that may not be imported there', () => {
    const mistaken = rooms.flatMap((room) =>
      forbiddenRooms(room, rooms).filter(({ name }) => foldersIn(`src/${room.name}`, true).includes(basename(name))),
    );
    expect(mistaken).toEqual([]);
  });

  it('[house] two files that import each other are found', () => {
    const rule = 'lint/suspicious/noImportCycles';
    expect(Object.keys(cycle).filter((path) => rulesOf(path).some((breach) => breach.rule === rule))).toHaveLength(2);
  });

  it.each([...clockFiles])('%s may not say %s', (path) => {
    expect(rulesOf(path).map(({ rule }) => rule)).toContain('plugin');
  });

  it('the source itself has no such violation', () => {
    const plants = rooms.map(plantOf);
    const ours = found.filter(({ path }) => !path.includes('planted-') && !plants.includes(path));
    expect(ours.filter(({ rule }) => /noRestrictedImports|noImportCycles|plugin/.test(rule))).toEqual([]);
  });
});

describe('the tree', () => {
  const files = ['src', 'test'].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );

  it('has no folder of more than 25 files', () => {
    const folders = new Set(files.map(({ parentPath }) => parentPath));
    const isLarge = (folder: string) => files.filter(({ parentPath }) => parentPath === folder).length > 25;
    expect([...folders].filter(isLarge)).toEqual([]);
  });

  it('has no source file of more than 300 lines', () => {
    const paths = files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => /^src.*\.tsx?$/.test(path));
    expect(paths.length).toBeGreaterThan(300);
    expect(paths.filter((path) => readFileSync(path, 'utf8').split('\n').length > 301)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names only files that there are', () => {
    const page = readFileSync('src/ARCHITECTURE.md', 'utf8');
    const paths = [...page.matchAll(/`((?:core|app|io|tools)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(
      paths.filter((path) => !existsSync(join('src', path)) && !['core/exam', 'core/stats'].includes(path)),
    ).toEqual([]);
  });
});

describe('the machine', () => {
  it('names no pack of this repository: what belongs to one stands in it', () => {
    const packs = readdirSync('content').filter((name) => statSync(join('content', name)).isDirectory());
    const files = [
      'index.html',
      ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name)),
    ];
    const naming = files.filter(
      (path) => statSync(path).isFile() && packs.some((pack) => readFileSync(path, 'utf8').includes(pack)),
    );
    expect([packs.length > 0, naming]).toEqual([true, []]);
  });
});

describe('core', () => {
  it.each(['window.name', 'document.title', 'process.pid', 'fetch("/")', 'localStorage.length'])(
    'has no %s',
    (words) => {
      expect(typeErrors(`export const planted = () => ${words};\n`)).toContain('TS2');
    },
  );

  it('may use what the language itself brings', () => {
    expect(typeErrors('export const fine = () => [3, 1, 2].toSorted();\n')).toBe('');
  });
});

/** A kind more, that nobody reads, grades or shows. */
const extraKind = (model: string) => `import type { QuestionBase } from '${model}/question.ts';
declare module '${model}/question.ts' {
  interface QuestionKinds {
    sketch: QuestionBase & { readonly kind: 'sketch' };
  }
  interface Responses {
    sketch: { readonly kind: 'sketch' };
  }
}
`;
const registries = [
  { room: 'core', model: './model', registry: './questions/reader-registry.ts', does: 'reads' },
  { room: 'core', model: './model', registry: './questions/registry.ts', does: 'grades' },
  { room: 'app', model: '../core/model', registry: './questions/later-parts.ts', does: 'shows' },
] as const;

describe('a kind of question', () => {
  beforeAll(() => symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir'));

  it.each(registries)('compiles only when $registry of $room $does it', ({ room, model, registry }) => {
    const imported = `export * from '${registry}';\n`;
    expect(typeErrors(imported, room)).toBe('');
    const errors = typeErrors(extraKind(model) + imported, room);
    const file = registry.replace('./', `src/${room}/`);
    expect(errors.split('\n').filter((line) => line.startsWith(`${file}(`))).toEqual([
      expect.stringMatching(/error TS2741: Property 'sketch' is missing/),
    ]);
  });
});

/** What would let a test fail for another reason than the code, or not run at all, and what to write instead. */
const unsteady: readonly (readonly [pattern: RegExp, instead: string, except: readonly string[]])[] = [
  [/\.waitForTimeout\(/, 'wait for what you expect, or put the clock forward (journey-clock.ts)', []],
  [/\bsetTimeout\(/, 'wait for what you expect', ['test/e2e/support/study-in-page.ts']],
  [
    /\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\(\)/,
    'give a time; limits on time belong to the benches',
    [
      'test/e2e/fixtures/record-page/record-page.ts',
      'test/io/open-record.browser.test.ts',
      'test/io/merge-logs.browser.test.ts',
    ],
  ],
  [/ as never\b/, 'say what it is, or ask a builder for it', []],
  [/\bMath\.random\(\)|\bseed: \d/, 'draw from the seed of the run (seed.ts)', []],
  [/\.(skip|skipIf|runIf|only|todo)\b[(.]/, 'give the test what it needs, or do not write it', []],
];
const commands = /^test\/(bench\/|(fuzz|soak|run-all)\.ts$)/;

describe('the tests', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name))
    .filter((path) => /\.tsx?$/.test(path) && !commands.test(path) && path !== 'test/architecture.test.ts')
    .map((path) => [path, readFileSync(path, 'utf8')] as const);

  it.each(unsteady)('say nowhere %s: %s', (pattern, _instead, except) => {
    const found = files.filter(([path, text]) => !except.includes(path) && pattern.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});

function foldersIn(path: string, recursive = false): readonly string[] {
  if (!existsSync(path) || statSync(path).isFile()) return [];
  const entries = readdirSync(path, { recursive, withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Where imports are planted: in a file of the room, or at the end of the file that has rules of its own. */
function plantOf({ name }: Room): string {
  return name.includes('.') ? `src/${name}` : `src/${name}/planted-imports.ts`;
}

/** Every other room and every package, as a line that imports it, and whether the table allows that here. */
function importsOf(room: Room): readonly { readonly line: string; readonly allowed: boolean }[] {
  const others = rooms.filter(({ name }) => name !== room.name && !name.includes('.'));
  const from = dirname(plantOf(room));
  return [
    ...others.map(({ name }) => ({
      source: `./${relative(from, `src/${name}/deeper/planted.ts`)}`.replace('./..', '..'),
      allowed: room.imports.includes(name),
    })),
    ...packages.flatMap((name) => {
      const allowed = room.packages.includes(name.replace('node:fs', 'node:*'));
      return [name, `${name}/deeper`].map((source) => ({ source, allowed }));
    }),
  ].map(({ source, allowed }) => ({ line: `export * from '${source}';\n`, allowed }));
}

function plant(path: string, content: string): void {
  const target = join(copy, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    path.includes('planted') || !existsSync(target) ? content : readFileSync(target, 'utf8') + content,
  );
}

interface Breach {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
}

function rulesOf(path: string): readonly Breach[] {
  return found.filter((breach) => breach.path === path);
}

/** What Biome calls an error. */
function breaches(): readonly Breach[] {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'src'];
  const run = spawnSync(binary('biome'), args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as BiomeReport;
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  const broken = errors.map(({ category, location: { path, start } }) => ({ rule: category, path, line: start.line }));
  return broken.sort((a, b) => a.line - b.line);
}

interface BiomeReport {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** What the compiler says about a file of a room, with the room's own settings. */
function typeErrors(source: string, room: 'core' | 'app' = 'core'): string {
  plant(`src/${room}/planted-types.ts`, source);
  plant(
    `src/${room}/tsconfig.planted.json`,
    '{ "extends": "./tsconfig.json", "include": [], "files": ["planted-types.ts"] }',
  );
  const args = ['-p', `src/${room}/tsconfig.planted.json`];
  return spawnSync(binary('tsc'), args, { cwd: copy, encoding: 'utf8' }).stdout;
}
