import { findDocuments, findQuestions } from '../src/core/deck/find-documents.ts';
import { indexDocuments } from '../src/core/deck/search-index.ts';
import type { Search } from '../src/core/model/search.ts';

/** Searches where it is called: a test needs no worker. */
export function searchInProcess(): Search {
  let index = indexDocuments([]);
  return {
    take: async (documents) => {
      index = indexDocuments(documents);
    },
    findQuestions: async (sought) => findQuestions(index, sought),
    find: async (sought) => findDocuments(index, sought),
  };
}
