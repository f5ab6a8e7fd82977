import MiniSearch, { type SearchResult } from 'minisearch';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import type { SearchDocument } from '../../core/model/deck.ts';
import { isPackOn, type PackSwitches } from '../../core/model/pack-switches.ts';
import { announce } from '../parts/frame/live-regions.ts';
import { LoadFailure, Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { isForTyping } from '../parts/frame/search-field.ts';
import { SearchForm } from '../parts/frame/search-form.tsx';
import { usePackTitles, withPack } from '../parts/frame/use-pack-titles.ts';
import { startOf } from '../parts/text/start-of-text.ts';
import { indexesOn } from '../store/packs-on.ts';
import { useRecord, useStores } from '../store/stores.tsx';

const mostResults = 30;
const mostExamples = 3;

/** Search over the sections of the notes and the questions; the words are in the address. */
export function Search(): ReactNode {
  const [parameters] = useSearchParams();
  const words = (parameters.get('q') ?? '').trim();
  const { index, failure, retry } = useSearchIndex();
  const packs = useRecord((state) => state.packs);
  const found = index === null || words === '' ? null : findDocuments(index, words, packs);
  const count = found?.length ?? null;
  const { trail } = useStores();
  const [isToType] = useState(() => trail.arrivedBy() === 'link' && isForTyping(history.state));
  useEffect(() => {
    if (count !== null) announce(count === 0 ? 'Nothing found' : `${count} found`);
  }, [count]);
  return (
    <div className="column">
      <ScreenHeading title={words === '' ? 'Search' : `Search: ${words}`} takesFocus={!isToType}>
        Search
      </ScreenHeading>
      <SearchForm initial={words} takesFocus={isToType} />
      {failure === '' ? null : <LoadFailure what="The search index" failure={failure} onRetry={retry} />}
      {words !== '' && index === null && failure === '' ? <Loading what="the search index" /> : null}
      {found === null ? null : <Results words={words} found={found} />}
    </div>
  );
}

function Results({ words, found }: { readonly words: string; readonly found: readonly SearchDocument[] }): ReactNode {
  const titleOfPack = usePackTitles();
  if (found.length === 0) return <NothingFound words={words} />;
  return (
    <section aria-label="Results">
      <p>{found.length === mostResults ? `The ${mostResults} best results` : `${found.length} found`}</p>
      <ol className="search-results">
        {found.map((result) => (
          <li key={result.id}>
            <Link href={result.path} dir="auto">
              {labelOf(result)}
            </Link>
            <p>
              {withPack(titleOfPack(result.pack), result.type === 'section' ? 'Notes' : 'Question')}
              {excerptFor(result, words)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Leads on with what there is to find: titles of notes. */
function NothingFound({ words }: { readonly words: string }): ReactNode {
  const stores = useStores();
  const indexes = indexesOn(stores);
  if (indexes.length === 0) return <NoPackOn headingId="no-packs" />;
  const titles = indexes.flatMap(({ notes }) => notes.map(({ title }) => title)).slice(0, mostExamples);
  return (
    <>
      <p>
        Nothing found for <bdi>“{words}”</bdi>. Try a single word, or one of these:
      </p>
      <ul>
        {titles.map((title) => (
          <li key={title}>
            <Link href={`/search?q=${encodeURIComponent(title)}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A question is called by what it asks: its title may give the answer away. */
function labelOf({ type, title, text }: SearchDocument): string {
  return type === 'question' ? startOf(text) : title;
}

/** Around the first word that was searched for, unless the label shows it already. */
function excerptFor(result: SearchDocument, words: string): string {
  const excerpt = excerptOf(result.text, words);
  const isLabelled = !excerpt.startsWith('…') || startOf(result.text).toLowerCase().includes(firstOf(words));
  return excerpt === '' || (result.type === 'question' && isLabelled) ? '' : ` · ${excerpt}`;
}

type Index = MiniSearch<SearchDocument>;

function useSearchIndex(): { readonly index: Index | null; readonly failure: string; readonly retry: () => void } {
  const { decks } = useStores();
  const { loadSearch, revision } = useStore(decks);
  const [state, setState] = useState<{ readonly index: Index | null; readonly failure: string }>({
    index: null,
    failure: '',
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed pack or another try reads the documents again
  useEffect(() => {
    loadSearch().then(
      (documents) => setState({ index: buildIndex(documents), failure: '' }),
      (error: unknown) => setState({ index: null, failure: String(error) }),
    );
  }, [loadSearch, revision, attempt]);
  return { ...state, retry: () => setAttempt((n) => n + 1) };
}

function buildIndex(documents: readonly SearchDocument[]): Index {
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'text', 'code', 'tags'],
    storeFields: ['id', 'pack', 'type', 'title', 'text', 'path'],
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : 0) },
  });
  index.addAll(documents);
  return index;
}

function findDocuments(index: Index, words: string, packs: PackSwitches): readonly SearchDocument[] {
  const isOfPackOn = (result: SearchResult) => isPackOn(packs, result.pack);
  const found = index.search(words, { combineWith: 'AND', filter: isOfPackOn });
  return found.slice(0, mostResults) as unknown as readonly SearchDocument[];
}

const longestExcerpt = 120;

/** About 120 characters of the text round the first word that was searched for, cut between words. */
function excerptOf(text: string, words: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(firstOf(words)));
  const from = at < 40 ? 0 : text.lastIndexOf(' ', at - 30) + 1;
  return `${from > 0 ? '… ' : ''}${startOf(text.slice(from), longestExcerpt)}`;
}

function firstOf(words: string): string {
  return words.split(/\s+/)[0]?.toLowerCase() ?? '';
}
