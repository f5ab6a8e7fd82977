import { notePath, questionPath } from '../model/address.ts';
import type { Deck, SearchDocument } from '../model/deck.ts';
import type { PackId } from '../model/id.ts';
import type { Note } from '../model/pack.ts';
import { isStudied, type Question } from '../model/question.ts';
import { apartFromCode, askedText, plainText, type RichText } from '../model/rich-text.ts';

/** What search finds in a deck: each note's lead and sections, and the questions that are asked. */
export function searchDocuments({ pack, notes, questions }: Deck): readonly SearchDocument[] {
  return [
    ...notes.flatMap((note) => documentsOfNote(pack.id, note)),
    ...questions.filter(isStudied).map((question) => documentOfQuestion(pack.id, question)),
  ];
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
