import type { ReactNode } from 'react';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';
import { FileAnswer } from './file-answer.tsx';
import { FileControls, type FileKind } from './file-controls.tsx';

/** `/etc/ecs/ecs.config`, to be mended. */
export const configView = fileView('config', {
  task: 'fix the file',
  label: 'Your ecs.config',
  lang: 'ini',
  isDiffed: true,
});

/** A task definition, to be mended. */
export const jsonView = fileView('json', { task: 'fix the JSON', label: 'Your JSON', lang: 'json', isDiffed: false });

interface FileWords {
  readonly task: string;
  readonly label: string;
  /** Language of the code blocks. */
  readonly lang: string;
  /** Whether the verdict's parts tell more than its findings. */
  readonly isDiffed: boolean;
}

function fileView<K extends FileKind>(kind: K, words: FileWords): QuestionView<K> {
  const { task, label, lang, isDiffed } = words;
  return {
    task: () => task,
    Prompt: PlainPrompt,
    Controls: (props: AskProps<K>): ReactNode => <FileControls {...props} kind={kind} label={label} />,
    Answer: (props: AnswerProps<K>): ReactNode => <FileAnswer {...props} lang={lang} isDiffed={isDiffed} />,
    correction: (_question, _response, { findings }) => correctionWords(findings.length > 0),
    pick: () => null,
    inNote: null,
  };
}

/** Without a number: one mistake may be found at a line and missed in its effect, and a warning is no mistake. */
function correctionWords(isFound: boolean): string {
  return isFound ? 'What was found is listed; a right answer is below.' : 'A right answer is below.';
}
