/** Marks that people put round an answer. */
const marks: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  "'": "'",
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
};
const mostLayers = 3;

/**
 * What a learner may have meant as the answer itself: the text, and the text without backticks and quotes round it,
 * without a stop, a comma or a slash behind it. `wanted` says what is harmless: in a line `KEY=value` quotes and stops
 * are part of the value, and a slash behind anything but a host or an address makes it another.
 */
export function answerSpellings(text: string, wanted: string): readonly string[] {
  const spellings = [text];
  const isLine = wanted.includes('=');
  for (let layer = 0; layer < mostLayers; layer++) {
    const last = spellings.at(-1) ?? '';
    const plain = withoutLayer(last, isLine, wanted);
    if (plain === last || plain === '') break;
    spellings.push(plain);
  }
  return spellings;
}

function withoutLayer(text: string, isLine: boolean, wanted: string): string {
  const [first = '', last = ''] = [text[0], text.at(-1)];
  const isWrapped = text.length > 2 && marks[first] === last && (first === '`' || !isLine);
  if (isWrapped) return text.slice(1, -1).trim();
  if (!isLine && /[.,;]/.test(last)) return text.slice(0, -1).trimEnd();
  return last === '/' && isHost(wanted) ? text.slice(0, -1) : text;
}

/** A host has two dots at least: one alone may end the name of a file. */
function isHost(text: string): boolean {
  return /^(?:[a-z]{2,10}:\/\/\S+|[a-z0-9-]+(?:\.[a-z0-9-]+){2,}(?::\d+)?)$/i.test(text);
}
