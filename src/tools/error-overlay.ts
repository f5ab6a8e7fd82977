import { join } from 'node:path';
import type { ErrorPayload } from 'vite';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CompiledFolder } from './compile-folder.ts';
import { formatReports } from './format-diagnostics.ts';

/** Vite's own tip is about Vite's options, which no author of a pack has to know. */
export const overlayStyle = 'vite-error-overlay::part(tip) { display: none }';

const wayOut = 'Press Esc to see the page. This goes away by itself when the errors are mended.';

/**
 * What lies over the page: the errors in the overlay's red, without excerpts, whose marks would not stay below their
 * lines; then a link to each of them; then, in its grey, what is only advice, with its links.
 */
export function overlayOf(broken: readonly CompiledFolder[], root: string): ErrorPayload {
  const message = formatReports(
    broken.map((folder) => ({ ...errorsOf(folder), files: [] })),
    'text',
  );
  const advice = placesIn(broken, 'warning', root).map(
    ({ code, place, message: said }) => `${code} ${place}\n  ${said}`,
  );
  const places = placesIn(broken, 'error', root).map(({ code, place }) => `${code} ${place}`);
  return { type: 'error', err: { message, stack: [...advice, wayOut].join('\n'), ...locOf(places.join('\n')) } };
}

/** A pack with its errors alone. */
export function errorsOf(folder: CompiledFolder): CompiledFolder {
  return { ...folder, diagnostics: folder.diagnostics.filter(({ severity }) => severity === 'error') };
}

interface PlacedComplaint {
  readonly code: string;
  readonly message: string;
  /** `/home/…/ports.md:12:3`: the overlay makes a link of nothing but a whole path. */
  readonly place: string;
}

function placesIn(
  broken: readonly CompiledFolder[],
  severity: Diagnostic['severity'],
  root: string,
): readonly PlacedComplaint[] {
  return broken.flatMap(({ folder, diagnostics }) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map(({ code, file, line, column, message }) => {
        return { code, message, place: `${join(root, folder, file)}:${line}:${column}` };
      }),
  );
}

/** The overlay has a line for one place, and makes links of all that stand in it. */
function locOf(places: string): Pick<ErrorPayload['err'], 'loc'> {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(places) ?? [];
  return file === undefined ? {} : { loc: { file, line: Number(line), column: Number(column) } };
}
