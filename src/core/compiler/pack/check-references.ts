import { complain } from '../../model/diagnostic-codes.ts';
import type { Compilation, NoteLink } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import { suggestName } from '../suggest-name.ts';

/** Complains about each link and `note=` that leads to no note or heading of the pack. */
export function checkReferences(compilation: Compilation, notes: readonly NoteRead[]): void {
  const anchors = new Map(notes.map(({ note, anchors }) => [note.id as string, anchors]));
  const isUnsure = ({ note }: NoteLink) => note !== null && compilation.unsure.has(`notes/${note}.md`);
  for (const link of compilation.links) {
    // A note that could not be read has a complaint of its own.
    if (isUnsure(link)) continue;
    const problem = problemOf(link, anchors);
    if (problem !== null) compilation.diagnostics.push(complain('E130', link.place, problem.message, problem.fix));
  }
}

interface Problem {
  readonly message: string;
  readonly fix: string;
}

function problemOf(link: NoteLink, anchors: ReadonlyMap<string, ReadonlyMap<string, string>>): Problem | null {
  const { note, section, target } = link;
  if (note === null)
    return { message: `"${target.slice(0, 80)}" leads to no note.`, fix: 'Write note.md or note.md#heading.' };
  const sections = anchors.get(note);
  if (sections === undefined) {
    return {
      message: `There is no note "${note.slice(0, 64)}".`,
      fix: suggestName(note, [...anchors.keys()].slice(0, 100)),
    };
  }
  if (section === null || sections.has(section)) return null;
  const message = `The note "${note}" has no heading "${section.slice(0, 64)}".`;
  return { message, fix: suggestName(section, [...sections.keys()].slice(0, 100)) };
}
