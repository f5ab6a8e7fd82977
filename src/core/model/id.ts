/** Ids are written by authors or minted here; a brand keeps one kind from standing in for another. */
declare const brand: unique symbol;
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** `demo` */
export type PackId = Id<'pack'>;
/** The file name of a note without its ending: `ports`. Unique in its pack. */
export type NoteId = Id<'note'>;
/** `pack/question`, for example `demo/cheapest-placement`. */
export type QuestionId = Id<'question'>;
/** `pack/question`, or `pack/question/n` for the n-th deletion of a cloze (from 1). */
export type CardId = Id<'card'>;
/** Written by the author (`{#id}`), or a hash of the option's text; unique in its question. */
export type OptionId = Id<'option'>;
/** One tab session's log: 20 characters of base 32, drawn at random. */
export type LogId = Id<'log'>;
/** Hash of an entry's canonical JSON: 52 characters of base 32. */
export type EntryId = Id<'entry'>;
/** One showing of a card: answers that share it count once. */
export type ShowingId = Id<'showing'>;

/** Milliseconds since the epoch, passed in by whoever reads the clock. */
export type Timestamp = number & { readonly [brand]: 'timestamp' };
/** Count of study days since the epoch; a day begins at 04:00 local time. */
export type StudyDay = number & { readonly [brand]: 'study-day' };

/** A part of a pattern: what an author may write as the id of a pack, a note, a question or an option. */
export const idSource = '[a-z0-9][a-z0-9-]{1,63}';

export const idPattern = new RegExp(`^${idSource}$`);

export function isWrittenId(text: string): boolean {
  return idPattern.test(text);
}

const logIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const cardIdPattern = new RegExp(`^${idSource}/${idSource}(/[1-9]\\d{0,3})?$`);

/** Whether it can be the id of a log: it is the name of a file as well. */
export function isLogId(text: string): text is LogId {
  return logIdPattern.test(text);
}

/** Whether it can be the id of a card: `pack/question`, or `pack/question/n`. */
export function isCardId(text: string): text is CardId {
  return cardIdPattern.test(text);
}

export function questionIdOf(pack: PackId, question: string): QuestionId {
  return `${pack}/${question}` as QuestionId;
}

/** The card of a question; `deletion` counts from 1 and is 0 for kinds that have one card. */
export function cardIdOf(question: QuestionId, deletion = 0): CardId {
  return (deletion === 0 ? question : `${question}/${deletion}`) as string as CardId;
}

/** The question that a card belongs to, whether or not it is a cloze card. */
export function questionOfCard(card: CardId): QuestionId {
  const [pack, question] = card.split('/');
  return `${pack}/${question}` as QuestionId;
}

/** Which deletion of a cloze the card asks for; 0 for kinds that have one card. */
export function deletionOfCard(card: CardId): number {
  return Number(card.split('/')[2] ?? 0);
}

export function packOf(id: CardId | QuestionId): PackId {
  return id.slice(0, id.indexOf('/')) as PackId;
}
