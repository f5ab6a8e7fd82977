import type { Place } from '../../model/diagnostic-codes.ts';
import type { NoteId } from '../../model/id.ts';
import type { Note, NoteSection } from '../../model/pack.ts';
import type { RichText } from '../../model/rich-text.ts';
import { type Compilation, report } from '../compilation.ts';
import { sectionKeys } from '../grammar.ts';
import { readAttributes } from '../heads/read-attributes.ts';
import { readSwitch } from '../heads/read-switch.ts';
import { fixOfId, idProblem } from '../heads/written-id.ts';
import { limits } from '../limits.ts';
import { takeFootnotes } from '../markdown/footnotes.ts';
import { type Footnote, type Fragment, noDeletions } from '../markdown/fragment.ts';
import { renderFragment } from '../markdown/render-fragment.ts';
import { reportNoteSlips } from '../rules/report-slips.ts';
import { type HeadingPart, splitHeadings } from '../text/split-headings.ts';
import { trimBlankLines } from '../text/trim-blank-lines.ts';
import { boundFootnotes, checkNoteSize } from './note-size.ts';
import type { NoteSource } from './note-source.ts';

/** A note and what can be pointed at in it. */
export interface NoteRead {
  readonly note: Note;
  /** Every anchor of the note: the section that holds it, by id. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly sectionLines: ReadonlyMap<string, number>;
  /** Sections that ask for no question of their own (`asked=false`): they sum up what others teach. */
  readonly unasked: ReadonlySet<string>;
  readonly place: Place;
  readonly file: string;
}

/** Renders a note: a lead, then a section for each heading. */
export function readNote(compilation: Compilation, source: NoteSource): NoteRead {
  const { path, firstLine } = source.body;
  compilation.at = source.place;
  const { text, footnotes: written } = takeFootnotes(source.body.text, path, firstLine);
  const footnotes = boundFootnotes(compilation, source, written);
  const [lead, ...parts] = splitHeadings({ path, text, firstLine }, source.sectionLevel);
  for (const part of [lead, ...parts]) if (part !== undefined) reportNoteSlips(compilation, part, source.sectionLevel);
  const anchors = new Map<string, string>();
  const sectionLines = new Map<string, number>();
  const unasked = new Set<string>();
  if (parts.length > limits.sections) {
    report(compilation, 'E104', source.place, `The note has ${parts.length} sections; ${limits.sections} are allowed.`);
  }
  const sections = parts.slice(0, limits.sections).map((part) => {
    const { section, isAsked } = readSection(compilation, source, part, anchors, footnotes);
    sectionLines.set(section.id, part.line);
    if (!isAsked) unasked.add(section.id);
    return section;
  });
  const { id, title, order, domain, sources } = source;
  const leadText = lead === undefined ? [] : renderPart(compilation, source, lead, 'lead', footnotes);
  checkNoteSize(compilation, source, [leadText, ...sections.map(({ body }) => body)]);
  const note: Note = { id: id as NoteId, title, order, domain, sources, lead: leadText, sections };
  return { note, anchors, sectionLines, unasked, place: source.place, file: path };
}

function readSection(
  compilation: Compilation,
  source: NoteSource,
  part: HeadingPart,
  anchors: Map<string, string>,
  footnotes: ReadonlyMap<string, Footnote>,
): { readonly section: NoteSection; readonly isAsked: boolean } {
  const place = { file: part.body.path, line: part.line, column: part.column };
  compilation.at = place;
  const {
    text,
    id: written,
    idPlace,
    values,
    isOdd,
  } = readAttributes(compilation, (part.heading ?? '').replace(/ #+\s*$/, ''), place, sectionKeys);
  const problem = written === null ? null : idProblem(written);
  if (problem !== null && !isOdd) report(compilation, 'E111', idPlace, problem, fixOfId(written));
  if (text === '') report(compilation, 'E105', place, 'The section has no title.', 'Write ## Title {#id}.');
  // What leads to it may be right.
  if (text === '' || problem !== null || isOdd) compilation.unsure.add(place.file);
  if (written !== null && anchors.has(written)) {
    report(compilation, 'E110', idPlace, `The heading id "${written}" is used twice in this note.`);
  }
  const id = written !== null && problem === null ? written : freeSlug(text, anchors);
  anchors.set(id, id);
  const body = renderPart(compilation, source, part, id, footnotes);
  collectAnchors(compilation, body, id, anchors, place);
  const section = { id, stable: written !== null, title: plainHeading(text), body };
  return { section, isAsked: readSwitch(compilation, values.get('asked'), 'asked', true) };
}

function renderPart(
  compilation: Compilation,
  source: NoteSource,
  part: HeadingPart,
  prefix: string,
  footnotes: ReadonlyMap<string, Footnote>,
): RichText {
  const { text, line } = trimBlankLines(part.body.text, part.body.firstLine);
  const place = { file: part.body.path, line, column: 1 };
  const fragment: Fragment = { text, place, scope: 'note', note: source.id, deletions: noDeletions, footnotes, prefix };
  return renderFragment(compilation, text, () => fragment);
}

/** Headings inside a section may carry ids, too. */
function collectAnchors(
  compilation: Compilation,
  body: RichText,
  section: string,
  anchors: Map<string, string>,
  place: Place,
): void {
  for (const node of body) {
    const id = typeof node === 'object' && /^h\d$/.test(node[0]) && node[1] !== 0 ? node[1].id : undefined;
    if (id === undefined) continue;
    if (anchors.has(id)) report(compilation, 'E110', place, `The heading id "${id}" is used twice in this note.`);
    else anchors.set(id, section);
  }
}

/** A heading's words without the marks of code and emphasis. */
function plainHeading(text: string): string {
  return text
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\*\*?([^*]+)\*\*?/g, '$1')
    .replace(/\\([^\w\s])/g, '$1');
}

/** Small letters and digits of a heading joined by hyphens, with a number when it is taken. */
export function slugOf(heading: string): string {
  const words =
    plainHeading(heading)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // Cut between characters: half of one cannot stand in an address.
  return Array.from(words.join('-')).slice(0, 60).join('') || 'section';
}

function freeSlug(heading: string, taken: ReadonlyMap<string, string>): string {
  const slug = slugOf(heading);
  let free = slug;
  for (let count = 2; taken.has(free); count++) free = `${slug}-${count}`;
  return free;
}
