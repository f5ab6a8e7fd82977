import { type ReactNode, useRef } from 'react';
import type { QuestionOf, ResponseOf } from '../../../core/model/question.ts';
import type { LineFinding } from '../../../core/model/verdict.ts';
import type { AskProps } from '../question-view.ts';
import { CodeEditor } from './code-editor.tsx';
import { FindingList } from './finding-list.tsx';
import { lineNow, rangeOfLine } from './line-now.ts';

/** Kinds that ask to mend a text in an editor. */
export type FileKind = 'config' | 'json';

/** The editor, and after a miss what was found in it: marks at the lines, and a list that leads there. */
export function FileControls<K extends FileKind>(props: FileControlsProps<K>): ReactNode {
  const { question, response, missed, kind, label, fieldId, describedBy, onRespond } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const { start }: QuestionOf<FileKind> = question;
  const text = textOf(response) ?? start;
  const findings = movedWith(missed?.verdict.findings ?? [], textOf(missed?.response ?? null) ?? '', text);
  const goTo = (line: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(...rangeOfLine(text, line));
  };
  return (
    <>
      <CodeEditor
        field={field}
        label={label}
        value={text}
        marks={linesOf(findings)}
        fieldId={fieldId}
        describedBy={describedBy}
        onChange={(value) => onRespond({ kind, text: value } as ResponseOf<K>)}
      />
      <FindingList findings={findings} onGoTo={goTo} />
    </>
  );
}

interface FileControlsProps<K extends FileKind> extends AskProps<K> {
  readonly kind: K;
  readonly label: string;
}

function textOf(response: ResponseOf<FileKind> | null): string | null {
  return response?.text ?? null;
}

/** The findings at the lines where their text stands after further editing. */
function movedWith(findings: readonly LineFinding[], then: string, now: string): readonly LineFinding[] {
  if (then === now) return findings;
  return findings.map((finding) =>
    finding.line === null ? finding : { ...finding, line: lineNow(then, now, finding.line) },
  );
}

export function linesOf(findings: readonly LineFinding[]): ReadonlySet<number> {
  return new Set(findings.flatMap(({ line }) => (line === null ? [] : [line])));
}
