import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { searchFieldId } from './search-field.ts';

/** Goes to the search screen with what was typed. The field keeps the focus: another search may follow. */
export function SearchForm({ initial, takesFocus = false }: SearchFormProps): ReactNode {
  const [text, setText] = useState(initial);
  const [shown, setShown] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  if (shown !== initial) {
    setShown(initial);
    setText(initial);
  }
  const [, navigate] = useLocation();
  function submit(event: FormEvent): void {
    event.preventDefault();
    navigate(`/search?q=${encodeURIComponent(text.trim())}`, { replace: location.pathname === '/search' });
  }
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <label htmlFor={searchFieldId}>Search notes and questions</label>
        <div className="button-row">
          <input
            ref={field}
            id={searchFieldId}
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

interface SearchFormProps {
  readonly initial: string;
  /** Whether the field takes the focus at once. */
  readonly takesFocus?: boolean;
}
