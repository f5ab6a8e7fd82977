import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rules stand in lists (`- **S1** …`, several in one line too) and in tables (`| C01 | …`). */
const written = ['src/core/ecs/SPEC.md', 'src/core/scheduler/SPEC.md'].flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:- \*\*|\| )([A-Z]\d+)\b/gm)].map(([, id = '']) => id),
);
/** The task definition rules have a table of their own, which a test of theirs compares with these forty. */
const forty = Array.from({ length: 40 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`);
const ids = new Set([...written, ...forty]);

/** An id that a test names: `[S1]`, `[S1, S2]`, or a row of a table: `'C01'`. The simulation numbers its targets. */
const texts = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('sim'))
  .map((name) => readFileSync(join('test', name), 'utf8'));
const letters = [...new Set([...ids].map((id) => id.charAt(0)))].join('');
const naming = new RegExp(`[['(, ]([${letters}]\\d{1,2})(?=[\\]',) :])`, 'g');
const named = new Set(texts.flatMap((text) => [...text.matchAll(naming)].map(([, id = '']) => id)));

describe('the rules of SPEC.md', () => {
  it('stand there once', () => expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([]));

  it('are each named by a test', () => expect([...ids].filter((id) => !named.has(id))).toEqual([]));

  it('are all that tests name', () => expect([...named].filter((id) => !ids.has(id))).toEqual([]));
});
