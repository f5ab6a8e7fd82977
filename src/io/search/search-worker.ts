import { findDocuments } from '../../core/deck/find-documents.ts';
import { indexDocuments } from '../../core/deck/search-index.ts';
import type { SearchDocument } from '../../core/model/deck.ts';
import type { SearchReply, SearchRequest } from './search-protocol.ts';

/** The parts of a worker's global scope that are used here. */
interface WorkerScope {
  postMessage(reply: SearchReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SearchRequest>) => void): void;
}

const scope = globalThis as typeof globalThis & WorkerScope;
let index = indexDocuments([]);

function answer(request: SearchRequest): readonly SearchDocument[] {
  if (request.ask === 'find') return findDocuments(index, request.sought);
  index = indexDocuments(request.documents);
  return [];
}

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage({ id: data.id, found: answer(data) });
  } catch (error) {
    scope.postMessage({ id: data.id, error: String(error) });
  }
});
