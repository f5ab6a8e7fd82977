import type { Place } from '../../model/diagnostic-codes.ts';
import type { Source } from '../../model/pack.ts';
import type { TextFile } from '../text/text-file.ts';

/** A note before its Markdown is read: from a file of `notes/`, or from a heading of a single-file pack. */
export interface NoteSource {
  readonly id: string;
  readonly place: Place;
  readonly title: string;
  readonly order: number;
  readonly domain: string | null;
  readonly sources: readonly Source[];
  readonly body: TextFile;
  /** `##` starts a section in a file, `###` in a single-file pack. */
  readonly sectionLevel: 2 | 3;
}
