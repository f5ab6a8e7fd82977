import { Fragment, type ReactNode } from 'react';
import { LearnerText, Quoting } from './learner-text.tsx';

/** What stands in backquotes is code. */
export function Worded({ text }: { readonly text: string }): ReactNode {
  return text.split(/`([^`]+)`/).map((piece, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
    <Fragment key={position}>{position % 2 === 0 ? <Quoting text={piece} /> : <LearnerText text={piece} />}</Fragment>
  ));
}
