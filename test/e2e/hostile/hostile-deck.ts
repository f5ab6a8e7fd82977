import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { Deck } from '../../../src/core/model/deck.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import type { OptionId } from '../../../src/core/model/id.ts';
import type { Note, PackFile } from '../../../src/core/model/pack.ts';
import type { AnswerOption, Question } from '../../../src/core/model/question.ts';
import { plainText, type RichText } from '../../../src/core/model/rich-text.ts';
import { noteId, questionId } from '../../core/ids.ts';

/** A pack that holds one text in one place. */
export interface HostilePack {
  readonly place: string;
  readonly text: string;
  readonly files: readonly PackFile[];
}

type Place = (text: string) => Partial<Record<'pack.yaml' | 'notes/note.md' | 'questions/questions.md', string>>;

const packYaml = 'format: 1\nid: aws-ecs\ntitle: Hostile\n';
const noteOf = (body: string) => `---\ntitle: Note\n---\n\nLead.\n\n## Section {#section}\n\n${body}\n`;
const choiceOf = (prompt: string, option: string, rationale: string, takeAway: string) =>
  `## Question {#question}\n\n${prompt}\n\n- [x] ${lines(option, 2)}\n  > ${lines(rationale, 2, '> ')}\n- [ ] Another\n  > No.\n\n${takeAway}\n`;
const question = (text: string) => ({ 'questions/questions.md': text });
const note = (body: string) => ({ 'notes/note.md': noteOf(body) });

/** Every place where a pack holds text. */
const places: Readonly<Record<string, Place>> = {
  'body of a note': (text) => note(text),
  'link in a note': (text) => note(`[press](<${text}>)`),
  'bare link in a note': (text) => note(`[press](${text})`),
  'image in a note': (text) => note(`![seen](${text})`),
  'definition in a note': (text) => note(`[press]\n\n[press]: ${text}`),
  'autolink in a note': (text) => note(`<${text}>`),
  'table cell': (text) => note(`| head |\n|---|\n| ${oneLine(text)} |`),
  'code in a note': (text) => note(`\`\`\`json\n${text}\n\`\`\``),
  'heading of a note': (text) => ({
    'notes/note.md': `---\ntitle: Note\n---\n\n## ${oneLine(text)} {#section}\n\nText.\n`,
  }),
  'title of a note': (text) => ({ 'notes/note.md': `---\ntitle: ${JSON.stringify(text)}\n---\n\nText.\n` }),
  'source of a note': (text) => ({
    'notes/note.md': `---\ntitle: Note\nsources:\n  - { url: ${JSON.stringify(text)}, title: ${JSON.stringify(text)} }\n---\n\nText.\n`,
  }),
  'summary of a pack': (text) => ({ 'pack.yaml': `${packYaml}summary: ${JSON.stringify(text)}\n` }),
  prompt: (text) => question(choiceOf(text, 'One', 'Yes.', '')),
  option: (text) => question(choiceOf('Which?', text, 'Yes.', '')),
  rationale: (text) => question(choiceOf('Which?', 'One', text, '')),
  'take-away': (text) => question(choiceOf('Which?', 'One', 'Yes.', text)),
  'title of a question': (text) =>
    question(choiceOf('Which?', 'One', 'Yes.', '').replace('Question', () => oneLine(text))),
  'back of a recall card': (text) => question(`## Question {#question}\n\nWhat?\n\n---\n\n${text}\n`),
  deletion: (text) => question(`## Question {#question}\n\nIt is {{${text}}}.\n`),
  'hint of a deletion': (text) => question(`## Question {#question}\n\nIt is {{word::${text}}}.\n`),
  'accepted answer': (text) => question(`## Question {#question}\n\nWhich?\n\n\`\`\`answer\n${text}\n\`\`\`\n`),
};

export function hostilePacks(texts: readonly string[]): readonly HostilePack[] {
  return Object.entries(places).flatMap(([place, write]) =>
    texts.map((text) => ({ place, text, files: filesOf(write(text)) })),
  );
}

