import type { SearchDocument } from '../../core/model/deck.ts';
import type { Sought } from '../../core/model/search.ts';

/** What the page asks its worker of search; each is answered once, in order. */
export type SearchRequest =
  | { readonly id: number; readonly ask: 'take'; readonly documents: readonly SearchDocument[] }
  | { readonly id: number; readonly ask: 'find'; readonly sought: Sought };

/** `found` is empty after `take`. */
export type SearchReply =
  | { readonly id: number; readonly found: readonly SearchDocument[] }
  | { readonly id: number; readonly error: string };
