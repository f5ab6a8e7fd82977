import type { Kind } from '../../core/model/question.ts';
import { choice } from '../../core/questions/choice/kind.ts';
import { cloze } from '../../core/questions/cloze/kind.ts';
import { recall } from '../../core/questions/recall/kind.ts';
import { choiceView } from './options/choice.tsx';
import type { KindParts } from './question-view.ts';
import { clozeView } from './written/cloze.tsx';
import { recallView } from './written/recall.tsx';

/** What came with the page: the kinds of a first card. The others are read when a card of theirs comes near. */
export const firstParts: readonly (readonly [Kind, KindParts])[] = [
  ['choice', { kind: choice, view: choiceView }],
  ['recall', { kind: recall, view: recallView }],
  ['cloze', { kind: cloze, view: clozeView }],
];
