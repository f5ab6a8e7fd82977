import type { CardId, LogId, NoteId, PackId, QuestionId, ShowingId } from '../../src/core/model/id.ts';

/** Ids for tests, from texts that are right as they are written there. */
export const packId = (text: string) => text as PackId;
export const noteId = (text: string) => text as NoteId;
export const questionId = (text: string) => text as QuestionId;
export const cardId = (text: string) => text as CardId;
export const logId = (text: string) => text as LogId;
export const showingId = (text: string) => text as ShowingId;
