import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import type { FileDigest } from '../questions/file-digest.ts';
import { createNameTable, type NameTable } from '../questions/name-table.ts';
import type { QuestionEntries } from '../questions/question-entries.ts';
import { type CopyTable, createCopyTable } from '../rules/near-copies.ts';

/** What is to be known of all questions of a pack at once. Only what a file brings or takes away is work. */
export interface PackTables {
  readonly names: NameTable;
  readonly copies: CopyTable;
  /** The files that are in them. */
  files: ReadonlySet<FileDigest>;
}

export function createPackTables(): PackTables {
  return { names: createNameTable(), copies: createCopyTable(), files: new Set() };
}

/** Takes out of the tables what the pack has no more, and puts in what is new. */
export function followFiles(tables: PackTables, digests: readonly FileDigest[]): void {
  const files = new Set(digests);
  const { names, copies, files: before } = tables;
  for (const { claims, compared } of [...before].filter((file) => !files.has(file))) {
    names.take(claims);
    copies.take(compared);
  }
  for (const { claims, compared } of digests.filter((file) => !before.has(file))) {
    names.put(claims);
    copies.put(compared);
  }
  tables.files = files;
}

/** Complains about each id that is used again. */
export function reportClashes(compilation: Compilation, names: NameTable): void {
  for (const [first, ...others] of names.clashes()) {
    for (const { name, place } of others) {
      report(compilation, 'E110', place, `The id "${name}" is used in ${first?.place.file}:${first?.place.line}, too.`);
    }
  }
}

export function entriesOf({ byName }: NameTable, digests: readonly FileDigest[]): QuestionEntries {
  const inherited = new Map<string, Place>();
  for (const { was, wasPlace, place } of digests.flatMap(({ heirs }) => heirs)) {
    for (const old of was) inherited.set(old, wasPlace ?? place);
  }
  const firstNames = (count: number) =>
    [...new Set(digests.flatMap(({ claims }) => claims.map(({ name }) => name)))].slice(0, count);
  return { byName, firstNames, inherited, fresh: digests.flatMap(({ fresh }) => fresh) };
}
