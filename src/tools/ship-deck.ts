import { createHash } from 'node:crypto';
import { notePath, questionPath } from '../core/model/address.ts';
import type { Deck, DeckIndex, NoteSummary, PackEntry, QuestionSummary, SearchDocument } from '../core/model/deck.ts';
import type { PackId } from '../core/model/id.ts';
import type { Note, PackFile } from '../core/model/pack.ts';
import { cardCountOf, type Question } from '../core/model/question.ts';
import { apartFromCode, askedText, plainText, type RichText } from '../core/model/rich-text.ts';

/** A deck as files: the app loads the index whole and a shard when a card or note is opened. */
export interface ShippedDeck {
  readonly entry: PackEntry;
  readonly files: readonly ShippedFile[];
}

/** `name` ends in a hash of the content, so a file never changes behind its address. */
export interface ShippedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const questionsPerShard = 50;

/**
 * Cuts a deck into the files that are shipped. `media` are the pack's own files below `media/`; `base` is
 * what addresses begin with, such as `/assets/`.
 */
export function shipDeck(deck: Deck, media: readonly PackFile[], base: string): ShippedDeck {
  const files: ShippedFile[] = [];
  const ship = (stem: string, ending: string, content: string | Uint8Array) => {
    const name = `${deck.pack.id}-${stem}-${hashOf(content)}.${ending}`;
    files.push({ name, content });
    return base + name;
  };
  const addresses = new Map(media.map(({ path, content }) => [path, ship(...mediaName(path), content)]));
  const write = (value: unknown) => writeJson(value, addresses);
  const index: DeckIndex = {
    format: 1,
    pack: deck.pack,
    notes: deck.notes.map((note) => summariseNote(note, ship(`note-${note.id}`, 'json', write(note)))),
    questions: deck.questions.map(summariseQuestion),
    questionShards: shardsOf(deck.questions).map((shard, n) => ship(`questions-${n}`, 'json', write(shard))),
    searchShard: ship('search', 'json', JSON.stringify(searchDocuments(deck))),
  };
  const first = firstQuestion(deck);
  const entry: PackEntry = {
    id: deck.pack.id,
    title: deck.pack.title,
    index: ship('index', 'json', JSON.stringify(index)),
    first: first && (JSON.parse(write(first)) as Question),
  };
  return { entry, files };
}

/**
 * Paths of the app that exist because of this deck: its notes and its questions. A note is also found without its
 * pack, as links from the time of one pack have it.
 */
export function routesOf({ pack, notes, questions }: Deck): readonly string[] {
  return [
    ...notes.map(({ id }) => notePath({ pack: pack.id, note: id, section: null })),
    ...notes.map(({ id }) => `/notes/${id}`),
    ...questions.map(({ id }) => questionPath(id)),
  ];
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

function mediaName(path: string): [stem: string, ending: string] {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const stem = path.slice(path.lastIndexOf('/') + 1, -ending.length - 1).replace(/[^\w-]+/g, '-');
  return [`media-${stem}`, ending];
}

/** JSON in which the address of each image stands where the pack named its file. */
function writeJson(value: unknown, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return JSON.stringify(value);
  return JSON.stringify(value, (key, part: unknown) =>
    key === 'src' && typeof part === 'string' ? (addresses.get(part) ?? part) : part,
  );
}

function shardsOf(questions: readonly Question[]): readonly (readonly Question[])[] {
  const count = Math.ceil(questions.length / questionsPerShard);
  return Array.from({ length: count }, (_, n) => questions.slice(n * questionsPerShard, (n + 1) * questionsPerShard));
}

function summariseNote(note: Note, shard: string): NoteSummary {
  const sections = note.sections.map(({ id, title }) => ({ id, title }));
  return { id: note.id, title: note.title, order: note.order, domain: note.domain, sections, shard };
}

function summariseQuestion(question: Question, place: number): QuestionSummary {
  const { id, kind, title, rev, note, domain, status, difficulty, was, corrected } = question;
  const shard = Math.floor(place / questionsPerShard);
  const summary = { id, kind, title, rev, note, domain, status, difficulty, cards: cardCountOf(question), was, shard };
  return {
    ...summary,
    ...(corrected !== undefined && { corrected }),
    ...(question.case !== null && { case: question.case.id }),
  };
}

/** The one that the pack names, else its first scored choice. */
function firstQuestion({ pack, questions }: Deck): Question | null {
  const isScoredChoice = (question: Question) => question.kind === 'choice' && question.status === 'scored';
  const wanted = questions.find(({ id }) => id === pack.first);
  return wanted ?? questions.find(isScoredChoice) ?? null;
}

function searchDocuments(deck: Deck): readonly SearchDocument[] {
  return [
    ...deck.notes.flatMap((note) => documentsOfNote(deck.pack.id, note)),
    ...deck.questions.filter(isStudied).map((question) => documentOfQuestion(deck.pack.id, question)),
  ];
}

function isStudied({ status }: Question): boolean {
  return status === 'scored' || status === 'pilot';
}

function documentsOfNote(pack: PackId, note: Note): readonly SearchDocument[] {
  const document = (section: string | null, title: string, text: RichText): SearchDocument => {
    const path = notePath({ pack, note: note.id, section });
    return { id: path, pack, type: 'section', title, ...wordsOf(text, plainText), path };
  };
  return [
    document(null, note.title, note.lead),
    ...note.sections.map(({ id, title, body }) => document(id, title, body)),
  ];
}

function documentOfQuestion(pack: PackId, question: Question): SearchDocument {
  const path = questionPath(question.id);
  const asked = wordsOf([...question.prompt, ' ', ...(question.case?.scenario ?? [])], askedText);
  const tags = question.tags.join(' ');
  return { id: path, pack, type: 'question', title: question.title, ...asked, ...(tags !== '' && { tags }), path };
}

/** Of a text that is nothing but code the code is all there is to show. */
function wordsOf(rich: RichText, read: (rich: RichText) => string): Pick<SearchDocument, 'text' | 'code'> {
  const { prose, code } = apartFromCode(rich);
  const [text, rest] = [read(prose), read(code)];
  return text === '' || rest === '' ? { text: text || rest } : { text, code: rest };
}
