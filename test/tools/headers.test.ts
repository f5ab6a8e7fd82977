import { describe, expect, it } from 'vitest';
import { headersFile, headersOf, pageHeaders, withPolicy } from '../../src/tools/headers.ts';

const html = '<!doctype html><head><meta charset="utf-8" /><style>p{color:red}</style><script>1</script></head>';
const page = pageHeaders(html);
const named = ['/icon.svg', '/screenshots/note.png'];

/** What a host that reads the file sends for a path: the headers of all blocks that match. */
function sentFor(path: string): ReadonlyMap<string, readonly string[]> {
  const sent = new Map<string, string[]>();
  for (const block of headersFile(html, named).split('\n\n')) {
    const [pattern = '', ...lines] = block.trim().split('\n');
    const [before = '', after] = pattern.split('*');
    const matches = after === undefined ? path === pattern : path.startsWith(before) && path.endsWith(after);
    for (const line of matches ? lines : []) {
      const [name = '', value = ''] = line.trim().split(/: (.*)/);
      sent.set(name, [...(sent.get(name) ?? []), value]);
    }
  }
  return sent;
}

describe('the file of headers for static hosts', () => {
  it.each([
    ...['/', '/index.html', '/404.html', '/review', '/review/index.html', '/notes/demo/ports', '/q/demo/one'],
    ...['/assets/app-1.js', '/assets/demo-media-a-1.svg', '/workers/log-1.js', '/sw.js', '/icon.svg'],
    '/screenshots/note.png',
  ])('gives %s the one policy that our own server sends', (path) => {
    expect(sentFor(path).get('Content-Security-Policy')).toEqual([headersOf(path, page)['Content-Security-Policy']]);
  });

  it.each(['/icon.svg', '/assets/demo-media-a-1.svg'])('says in which encoding %s is', (path) => {
    expect(sentFor(path).get('Content-Type')).toEqual(['image/svg+xml; charset=utf-8']);
  });

  it('has no line that is too long for a host and no more blocks than one takes', () => {
    const text = headersFile(html, named);
    expect([text.split('\n').every((line) => line.length < 2000), text.split('\n\n').length < 40]).toEqual([
      true,
      true,
    ]);
  });
});

describe('the policy in the page itself', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';

  it('says what the header says, but for what only a header can say', () => {
    const header = page['Content-Security-Policy'] ?? '';
    expect(header.split('; ').filter((directive) => !policy.split('; ').includes(directive))).toEqual([
      "frame-ancestors 'none'",
    ]);
  });

  it('stands before everything that it is to hold back', () => {
    expect(withPolicy(html)).toMatch(/^<!doctype html><head><meta charset="utf-8" \/>\s*<meta http-equiv/);
  });

  it('leaves the hashes of the page as they are', () => {
    expect(pageHeaders(withPolicy(html))).toEqual(page);
  });
});
