import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { diagnosticCodes } from '../../src/core/model/diagnostic-codes.ts';
import type { PackFile } from '../../src/core/model/pack.ts';
import { formatReports } from '../../src/tools/format-diagnostics.ts';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';

/**
 * The instructors' manual teaches by example, so every example is compiled: those that name codes must be
 * refused with them, the others must compile without a complaint.
 */
const manual = readFileSync('content/README.md', 'utf8');

const packYaml = `format: 1
id: manual
title: The manual's examples
summary: What surrounds an example.
version: 1.0.0
language: en
licence: CC-BY-4.0
authors: [An Author]
exam:
  name: An exam
  questions: 10
  scored: 8
  minutes: 20
  pass: 720
  scale: [100, 1000]
  domains:
    development: { title: Development, weight: 30 }
    security: { title: Security, weight: 30 }
    deployment: { title: Deployment, weight: 20 }
    troubleshooting: { title: Troubleshooting, weight: 20 }
beliefs:
  security-groups-stop-containers: Security groups filter packets.
  container-port-collides: Only host ports collide.
`;
const note = `---
title: Ports
sources: [{ url: "https://example.org/ports", title: Ports, verified: 2026-11-22 }]
---

Ports have owners.

## Dynamic ports {#dynamic-ports}

Zero asks for any free port.
`;
const otherNote = '---\ntitle: Roles\n---\n\nA role is what a program may do.\n';
const frontMatter = `---
note: ports#dynamic-ports
domain: development
source: https://example.org/ports
verified: 2026-11-22
---

`;

interface Example {
  readonly line: number;
  readonly form: string;
  readonly codes: readonly string[];
  readonly text: string;
}

const examples = readExamples(manual);
const asText = ({ line, form }: Example) => `line ${line} (${form})`;
const refused = examples.filter(({ codes }) => codes.length > 0);
const accepted = examples.filter(({ codes }) => codes.length === 0);

describe('content/README.md', () => {
  it('holds examples of both sorts', () => {
    expect([accepted.length > 8, refused.length > 20]).toEqual([true, true]);
  });

  it.each(accepted.map((example) => [asText(example), example] as const))(
    '%s compiles without a complaint',
    (_, example) => {
      expect(compileExample(example).map(described)).toEqual([]);
    },
  );

  it.each(refused.map((example) => [asText(example), example.codes.join(' '), example] as const))(
    '%s shows %s and no other complaint',
    (_, codes, example) => {
      const found = new Set(compileExample(example).map(({ code }) => code));
      expect([...found].sort().join(' ')).toBe(codes);
    },
  );

  it('shows a complaint as the tool prints it', () => {
    const example = refused.find(({ codes }) => codes[0] === 'E122');
    if (example === undefined) throw new Error('Inconsistent: the manual has no example of E122');
    const files = filesOf(example);
    const report = { folder: 'content/my-pack', files, diagnostics: compileExample(example) };
    expect(manual).toContain(`\`\`\`\n${formatReports([report], 'text').trimEnd()}\n\`\`\``);
  });

  it('explains every code by its name', () => {
    const missing = Object.entries(diagnosticCodes).filter(
      ([code, { name }]) => !manual.includes(`**${code} ${name}.**`),
    );
    expect(missing.map(([code, { name }]) => `**${code} ${name}.**`)).toEqual([]);
  });

  it('explains no code that does not exist', () => {
    const explained = Array.from(manual.matchAll(/\*\*([EW]\d{3}) /g), ([, code = '']) => code);
    expect(explained.filter((code) => !Object.hasOwn(diagnosticCodes, code))).toEqual([]);
  });

  it('shows every code that a single example can show', () => {
    const needsMore = ['E112', 'E113', 'W207', 'W210', 'W214', 'W217', 'W218', 'W219', 'W220', 'W221', 'W227'];
    const shown = new Set([...refused.flatMap(({ codes }) => codes), ...needsMore]);
    expect(Object.keys(diagnosticCodes).filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('README.md', () => {
  const [example, ...more] = readExamples(readFileSync('README.md', 'utf8'));

  it('shows one question', () => {
    expect([example?.form, more.length]).toEqual(['question', 0]);
  });

  it('shows a question that every file of the ECS pack takes without a complaint', async () => {
    const { files } = readPackFolder('content/aws-ecs');
    const withExample = (path: string) =>
      files.map((file) => (file.path === path ? { path, content: `${file.content}\n${example?.text}` } : file));
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith('questions/'));
    // Each time only the file with the example is read, and the one that had it before.
    const kept = { current: null };
    const before = compilePack(files, { kept }).value?.questions.length ?? 0;
    const compiled = paths.map((path) => compilePack(withExample(path), { kept }));
    expect(compiled.flatMap(({ diagnostics }) => diagnostics.map(described))).toEqual([]);
    expect(compiled.map(({ value }) => value?.questions.length)).toEqual(paths.map(() => before + 1));
  });
});

/** Fenced blocks whose info string begins with `md`, or is `yaml pack`; the rest of it is the form and codes. */
function readExamples(markdown: string): readonly Example[] {
  const fences = markdown.matchAll(/^(`{3,})(md|yaml pack)\b([^\n]*)\n([\s\S]*?)\n\1$/gm);
  return Array.from(fences, (match) => {
    const [, , language = '', rest = '', text = ''] = match;
    const words = rest.trim().split(/\s+/).filter(Boolean);
    const codes = words.filter((word) => /^[EW]\d{3}$/.test(word)).sort();
    const form = language === 'md' ? (words.find((word) => !codes.includes(word)) ?? 'question') : 'pack.yaml';
    return { line: markdown.slice(0, match.index).split('\n').length, form, codes, text: `${text}\n` };
  });
}

/** W207 is left out of examples that do not name it: a single question cannot ask about every section. */
function compileExample(example: Example): readonly Diagnostic[] {
  const { diagnostics } = compilePack(filesOf(example));
  return diagnostics.filter(({ code }) => code !== 'W207' || example.codes.includes(code));
}

function filesOf({ form, text }: Example): readonly PackFile[] {
  if (form === 'pack') return [{ path: 'one-file.md', content: text }];
  const questions = form === 'question' ? frontMatter + text : form === 'file' ? text : '';
  return [
    { path: 'pack.yaml', content: form === 'pack.yaml' ? text : packYaml },
    { path: 'notes/ports.md', content: form === 'note' ? text : note },
    { path: 'notes/roles.md', content: otherNote },
    ...(questions === '' ? [] : [{ path: 'questions/examples.md', content: questions }]),
  ];
}

function described({ code, file, line, message }: Diagnostic): string {
  return `${code} ${file}:${line} ${message}`;
}
