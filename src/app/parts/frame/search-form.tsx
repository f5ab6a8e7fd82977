import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { searchFieldId } from './search-field.ts';
import { useTextOf } from './use-text-of.ts';

/** Goes to the search screen with what was typed. */
export function SearchForm({ initial, takesFocus = false }: SearchFormProps): ReactNode {
  const [, navigate] = useLocation();
  const search = (words: string) =>
    navigate(`/search?q=${encodeURIComponent(words)}`, { replace: location.pathname === '/search' });
  return (
    <WordsForm
      id={searchFieldId}
      label="Search notes and questions"
      initial={initial}
      takesFocus={takesFocus}
      button={{ words: 'Search', className: 'button-primary' }}
      onSearch={search}
    />
  );
}

interface SearchFormProps {
  readonly initial: string;
  /** Whether the field takes the focus at once. */
  readonly takesFocus?: boolean;
}

/** Asks for words to be looked for, and tells them when they are sent. The field keeps the focus: others may follow. */
export function WordsForm({ id, label, initial, takesFocus = false, button, onSearch }: WordsFormProps): ReactNode {
  const [text, setText] = useTextOf(initial);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSearch(text.trim());
  }
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <label htmlFor={id}>{label}</label>
        <div className="button-row">
          <input
            ref={field}
            id={id}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            dir="auto"
          />
          <button type="submit" className={button.className}>
            {button.words}
          </button>
        </div>
      </form>
    </search>
  );
}

interface WordsFormProps extends SearchFormProps {
  readonly id: string;
  readonly label: string;
  readonly button: { readonly words: string; readonly className: 'button' | 'button-primary' };
  onSearch(words: string): void;
}
