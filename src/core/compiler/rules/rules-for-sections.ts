import { hasErrors } from '../../model/diagnostic.ts';
import { type Compilation, report } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import type { PackRule } from './pack-rule.ts';

/** W207: sections of notes that no question points at. A question that points at a whole note covers none of them. */
export function createCoverage(compilation: Compilation, notes: readonly NoteRead[]): PackRule {
  const anchorsOf = new Map(notes.map(({ note, anchors }) => [note.id, anchors]));
  const covered = new Map<string, Set<string>>(notes.map(({ note }) => [note.id, new Set()]));
  let asked = 0;
  return {
    look({ question }) {
      asked++;
      if (question.note === null || question.note.section === null) return;
      const { note, section } = question.note;
      covered.get(note)?.add(anchorsOf.get(note)?.get(section) ?? section);
    },
    finish() {
      // A question that could not be read may be the one that is missed.
      if (asked > 0 && !hasErrors(compilation.diagnostics))
        for (const read of notes) warnOfNote(compilation, read, covered.get(read.note.id) ?? new Set());
    },
  };
}

function warnOfNote(
  compilation: Compilation,
  { note, sectionLines, file }: NoteRead,
  covered: ReadonlySet<string>,
): void {
  for (const { id, title } of note.sections) {
    if (covered.has(id)) continue;
    const place = { file, line: sectionLines.get(id) ?? 1, column: 1 };
    report(compilation, 'W207', place, `No question asks about "${title}".`);
  }
}
