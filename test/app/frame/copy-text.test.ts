// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { copyText } from '../../../src/app/parts/frame/copy-text.ts';

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

describe('copying a text', () => {
  const giveClipboard = (value: unknown) =>
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });

  it('puts it into the clipboard', async () => {
    const copied: string[] = [];
    giveClipboard({ writeText: async (text: string) => void copied.push(text) });
    await copyText('port 0');
    expect(copied).toEqual(['port 0']);
  });

  it('ends quietly where the clipboard refuses', async () => {
    giveClipboard({ writeText: () => Promise.reject(new Error('no')) });
    await expect(copyText('port 0')).resolves.toBeUndefined();
  });

  it('ends quietly where there is no clipboard, as on a page without TLS', async () => {
    await expect(copyText('port 0')).resolves.toBeUndefined();
  });
});