function filesOf(own: ReturnType<Place>): readonly PackFile[] {
  const files = { 'pack.yaml': packYaml, 'notes/note.md': noteOf('Text.'), ...own };
  return Object.entries(files).map(([path, content]) => ({ path, content }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function lines(text: string, indent: number, mark = ''): string {
  return text.replace(/\n/g, `\n${' '.repeat(indent)}${mark}`);
}

/** What the compiler said to the packs: decks, and the complaints about those that gave none. */
export interface CompiledPacks {
  readonly decks: readonly Deck[];
  readonly refused: readonly { readonly pack: HostilePack; readonly diagnostics: readonly Diagnostic[] }[];
}

export function compileAll(packs: readonly HostilePack[]): CompiledPacks {
  const decks: Deck[] = [];
  const refused: CompiledPacks['refused'][number][] = [];
  for (const pack of packs) {
    const { value, diagnostics } = compilePack(pack.files);
    if (value === null) refused.push({ pack, diagnostics });
    else decks.push(value);
  }
  return { decks, refused };
}

/**
 * One deck that holds what all these compiled to, so that the app shows it on few pages: compiled text is data
 * and means the same wherever it stands.
 */
export function joinDecks(decks: readonly Deck[]): Deck {
  const notes = decks.flatMap((deck) => deck.notes);
  const questions = decks.flatMap((deck) => deck.questions);
  const base = decks[0]?.pack;
  if (base === undefined) throw new Error('Inconsistent: nothing hostile compiled');
  return {
    pack: { ...base, summary: decks.map(({ pack }) => pack.summary).join(' ') },
    notes: [...joinNotes(notes), ...titledNotes(notes)],
    questions: [...joinQuestions(questions), ...titledQuestions(questions)],
  };
}

const sectionsOfNote = 1000;

/** Notes full of the sections that hold more than the text which every other pack has. */
function joinNotes(notes: readonly Note[]): readonly Note[] {
  const hostile = notes
    .flatMap(({ sections }) => sections)
    .filter(({ title, body }) => title !== 'Section' || plainText(body) !== 'Text.');
  const sources = notes.flatMap((note) => note.sources);
  return piecesOf(hostile, sectionsOfNote).map((piece, n) => ({
    id: noteId(`hostile-${n}`),
    title: `Hostile ${n}`,
    order: n,
    domain: null,
    sources: sources.map((source, k) => ({ ...source, url: `${source.url}#${k}` })),
    lead: [],
    sections: piece.map((section, k) => ({ ...section, id: `section-${k}` })),
  }));
}

function titledNotes(notes: readonly Note[]): readonly Note[] {
  const titled = notes.filter(({ title }) => title !== 'Note');
  return titled.map((note, n) => ({ ...note, id: noteId(`titled-${n}`), order: 1000 + n, sections: [], lead: [] }));
}

function titledQuestions(questions: readonly Question[]): readonly Question[] {
  const titled = questions.filter(({ title }) => title !== 'Question');
  return titled.map((question, n) => ({ ...question, id: questionId(`aws-ecs/titled-${n}`) }));
}

const optionsOfMulti = 500;

/** A recall card, a cloze, a typed question and several with options that hold all that compiled for such a place. */
function joinQuestions(questions: readonly Question[]): readonly Question[] {
  const prompt = questions.flatMap((each) => each.prompt);
  const base = { ...questions[0]!, title: 'Hostile', note: null };
  const named = (name: string) => ({ ...base, id: questionId(`aws-ecs/hostile-${name}`), prompt, takeAway: [] });
  const takeAway = questions.flatMap((each) => each.takeAway);
  const back = questions.flatMap((each): RichText => (each.kind === 'recall' ? each.back : []));
  const accepted = questions.flatMap((each) => (each.kind === 'typed' ? each.accepted : []));
  return [
    { ...named('recall'), kind: 'recall', takeAway, back },
    { ...named('cloze'), kind: 'cloze', cards: 1 },
    { ...named('typed'), kind: 'typed', prompt: ['Which?'], accepted, wrong: [] },
    ...piecesOf(hostileOptions(questions), optionsOfMulti).map((options, n): Question => {
      return { ...named(`multi-${n}`), kind: 'multi', prompt: ['Which?'], shuffle: false, options };
    }),
  ];
}

/** All of them right, so that each shows its reason. */
function hostileOptions(questions: readonly Question[]): readonly AnswerOption[] {
  const options = questions.flatMap((each) => (each.kind === 'choice' ? each.options : []));
  const hostile = options.filter(
    ({ right, text, rationale }) => right && plainText([...text, ...rationale]) !== 'OneYes.',
  );
  return hostile.map((option, n) => ({ ...option, id: `o${n}` as OptionId }));
}

function piecesOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}
