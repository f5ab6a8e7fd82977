import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';

/** Which keys do what, on which screen. Every one of them has a visible button as well. */
export function KeyboardHelp(): ReactNode {
  return (
    <div className="column">
      <ScreenHeading title="Keyboard" />
      <div className="sheet">
        <p>
          Single-key shortcuts can get in the way of speech input and some screen readers.{' '}
          <Link href="/settings#keyboard">Turn single-key shortcuts off</Link>: everything has a button.{' '}
          <Link href="/help">How studying works</Link>
        </p>
        {groups.map((group) => (
          <section key={group.where}>
            <h2>{group.where}</h2>
            <table className="key-table">
              <thead>
                <tr>
                  <th scope="col">Key</th>
                  <th scope="col">What it does</th>
                </tr>
              </thead>
              <tbody>
                {group.keys.map(([keys, action]) => (
                  <tr key={action}>
                    <td>
                      <Keys text={keys} />
                    </td>
                    <td>{action}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </div>
  );
}

/** `G then H`: what begins with a capital or a sign is a key, the rest are words between keys. */
function Keys({ text }: { readonly text: string }): ReactNode {
  return text.split(' ').map((word) => (/^[a-z]/.test(word) ? ` ${word} ` : <kbd key={word}>{word}</kbd>));
}

interface KeyGroup {
  readonly where: string;
  readonly keys: readonly (readonly [keys: string, action: string])[];
}

const groups: readonly KeyGroup[] = [
  {
    where: 'While you study',
    keys: [
      ['A to E', 'Choose or tick an option'],
      ['1 to 5', 'The same, by number'],
      ['Enter', 'Check the answer, then continue'],
      ['Space or Enter', 'Show the answer of a card you recall; again: rate it Good'],
      ['1 2 3 4', 'After the answer: Again, Hard, Good, Easy'],
      ['U or Z', 'Take the last rating back, as often as you like'],
      ['F', 'Flag the card, or take the flag off'],
      ['L', 'After the answer: open the section of the notes'],
      ['Ctrl+Enter', 'Check while you are typing an answer (Cmd+Enter on a Mac)'],
    ],
  },
  {
    where: 'In an exam',
    keys: [
      ['A to E or 1 to 5', 'Choose or tick an option; nothing is checked before the end'],
      ['N', 'Next question'],
      ['P', 'Previous question'],
      ['F', 'Flag the question, or take the flag off'],
    ],
  },
  {
    where: 'Anywhere',
    keys: [
      ['/ or Ctrl+K', 'Search (Cmd+K on a Mac)'],
      ['?', 'This page'],
      ['G then H', 'Today'],
      ['G then N', 'Notes'],
      ['G then E', 'Exam'],
      ['G then R', 'Review'],
      ['G then L', 'Labs'],
      ['G then S', 'Progress'],
      ['Esc', 'Close a dialog. It never ends a session.'],
    ],
  },
];
