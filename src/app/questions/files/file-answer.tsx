import type { ReactNode } from 'react';
import type { QuestionOf, ResponseOf } from '../../../core/model/question.ts';
import type { FileVerdict } from '../../../core/model/verdict.ts';
import { CodeBlock } from '../../parts/text/code-block.tsx';
import { isSameText } from '../written/same-text.ts';
import { type FileKind, linesOf } from './file-controls.tsx';
import { FindingList } from './finding-list.tsx';
import { GivenFile } from './given-file.tsx';
import { TokenDiff } from './token-diff.tsx';

/** The learner's file beside a right one, and what was found in it. */
export function FileAnswer({ question, response, verdict, lang, isDiffed }: FileAnswerProps): ReactNode {
  const { findings } = verdict;
  const text = response?.text ?? question.start;
  const isRight = verdict.score === 1;
  return (
    <>
      <FindingList findings={findings} />
      <div className="side-by-side">
        <GivenFile text={text} isRight={isRight} marks={linesOf(findings)} />
        {isRight && isSameText(text, question.answer) ? null : (
          <section data-right>
            <h4>{isRight ? 'Another right answer' : 'A right answer'}</h4>
            <CodeBlock lang={lang}>
              <code>{question.answer}</code>
            </CodeBlock>
          </section>
        )}
      </div>
      {isDiffed ? <TokenDiff parts={verdict.parts} /> : null}
    </>
  );
}

interface FileAnswerProps {
  readonly question: QuestionOf<FileKind>;
  readonly response: ResponseOf<FileKind> | null;
  readonly verdict: FileVerdict;
  readonly lang: string;
  readonly isDiffed: boolean;
}
