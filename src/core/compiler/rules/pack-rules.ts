import { type Compilation, report } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import type { FileDigest } from '../questions/file-digest.ts';
import type { CopyTable } from './near-copies.ts';
import { warnOfPositions } from './rules-for-positions.ts';
import { warnOfReasons } from './rules-for-reasons.ts';
import { warnOfCoverage } from './rules-for-sections.ts';
import { warnOfTeaching } from './rules-for-teaching.ts';

/** The advice that only a whole pack can be given: W207, W208, W210, W226, W227. Retired questions are left alone. */
export function warnOfPack(
  compilation: Compilation,
  notes: readonly NoteRead[],
  files: readonly FileDigest[],
  copies: CopyTable,
): void {
  warnOfCoverage(compilation, notes, files);
  for (const [copy, { title, place }] of copies.copies()) {
    const promptPlace = { file: copy.place.file, line: copy.promptLine, column: 1 };
    report(compilation, 'W208', promptPlace, `The prompt is nearly that of "${title}" (${place.file}:${place.line}).`);
  }
  warnOfPositions(compilation, files);
  warnOfReasons(compilation, files);
  warnOfTeaching(compilation, notes, files);
}
