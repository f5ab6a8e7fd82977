import type { RichText } from '../../model/rich-text.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { convertTokens } from './convert-tokens.ts';
import { listFootnotes } from './footnotes.ts';
import { type Fragment, noDeletions, noFootnotes } from './fragment.ts';
import { nestingProblem } from './nesting.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readPlainFragment } from './plain-fragment.ts';

/**
 * Markdown to rich text, with every complaint about it in the compilation. Never throws, whatever the text.
 * Most fragments need no parser; `describe` is asked for the rest of a fragment only when one does.
 */
export function renderFragment(
  compilation: Compilation,
  text: string,
  describe: () => Fragment,
  deletions = noDeletions,
): RichText {
  const plain = text.length <= limits.fragmentLength ? readPlainFragment(text, deletions) : null;
  return plain ?? renderByParser(compilation, describe());
}

/** The same by the parser alone, whatever the text. */
export function renderByParser(compilation: Compilation, fragment: Fragment): RichText {
  const problem = sizeProblem(fragment) ?? nestingProblem(fragment.text);
  if (problem !== null) {
    report(compilation, 'E104', fragment.place, problem);
    return [];
  }
  const { rich, footnotes } = convertTokens(compilation, fragment, parseMarkdown(fragment.text));
  const notes = listFootnotes(fragment, footnotes, ({ text, place }) =>
    renderByParser(compilation, { ...fragment, text, place, footnotes: noFootnotes }),
  );
  return notes.length === 0 ? rich : [...rich, ...notes];
}

/** A text without the paragraph around it, when it is one paragraph: for the text of an option. */
export function withoutParagraph(rich: RichText): RichText {
  const [only] = rich;
  return rich.length === 1 && typeof only === 'object' && only[0] === 'p'
    ? (only.slice(2) as unknown as RichText)
    : rich;
}

function sizeProblem({ text, scope }: Fragment): string | null {
  const most = scope === 'note' ? limits.sectionLength : limits.fragmentLength;
  return text.length <= most ? null : `This text has ${text.length} characters; ${most} are allowed.`;
}
