import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from '../../src/tools/own-origin-plugin.ts';

const host = '127.0.0.1:5173';

function isAnswered(url: string, headers: Readonly<Record<string, string>>): boolean {
  const request = new IncomingMessage(new Socket());
  return isFromOwnPage(Object.assign(request, { url, headers: { host, ...headers } }));
}

describe('a request to the development server', () => {
  it.each([
    ['a script of its own page', '/src/app/main.tsx', { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }],
    ['its own page that opens a file', '/__open-in-editor?file=a', { 'sec-fetch-site': 'same-origin' }],
    ['an address that somebody typed', '/notes', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
    ['a link on another page', '/notes', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['a program that is no browser', '/notes', {}],
  ])('is answered: %s', (_name, url, headers) => expect(isAnswered(url, headers)).toBe(true));

  it.each([
    ['another site that opens a file', '/__open-in-editor?file=a', { 'sec-fetch-site': 'cross-site' }],
    ['another port that opens a file', '/__open-in-editor?file=a', { 'sec-fetch-site': 'same-site' }],
    ['a link that opens a file', '/__open-in-editor', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['a browser that does not say whence', '/__open-in-editor?file=a', {}],
    ['another spelling', '/%5F%5fopen-in-editor?file=a', { 'sec-fetch-site': 'none' }],
    ['a slash too many', '//__open-in-editor?file=a', {}],
    ['a spelling that cannot be read', '/%__open-in-editor', {}],
    ['a picture in another page', '/icon.svg', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
    ['a frame in another page', '/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
    ['another origin', '/notes', { origin: 'http://evil.example' }],
    ['the origin of nobody', '/notes', { origin: 'null' }],
  ])('is refused: %s', (_name, url, headers) => expect(isAnswered(url, headers)).toBe(false));
});
