import type { Kind } from '../../core/model/question.ts';
import { choiceView } from './options/choice.tsx';
import { clozeView } from './written/cloze.tsx';
import { recallView } from './written/recall.tsx';

/** A kind, or the one that looks like two: a cloze that is typed. */
export type ViewName = Kind | 'typed-cloze';
export type KindOfView<V extends ViewName> = V extends 'typed-cloze' ? 'cloze' : Extract<V, Kind>;

/** What came with the page: the kinds of a first card. The others are read when a card of theirs comes near. */
export const firstViews = { choice: choiceView, recall: recallView, cloze: clozeView };
export type LaterName = Exclude<ViewName, keyof typeof firstViews>;
