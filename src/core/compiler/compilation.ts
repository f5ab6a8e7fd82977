import type { Diagnostic } from '../model/diagnostic.ts';
import { complain, type KnownCode, type Place } from '../model/diagnostic-codes.ts';
import type { PackId } from '../model/id.ts';
import { type IdsLock, readIdsLock } from './lock/ids-lock.ts';
import { createHighlighter, type Highlighter } from './markdown/highlight-code.ts';

/** What one compilation gathers while its stages run: complaints, and references to check when all is read. */
export interface Compilation {
  readonly diagnostics: Diagnostic[];
  readonly links: NoteLink[];
  readonly images: ImageUse[];
  /** What `first:` of the pack names, to be checked when all questions are read. */
  first: { readonly name: string; readonly place: Place } | null;
  /** The pack that is compiled; known as soon as it has said its id. */
  pack: PackId;
  /** Where it says its id; null until then. */
  packPlace: Place | null;
  /** What was published of the pack. */
  lock: IdsLock;
  readonly highlight: Highlighter;
  /** `YYYY-MM-DD`, against which sources grow old; null switches that check off. */
  readonly today: string | null;
  /** Whether a source that was checked on a day is too old, by that day. */
  readonly oldDates: Map<string, boolean>;
  /** Files of which something could not be read: what they do not seem to hold may be there. */
  readonly unsure: Set<string>;
  /** Names that were refused where they are declared: that they are used is no second mistake. */
  readonly refused: Set<string>;
  /** What is being read, for a complaint about something that nobody foresaw. */
  at: Place;
}

/** A link or `note=` that must lead somewhere; `note` null means that the author's path is no note at all. */
export interface NoteLink {
  readonly place: Place;
  readonly target: string;
  readonly note: string | null;
  readonly section: string | null;
}

export interface ImageUse {
  readonly place: Place;
  /** `media/ports.svg` */
  readonly path: string;
}

// A pack without a usable id still has all that is in it checked, under this one.
const namelessPack = 'nameless' as PackId;

export function startCompilation(today: string | null): Compilation {
  return {
    diagnostics: [],
    links: [],
    images: [],
    first: null,
    pack: namelessPack,
    packPlace: null,
    lock: readIdsLock(''),
    highlight: createHighlighter(),
    today,
    oldDates: new Map(),
    unsure: new Set(),
    refused: new Set(),
    at: { file: 'pack.yaml', line: 1, column: 1 },
  };
}

/** Whatever no stage foresaw, such as a text so deep that the stack does not hold it. */
export function reportGaveUp(compilation: Compilation, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  const fix = 'Cut the file in two until you find it, and write it more simply.';
  report(compilation, 'E104', compilation.at, `The compiler gave up in this part of the file (${name}).`, fix);
}

/** Adds a complaint to the compilation. */
export function report(compilation: Compilation, code: KnownCode, place: Place, message: string, fix?: string): void {
  compilation.diagnostics.push(complain(code, place, message, fix));
}
