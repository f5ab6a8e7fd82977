/** What is wrong with a deletion, and how to write it. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
}

/** Anki's `c1::`, also with a capital, the same letter of another alphabet, `cl`, one colon, or blanks. */
const anki = /^\s*[cC\u0441\u0421][lL]?[ \t]{0,3}(\d{1,4})\s{0,3}::?([\s\S]*)$/;
/** A number that is none of ours: `1::`, `01:`, `0:`, `100:`, `1;`, or with blanks. */
const oddNumber = /^\s*(\d{1,9})\s{0,3}(::|[:;])([\s\S]*)$/;

/** A number in another spelling, or a hint without words on one of its sides; null for neither. */
export function oddDeletion(inner: string): Problem | null {
  const shown = `{{${inner.slice(0, 60)}}}`;
  const [, card, hidden = ''] = anki.exec(inner) ?? [];
  if (card !== undefined) {
    const message = `${shown} is the form of Anki; here it would hide "c${card}".`;
    return { message, fix: `Write {{${Number(card)}:${wordsOf(hidden)}}}, or without the number.` };
  }
  const [, n, mark, words = ''] = oddNumber.exec(inner) ?? [];
  if (n !== undefined && isOddNumber(inner, words)) {
    const message = `${shown} does not say whether ${n} is the number of a card.`;
    const asText = `{{1:${n}${mark}${wordsOf(words)}}}`;
    return {
      message,
      fix: `Write {{${Number(n.slice(0, 2)) || 1}:${wordsOf(words)}}} for a number from 1 to 99, or ${asText} for text.`,
    };
  }
  const body = inner.replace(/^[1-9]\d?:(?!:)/, '');
  if (/^\s*::/.test(body)) return { message: `${shown} hides nothing before its hint.`, fix: hint };
  return /(?<!\\)::\s*$/.test(body) ? { message: `The hint of ${shown} has no words.`, fix: hint } : null;
}

/** A number may be what is hidden: `{{30::how many?}}`. A single digit is Anki's habit, unless its hint asks for one. */
function isOddNumber(inner: string, words: string): boolean {
  if (/^\d+::/.test(inner)) return /^[1-9]::/.test(inner) && !/\b(?:how|number|count|digit)\b|\?\s*$/i.test(words);
  return !/^[1-9]\d?:/.test(inner);
}

const hint =
  'Write {{the words to hide::the hint}}, or leave :: out; a :: that is text has a backslash in front: \\::.';

function wordsOf(text: string): string {
  return text.trim().slice(0, 60);
}

/** Where `}}` stands in what follows the last deletion and closes no braces of the text before it; -1 for nowhere. */
export function strayClose(before: string, text: string): number {
  let open = Array.from(before.matchAll(/[{}]/g)).reduce((depth, [brace]) => depth + (brace === '{' ? 1 : -1), 0);
  for (const { 0: found, index } of text.matchAll(/\\\}\}|[{}]/g)) {
    if (found.length > 1) continue;
    open += found === '{' ? 1 : -1;
    if (open < 0 && text[index + 1] === '}') return index;
    if (open < 0 && text[index - 1] === '}') return index - 1;
  }
  return -1;
}
