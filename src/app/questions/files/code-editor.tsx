import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { writtenField } from '../written/written-field.ts';
import { indentLines } from './indent-lines.ts';
import { countLines } from './line-now.ts';
import { LineNumbers } from './line-numbers.tsx';

const fewestRows = 5;
const mostRows = 16;

/** A plain text field for a file: lines numbered, Tab leaves it, Ctrl+] and Ctrl+[ move lines in and out. */
export function CodeEditor({ field, label, value, marks, fieldId, describedBy, onChange }: CodeEditorProps): ReactNode {
  const numbers = useRef<HTMLPreElement>(null);
  const lines = countLines(value);
  const hintId = `${fieldId}-keys`;
  const onScroll = () => {
    if (numbers.current !== null && field.current !== null) numbers.current.scrollTop = field.current.scrollTop;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const bracket = event.ctrlKey && !event.altKey && !event.metaKey ? bracketOf(event) : null;
    if (bracket === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    indentLines(event.currentTarget, bracket === ']' ? 'in' : 'out', onChange);
  };
  return (
    <div className="field">
      <label htmlFor={fieldId}>{label}</label>
      <div className="editor">
        <LineNumbers numbers={numbers} lines={lines} marks={marks} />
        <textarea
          {...writtenField}
          ref={field}
          id={fieldId}
          className="editor-text"
          wrap="off"
          dir="ltr"
          rows={Math.min(mostRows, Math.max(fewestRows, lines))}
          value={value}
          aria-describedby={[describedBy, hintId].filter(Boolean).join(' ')}
          aria-keyshortcuts="Control+Enter Control+]"
          onScroll={onScroll}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p className="field-hint" id={hintId}>
        Ctrl+Enter checks, Ctrl+] indents, Tab leaves the field.
      </p>
    </div>
  );
}

interface CodeEditorProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly value: string;
  /** Lines with a finding, counted from 1. */
  readonly marks: ReadonlySet<number>;
  readonly fieldId: string;
  readonly describedBy: string | undefined;
  onChange(value: string): void;
}

function bracketOf({ key, code }: KeyboardEvent): ']' | '[' | null {
  if (key === ']' || code === 'BracketRight') return ']';
  return key === '[' || code === 'BracketLeft' ? '[' : null;
}
