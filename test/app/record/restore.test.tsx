// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen } from '@testing-library/react';
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
  const file = content instanceof File ? content : new File([content], 'backup.jsonl');
  await app.user.upload(await screen.findByLabelText('Restore a backup'), file);
  return app;
}

/** Found on the page: the live region says the same words a frame later. */
const onPage = (words: RegExp) => screen.findByText(words, { selector: 'p' });

describe('a backup that cannot be compared with the record', () => {
  const words = /could not be compared with your data.*Nothing was added; choose it again/;

  it('is told of where the file is gone, and can be chosen again', async () => {
    const gone = new File([backup()], 'backup.jsonl');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { user } = await chooseFile(gone);
    expect(await onPage(words)).toBeVisible();
    await user.upload(screen.getByLabelText('Restore a backup'), new File([backup()], 'backup.jsonl'));
    expect(await onPage(/New: 3 entries/)).toBeVisible();
    expect(screen.queryByText(words, { selector: 'p' })).toBeNull();
  });

  it('is told of where the record cannot be read', async () => {
    const app = openApp('/settings');
    await act(() => app.stores.record.getState().open());
    app.stores.record.setState({ whole: () => Promise.reject(new Error('both stores are gone')) });
    await app.user.upload(await screen.findByLabelText('Restore a backup'), new File([backup()], 'backup.jsonl'));
    expect(await onPage(words)).toBeVisible();
  });
});

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
