import type { ReactNode } from 'react';

const longestShown = 2000;
/** What cannot be seen, or turns the text around it: controls, bidi marks, joiners, spaces that are no spaces. */
const unseen = /((?![\n\t ])[\p{Cc}\p{Cf}\p{Cs}\p{Z}])/u;

/** What the learner wrote, as code: no character of it can hide, turn its neighbours or fill the page. */
export function LearnerText({ text }: { readonly text: string }): ReactNode {
  if (text === '') return <span className="learner-nothing">(nothing)</span>;
  const hidden = text.length - longestShown;
  return (
    <>
      <code className="learner-text" dir="ltr">
        <VisibleText text={text.slice(0, longestShown)} />
      </code>
      {hidden > 0 ? (
        <span className="learner-more">{` … and ${hidden.toLocaleString('en')} more characters`}</span>
      ) : null}
    </>
  );
}

const longestSentence = 600;

/** Words that may quote the learner: a quotation must not fill the page either. */
export function Quoting({ text }: { readonly text: string }): ReactNode {
  return <VisibleText text={text.length > longestSentence ? `${text.slice(0, longestSentence)}…` : text} />;
}

/** The text with a mark such as U+202E for each character that cannot be seen. */
export function VisibleText({ text }: { readonly text: string }): ReactNode {
  return text.split(unseen).map((piece, position) =>
    position % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
      <span key={position} className="unseen">
        {codePointName(piece)}
      </span>
    ),
  );
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
