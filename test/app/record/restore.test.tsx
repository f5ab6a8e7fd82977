// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { exportLog } from '../../../src/core/model/log/export-log.ts';
import { writeLine } from '../../../src/core/model/log/log-lines.ts';
import { logId } from '../../core/ids.ts';
import { at, writeLog } from '../../log-builders.ts';
import { openApp } from '../study-builders.tsx';

afterEach(cleanup);

const about = { app: 'Sveska', made: '2026-11-23T12:00:00Z' };

function backup(): string {
  const log = writeLog('other');
  for (let n = 0; n < 3; n += 1) log.answer('one', 3, at(n));
  return exportLog(log.entries, about);
}

async function chooseFile(content: BlobPart) {
  const app = openApp('/settings');
  await app.user.upload(await screen.findByLabelText('Restore a backup'), new File([content], 'backup.jsonl'));
  return app;
}

/** Found on the page: the live region says the same words a frame later. */
const onPage = (words: RegExp) => screen.findByText(words, { selector: 'p' });

describe('a backup that is not whole', () => {
  it('is told by line what is damaged, and the rest can be added', async () => {
    const lines = backup().split('\n');
    lines[2] = lines[2]!.slice(0, -9);
    await chooseFile(lines.join('\n'));
    expect(await onPage(/New: 2 entries.*Line 3 is damaged and was left out/)).toBeVisible();
  });

  it('leaves out what names no log, counts it, and adds the rest', async () => {
    const odd = writeLine({ ...writeLog().answer('two', 3), log: logId('a/b') });
    const { user, stores } = await chooseFile(`${backup()}${odd}\n`);
    expect(await onPage(/Left out because no card or log can have the name they give: 1 entry/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add 3 entries' }));
    await expect.poll(() => stores.record.getState().entries).toBe(3);
  });

  it.each([
    ['utf-16le', '\uFEFF'],
    ['utf-16be', '\uFEFF'],
    ['utf-16le', ''],
    ['utf-16be', ''],
  ])('is read in %s as well, after the mark %j', async (encoding, mark) => {
    const text = mark + backup();
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    await chooseFile(bytes);
    expect(await onPage(/New: 3 entries/)).toBeVisible();
  });
});
