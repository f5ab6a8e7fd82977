import type { SearchDocument } from '../../core/model/deck.ts';
import type { QuestionId } from '../../core/model/id.ts';
import type { Sought } from '../../core/model/search.ts';

/** What the page asks its worker of search; each is answered once, in order. */
export type SearchRequest =
  | { readonly id: number; readonly ask: 'take'; readonly documents: readonly SearchDocument[] }
  | { readonly id: number; readonly ask: 'find'; readonly sought: Sought }
  | { readonly id: number; readonly ask: 'find-questions'; readonly sought: Omit<Sought, 'most'> };

/** Both lists are empty after `take`, and the one that was not asked for always. */
export type SearchReply =
  | { readonly id: number; readonly found: readonly SearchDocument[]; readonly questions: readonly QuestionId[] }
  | { readonly id: number; readonly error: string };
