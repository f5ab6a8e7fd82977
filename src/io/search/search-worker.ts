import { findDocuments, findQuestions } from '../../core/deck/find-documents.ts';
import { indexDocuments } from '../../core/deck/search-index.ts';
import type { SearchReply, SearchRequest } from './search-protocol.ts';

/** The parts of a worker's global scope that are used here. */
interface WorkerScope {
  postMessage(reply: SearchReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SearchRequest>) => void): void;
}

const scope = globalThis as typeof globalThis & WorkerScope;
let index = indexDocuments([]);

function answer(request: SearchRequest): Pick<Found, 'found' | 'questions'> {
  switch (request.ask) {
    case 'take':
      index = indexDocuments(request.documents);
      return nothing;
    case 'find':
      return { ...nothing, found: findDocuments(index, request.sought) };
    case 'find-questions':
      return { ...nothing, questions: findQuestions(index, request.sought) };
  }
}

type Found = Extract<SearchReply, { readonly found: unknown }>;

const nothing = { found: [], questions: [] } as const;

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage({ id: data.id, ...answer(data) });
  } catch (error) {
    scope.postMessage({ id: data.id, error: String(error) });
  }
});
