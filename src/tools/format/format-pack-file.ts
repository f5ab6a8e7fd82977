import { noteKeys, packKeys, questionKeys } from '../../core/compiler/grammar.ts';
import { formatFrontMatter } from './format-front-matter.ts';
import { formatMarkdown } from './format-markdown.ts';

/** A file of a pack in the one spelling that all packs share; its meaning stays. Files of other sorts stay as they are. */
export function formatPackFile(path: string, content: string): string {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (path === 'pack.yaml') return formatFrontMatter(text, packKeys);
  if (!path.endsWith('.md')) return content;
  if (path.startsWith('notes/')) return formatFile(text, noteKeys, (body) => formatMarkdown(body, false));
  if (path.startsWith('questions/')) return formatFile(text, questionKeys, (body) => formatMarkdown(body, true));
  return formatFile(text, packKeys, formatSingleFile);
}

function formatFile(text: string, keys: readonly string[], formatBody: (body: string) => string): string {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return formatBody(text);
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  // Front matter that is never closed is an error that only its author can mend.
  if (closing === null) return text;
  const body = formatBody(rest.slice(closing.index + closing[0].length));
  const head = `---\n${formatFrontMatter(rest.slice(0, closing.index), keys)}---\n`;
  return body === '' ? head : `${head}\n${body}`;
}

/** A pack in one file: notes, then questions. */
function formatSingleFile(body: string): string {
  const questions = /^# +Questions[ \t]*$/m.exec(body);
  if (questions === null) return formatMarkdown(body, false);
  const notes = formatMarkdown(body.slice(0, questions.index), false);
  return [notes, formatMarkdown(body.slice(questions.index), true)].filter((part) => part !== '').join('\n');
}
