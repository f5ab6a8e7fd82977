import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';

/** Goes to the search screen with what was typed. */
export function SearchForm({ initial }: { readonly initial: string }): ReactNode {
  const [text, setText] = useState(initial);
  const [, navigate] = useLocation();
  function submit(event: FormEvent): void {
    event.preventDefault();
    navigate(`/search?q=${encodeURIComponent(text.trim())}`, { replace: location.pathname === '/search' });
  }
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <label htmlFor="search-text">Search notes and questions</label>
        <div className="button-row">
          <input
            id="search-text"
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            dir="auto"
          />
          <button type="submit" className="button-primary">
            Search
          </button>
        </div>
      </form>
    </search>
  );
}
