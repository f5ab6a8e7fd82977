import type { RichText } from '../model/rich-text.ts';
import { closeMark, openMark } from './cloze-marks.ts';
import { convertTokens } from './convert-tokens.ts';
import type { Fragment } from './fragment.ts';
import { limits } from './limits.ts';
import { nestingProblem } from './nesting.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readPlainFragment } from './plain-fragment.ts';
import { report, type Session } from './session.ts';
import { hasTypographicMark } from './typographic-code.ts';

/** Markdown to rich text, with every complaint about it in the session. Never throws, whatever the text. */
export function renderFragment(session: Session, fragment: Fragment): RichText {
  const { text } = fragment;
  const plain = text.length <= limits.fragmentLength && !hasMarks(text) ? readPlainFragment(text) : null;
  if (plain !== null) return plain;
  const problem = sizeProblem(fragment) ?? nestingProblem(text);
  if (problem === null) return convertTokens(session, fragment, parseMarkdown(text));
  report(session, 'E104', fragment.place, problem);
  return [];
}

/** The same, without the paragraph around a text that is one paragraph: for the text of an option. */
export function renderInline(session: Session, fragment: Fragment): RichText {
  const rich = renderFragment(session, fragment);
  const [only] = rich;
  return rich.length === 1 && typeof only === 'object' && only[0] === 'p'
    ? (only.slice(2) as unknown as RichText)
    : rich;
}

function sizeProblem({ text, scope }: Fragment): string | null {
  const most = scope === 'note' ? limits.sectionLength : limits.fragmentLength;
  return text.length <= most ? null : `This text has ${text.length} characters; ${most} are allowed.`;
}

/** What the short way cannot read: deletions, and typographic marks that may stand in code. */
function hasMarks(text: string): boolean {
  return text.includes(openMark) || text.includes(closeMark) || (text.includes('`') && hasTypographicMark(text));
}
