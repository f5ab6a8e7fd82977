import { type RefObject, useEffect } from 'react';
import { viewOf } from '../../questions/registry.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { readSessionKey, type SessionCommand } from '../../store/session/session-keys.ts';
import { useStores } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';

/**
 * Letters and digits choose, N and P turn the page, F flags, while a question is on the desk. Keys that are typed into a
 * field are text.
 */
export function useExamKeys(exam: ExamStore, region: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const { record } = useStores();
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      const isHere = target === document.body || region.current?.contains(target);
      if (!isHere || document.querySelector('dialog[open]') !== null) return;
      const command = readSessionKey(event, target, record.getState().settings.shortcuts);
      if (command !== null && obey(command, exam)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [exam, region, record, isOpen]);
}

/** Whether the command did anything. */
function obey(command: SessionCommand, exam: ExamStore): boolean {
  if (command.name === 'digit') return pick(exam, command.digit - 1);
  const { attempt, act } = exam.getState();
  const { at } = attempt.progress;
  if (command.name === 'submit') act({ t: 'go', to: at + 1 });
  if (command.name !== 'letter') return command.name === 'submit';
  switch (command.letter) {
    case 'f':
      act({ t: 'flag' });
      announce(attempt.sheet[at]?.isFlagged ? 'Flag taken off' : 'Flagged');
      return true;
    case 'n':
      act({ t: 'go', to: at + 1 });
      return true;
    case 'p':
      act({ t: 'go', to: at - 1 });
      return true;
    default:
      return pick(exam, 'abcde'.indexOf(command.letter));
  }
}

function pick(exam: ExamStore, place: number): boolean {
  const { attempt, asked, act } = exam.getState();
  const { at } = attempt.progress;
  const question = asked[at]?.question;
  if (place < 0 || question === undefined) return false;
  const response = viewOf(question).pick(question, attempt.sheet[at]?.response ?? null, place);
  if (response !== null) act({ t: 'answer', response });
  return response !== null;
}
