import type { Search } from '../../core/model/search.ts';
import { linkWorker, type WorkerLink } from '../worker-link.ts';
import type { SearchReply, SearchRequest } from './search-protocol.ts';
import workerUrl from './search-worker.ts?worker&url';

/** Searches in a worker that is started by the first question; after one that died comes another. */
export function createSearchInWorker(): Search {
  let link: WorkerLink<SearchRequest, SearchReply> | null = null;

  function worker(): WorkerLink<SearchRequest, SearchReply> {
    if (link === null || link.hasFailed()) link = linkWorker(workerUrl, 'search');
    return link;
  }
  return {
    take: async (documents) => void (await worker().ask({ ask: 'take', documents })),
    findQuestions: async (sought) => (await worker().ask({ ask: 'find-questions', sought })).questions,
    find: async (sought) => (await worker().ask({ ask: 'find', sought })).found,
  };
}
