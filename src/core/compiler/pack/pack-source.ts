import type { PackFile, PackInfo } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { questionKeys } from '../grammar.ts';
import { readDefaults } from '../heads/question-defaults.ts';
import { readNoteFile } from '../notes/read-note-file.ts';
import { meantName } from '../suggest-name.ts';
import { readTextFile, type TextFile } from '../text/text-file.ts';
import { splitFrontMatter } from '../yaml/front-matter.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { PackSource, PartOfPack, QuestionFile } from './pack-parts.ts';
import { readPackInfo } from './read-pack-info.ts';
import { readSingleFile } from './single-file.ts';
import type { SortedFiles } from './sort-pack-files.ts';

export function readPackSource(compilation: Compilation, files: SortedFiles, others: readonly string[]): PackSource {
  if (files.single !== null) return readSingleFile(compilation, files.single);
  // First, for notes and questions are addressed with the pack's id.
  const info = readInfo(compilation, files.packYaml, others);
  const domains = domainsOf(info);
  const notes = files.notes.map((file) => partOf(file, (own, text) => readNoteFile(own, text, domains)));
  const questionFiles = files.questions.map((file) => partOf(file, (own, text) => openQuestions(own, text, domains)));
  return { info, notes, questionFiles };
}

function partOf<T>(file: PackFile, open: (own: Compilation, text: TextFile) => T): PartOfPack<T> {
  return {
    path: file.path,
    file,
    open: (own) => {
      const text = readTextFile(own, file);
      return text === null ? null : open(own, text);
    },
  };
}

function readInfo(compilation: Compilation, file: TextFile | null, others: readonly string[]): PackInfo | null {
  const start = { file: 'pack.yaml', line: 1, column: 1 };
  if (file === null) {
    const meant = meantName('pack.yaml', others);
    const fix = meant === null ? 'Add pack.yaml with format, id and title.' : `Rename ${meant} to pack.yaml.`;
    if (!compilation.unsure.has('pack.yaml')) report(compilation, 'E105', start, 'The pack has no pack.yaml.', fix);
    return null;
  }
  const map = readYaml(compilation, file.text, start);
  return map === null ? null : readPackInfo(compilation, map);
}

function openQuestions(compilation: Compilation, file: TextFile, domains: readonly string[]): QuestionFile {
  const { head, isSound, body } = splitFrontMatter(compilation, file);
  const defaults = readDefaults(compilation, head, domains);
  // Of front matter that cannot be read nobody knows what it says.
  const sure = isSound ? defaults : { ...defaults, trouble: new Set(questionKeys) };
  return { head: file.text.slice(0, file.text.length - body.text.length), defaults: sure, body };
}

/** The domains of the pack's exam, by id. */
export function domainsOf(info: PackInfo | null): readonly string[] {
  return Object.keys(info?.exam?.domains ?? {});
}
