import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import type { PackFile } from '../../../src/core/model/pack.ts';
import type { Question } from '../../../src/core/model/question.ts';

const packYaml = `format: 1
id: demo
title: Demo
exam:
  domains:
    dev: { title: Development, weight: 100 }
beliefs:
  ports-collide: Ports of containers do not collide.
`;

const note = `---
title: Ports
---

A lead.

## Dynamic ports {#dynamic-ports}

Text about ports.
`;

const head = `---
note: ports#dynamic-ports
domain: dev
source: https://example.com/ports
verified: 2026-11-01
---

`;

export const goodChoice = `## A good question {#good-one}

Why does the second copy not start?

- [ ] The group blocks the second one {belief=ports-collide}
  > Groups filter traffic and start nothing.
- [x] The host port is taken by the first
  > A fixed port is taken once.

One port, one owner.
`;

/** The files of a small pack that compiles without any complaint; each may be replaced, and others added. */
export function packOf(replaced: Readonly<Record<string, string | Uint8Array>> = {}): readonly PackFile[] {
  const files = { 'pack.yaml': packYaml, 'notes/ports.md': note, 'questions/ports.md': head + goodChoice, ...replaced };
  return Object.entries(files).map(([path, content]) => ({ path, content }));
}

/** The pack with these questions below the usual front matter. */
export function packWithQuestions(questions: string): readonly PackFile[] {
  return packOf({ 'questions/ports.md': head + questions });
}

/** The pack with the usual note and this text in it. */
export function packWithNote(text: string): readonly PackFile[] {
  return packOf({ 'notes/ports.md': `${note}\n${text}\n` });
}

/** The pack with a prompt in a question that is otherwise good. */
export function packWithPrompt(prompt: string): readonly PackFile[] {
  return packWithQuestions(goodChoice.replace('Why does the second copy not start?', prompt));
}

const today = '2026-11-23';

export function complaintsOf(files: readonly PackFile[]): readonly Diagnostic[] {
  return compilePack(files, { today }).diagnostics;
}

/** Codes of all complaints, in order. */
export function codesOf(files: readonly PackFile[]): readonly string[] {
  return complaintsOf(files).map(({ code }) => code);
}

/** Complaints as `code file:line:column`. */
export function placesOf(files: readonly PackFile[]): readonly string[] {
  return complaintsOf(files).map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

/** The only question that the text makes; throws when it does not compile. */
export function questionOf(text: string): Question {
  const { value, diagnostics } = compilePack(packWithQuestions(text), { today });
  const [question] = value?.questions ?? [];
  if (question === undefined) throw new Error(JSON.stringify(diagnostics));
  return question;
}
