import { type ReactNode, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import type { SearchDocument } from '../../core/model/deck.ts';
import type { PackId } from '../../core/model/id.ts';
import { isPackOn } from '../../core/model/pack-switches.ts';
import { announce } from '../parts/frame/live-regions.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { Scrap } from '../parts/frame/scrap.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { isForTyping } from '../parts/frame/search-field.ts';
import { SearchForm } from '../parts/frame/search-form.tsx';
import { usePackTitles, withPack } from '../parts/frame/use-pack-titles.ts';
import { startOf } from '../parts/text/start-of-text.ts';
import { indexesOn } from '../store/packs-on.ts';
import { type Stores, useRecord, useStores } from '../store/stores.tsx';

const mostResults = 30;
const mostExamples = 3;

/** Search over the sections of the notes and the questions; the words are in the address. */
export function Search(): ReactNode {
  const [parameters] = useSearchParams();
  const words = (parameters.get('q') ?? '').trim();
  const { answer, failure, retry } = useAnswer(words);
  const count = answer?.found.length ?? null;
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
      <div className="sheet">
        <SearchForm initial={words} takesFocus={isToType} />
        {answer === null ? null : <Results words={answer.words} found={answer.found} />}
      </div>
      {failure === '' ? null : <LoadFailure what="The search index" failure={failure} onRetry={retry} />}
      {words !== '' && answer === null && failure === '' ? <Loading what="the search index" /> : null}
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
      <Scrap drawing="search" />
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

/** What was found, and for which words: a moment after other words were asked for it is still the last one. */
interface Answer {
  readonly words: string;
  readonly found: readonly SearchDocument[];
}

interface Asked {
  readonly answer: Answer | null;
  readonly failure: string;
}

const nothingAsked: Asked = { answer: null, failure: '' };

function useAnswer(words: string): Asked & { readonly retry: () => void } {
  const { decks, search } = useStores();
  const revision = useStore(decks, (state) => state.revision);
  const switches = useRecord((state) => state.packs);
  const [asked, setAsked] = useState(nothingAsked);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed pack or another try asks again
  useEffect(() => {
    let isStale = false;
    const tell = (next: Asked) => {
      if (!isStale) setAsked(next);
    };
    const isOn = (pack: PackId) => isPackOn(switches, pack);
    answerTo(words, isOn, { decks, search }).then(
      (answer) => tell({ answer, failure: '' }),
      (error: unknown) => tell({ answer: null, failure: String(error) }),
    );
    return () => {
      isStale = true;
    };
  }, [decks, search, words, switches, revision, attempt]);
  return { ...asked, retry: () => setAttempt((n) => n + 1) };
}

/** Without words the documents are read all the same: somebody is about to type. */
async function answerTo(
  words: string,
  isOn: (pack: PackId) => boolean,
  { decks, search }: Pick<Stores, 'decks' | 'search'>,
): Promise<Answer | null> {
  await search.ready();
  if (words === '') return null;
  const packs = [...decks.getState().indexes.keys()].filter(isOn);
  return { words, found: await search.find({ words, packs, most: mostResults }) };
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
