import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A check of the rooms that sees nothing would pass. So violations are planted into a copy of the source and
 * each of them must be found; nothing else may be.
 */
const imports: Readonly<Record<string, string>> = {
  'src/core/model/planted-room.ts': '../scheduler/fold-log.ts',
  'src/core/ecs/planted-room.ts': '../questions/registry.ts',
  'src/core/questions/planted-room.ts': '../compiler/compile-pack.ts',
  'src/core/compiler/planted-room.ts': '../scheduler/fold-log.ts',
  'src/core/scheduler/planted-room.ts': '../questions/registry.ts',
  'src/io/planted-room.ts': '../core/compiler/compile-pack.ts',
  'src/app/planted-room.ts': '../io/decks/fetch-decks.ts',
  'src/tools/planted-room.ts': '../app/ports.ts',
  'src/tools/planted-door.ts': '../io/trusted-url.ts',
  'src/core/model/planted-package.ts': 'yaml',
  'src/core/ecs/planted-package.ts': 'yaml',
  'src/core/questions/planted-package.ts': 'markdown-it',
  'src/core/compiler/planted-package.ts': 'node:fs',
  'src/core/scheduler/planted-package.ts': 'idb',
  'src/io/planted-package.ts': 'react',
  'src/app/planted-package.ts': 'idb',
  'src/app/planted-parser.ts': 'unbash',
  'src/app/planted-language.ts': 'highlight.js/lib/languages/json',
  'src/tools/planted-package.ts': 'react',
};
const cycle = {
  'src/core/model/planted-here.ts': "import { there } from './planted-there.ts';\nexport const here = () => there;\n",
  'src/core/model/planted-there.ts': "import { here } from './planted-here.ts';\nexport const there = () => here;\n",
};
const clocks = ['Date.now()', 'new Date()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'];
const clockFiles = new Map(clocks.map((call, n) => [`src/core/scheduler/planted-clock-${n}.ts`, call]));

const binary = (name: string) => resolve('node_modules', '.bin', name);
let copy = '';
let found: ReadonlyMap<string, ReadonlySet<string>> = new Map();

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sveska-rooms-'));
  for (const path of ['src', 'biome.json', '.gitignore', 'tsconfig.json']) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  for (const [path, source] of Object.entries(imports))
    plant(path, `import * as planted from '${source}';\nexport const use = planted;\n`);
  for (const [path, content] of Object.entries(cycle)) plant(path, content);
  for (const [path, call] of clockFiles) plant(path, `export const planted = () => ${call};\n`);
  found = lintedRules();
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the rooms', () => {
  it.each(Object.entries(imports))('%s may not import %s', (path) => {
    expect(found.get(path)).toContain('lint/style/noRestrictedImports');
  });

  it('[house] two files that import each other are found', () => {
    expect(Object.keys(cycle).filter((path) => found.get(path)?.has('lint/suspicious/noImportCycles'))).toHaveLength(2);
  });

  it.each([...clockFiles])('%s may not say %s', (path) => {
    expect(found.get(path)).toContain('plugin');
  });

  it('the source itself has no such violation', () => {
    const ours = [...found.keys()].filter((path) => !path.includes('planted-'));
    const rules = new Set(ours.flatMap((path) => [...(found.get(path) ?? [])]));
    expect([...rules].filter((rule) => /noRestrictedImports|noImportCycles|plugin/.test(rule))).toEqual([]);
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
  { room: 'app', model: '../core/model', registry: './questions/later-views.ts', does: 'shows' },
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
  [/\bsetTimeout\(/, 'wait for what you expect', ['test/e2e/study-in-page.ts']],
  [
    /\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\(\)/,
    'give a time; limits on time belong to the benches',
    [
      'test/e2e/fixtures/record-page/record-page.ts',
      'test/io/open-record.browser.test.ts',
      'test/io/merge-logs.browser.test.ts',
    ],
  ],
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

function plant(path: string, content: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), content);
}

/** Rules that Biome finds broken, by file. */
function lintedRules(): ReadonlyMap<string, ReadonlySet<string>> {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'src'];
  const run = spawnSync(binary('biome'), args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as BiomeReport;
  const rules = new Map<string, Set<string>>();
  for (const { category, location, severity } of report.diagnostics) {
    if (severity !== 'error') continue;
    const path = typeof location.path === 'string' ? location.path : (location.path?.file ?? '');
    rules.set(path, (rules.get(path) ?? new Set()).add(category));
  }
  return rules;
}

interface BiomeReport {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly severity: string;
    readonly location: { readonly path?: string | { readonly file: string } };
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
