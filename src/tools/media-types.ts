/** Types of the files that a build or a pack may hold; whatever is text says its encoding, so that none is guessed. */
const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['webmanifest', 'application/manifest+json; charset=utf-8'],
  ['svg', 'image/svg+xml; charset=utf-8'],
  ['txt', 'text/plain; charset=utf-8'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['woff2', 'font/woff2'],
]);

/** The type of a file by its name; bytes to be saved when its ending is none of ours. */
export function mediaTypeOf(path: string): string {
  return types.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
}
