import type { PackInfo } from '../model/pack.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { PackSource, QuestionFile } from './pack-parts.ts';
import { readDefaults } from './question-defaults.ts';
import { readNoteFile } from './read-note-file.ts';
import { readPackInfo } from './read-pack-info.ts';
import { readYaml } from './read-yaml.ts';
import { report, type Session } from './session.ts';
import { readSingleFile } from './single-file.ts';
import type { SortedFiles } from './sort-pack-files.ts';
import type { TextFile } from './text-file.ts';

export function readPackSource(session: Session, files: SortedFiles): PackSource {
  if (files.single !== null) return readSingleFile(session, files.single);
  // First, for notes and questions are addressed with the pack's id.
  const info = readInfo(session, files.packYaml);
  const notes = files.notes.map((file) => readNoteFile(session, file)).filter((note) => note !== null);
  const questionFiles = files.questions.map((file) => readQuestionFile(session, file)).filter((file) => file !== null);
  return { info, notes, questionFiles };
}

function readInfo(session: Session, file: TextFile | null): PackInfo | null {
  const start = { file: 'pack.yaml', line: 1, column: 1 };
  if (file === null) {
    const unread = session.diagnostics.some((diagnostic) => diagnostic.file === 'pack.yaml');
    if (!unread)
      report(session, 'E105', start, 'The pack has no pack.yaml.', 'Add pack.yaml with format, id and title.');
    return null;
  }
  const map = readYaml(session, file.text, start);
  return map === null ? null : readPackInfo(session, map);
}

function readQuestionFile(session: Session, file: TextFile): QuestionFile | null {
  const { head, body } = splitFrontMatter(session, file);
  return head === null ? null : { defaults: readDefaults(session, head), body };
}
