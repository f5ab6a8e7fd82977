/** A character that word processors put in place of the one that a computer wants. */
export interface SmartCharacter {
  readonly character: string;
  /** With its article, for a sentence. */
  readonly name: string;
  readonly instead: string;
  readonly plain: string;
}

const smartCharacters: readonly SmartCharacter[] = [
  ...['\u201c', '\u201d', '\u201e'].map((character) => smart(character, 'a curly quote', 'a straight one (")', '"')),
  ...['\u2018', '\u2019'].map((character) => smart(character, 'a curly apostrophe', "a straight one (')", "'")),
  smart('\u2013', 'an en dash', 'a hyphen (-) or two', '-'),
  smart('\u2014', 'an em dash', 'two hyphens (--)', '--'),
  smart('\u2212', 'a minus sign', 'a hyphen (-)', '-'),
  smart('\u2026', 'an ellipsis', 'three dots (...)', '...'),
];

function smart(character: string, name: string, instead: string, plain: string): SmartCharacter {
  return { character, name, instead, plain };
}

/** Each smart character that the text holds, once. */
export function smartPunctuationIn(text: string): readonly SmartCharacter[] {
  return smartCharacters.filter(({ character }) => text.includes(character));
}

/** The text with keyboard characters in their place. */
export function plainPunctuation(text: string): string {
  return smartCharacters.reduce((plain, smart) => plain.replaceAll(smart.character, smart.plain), text);
}
