import { isWrittenId } from '../../model/id.ts';

/**
 * Names that JavaScript's own objects have, words that stand for its values, and names that modules and promises are
 * asked for. No data of ours is looked up in a bare object; this keeps whoever reads a deck elsewhere from harm, too.
 */
const namesOfJavaScript: ReadonlySet<string> = new Set([
  ...['constructor', 'prototype', 'length', 'name', 'caller', 'callee', 'arguments', 'apply', 'bind', 'call'],
  ...['then', 'catch', 'finally', 'default', 'null', 'undefined', 'true', 'false', 'nan', 'infinity'],
]);

/** What is wrong with a written id, in a sentence, or null. */
export function idProblem(id: string): string | null {
  if (namesOfJavaScript.has(id)) return `"${id}" is a reserved word: programs take it for something of their own.`;
  if (!isWrittenId(id)) return `"${id.slice(0, 80)}" is no id: 2 to 64 small letters, digits and hyphens.`;
  return Number.isNaN(Number(id)) ? null : `"${id}" is a number: an id needs a letter that makes it a name.`;
}

/** The id that an author meant by one in another spelling; null when there is none. */
export function meantId(id: string): string | null {
  const words =
    id
      .slice(0, 200)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const meant = words.join('-');
  return idProblem(meant) === null ? meant : null;
}

/** What to write in place of an id that is none; undefined when nobody can tell. */
export function fixOfId(id: string | null): string | undefined {
  const meant = id === null ? null : meantId(id);
  return meant === null ? undefined : `Write {#${meant}}: ids are lower case, with hyphens.`;
}
