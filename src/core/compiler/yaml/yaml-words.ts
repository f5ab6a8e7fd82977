import type { YAMLError } from 'yaml';

/** What is wrong, in one sentence of our own, and how to mend it. */
export interface SlipWords {
  readonly message: string;
  readonly fix: string;
}

export const notKeyAndValue: SlipWords = {
  message: 'This line is not a key and a value.',
  fix: 'Write it as "key: value", with one space after the colon.',
};
export const oddIndent: SlipWords = {
  message: 'This line is indented unlike those around it.',
  fix: 'Indent what belongs together by the same number of spaces.',
};
const reservedSign: SlipWords = {
  message: 'A value cannot start with &, * or !.',
  fix: 'Put the value in quotes.',
};

/**
 * What the YAML parser complains of, by its code, in words of ours: what is left when nothing better is known from the
 * lines themselves. A new code of the parser does not compile without its words.
 */
export const slipWords: Readonly<Record<YAMLError['code'], SlipWords>> = {
  ALIAS_PROPS: reservedSign,
  BAD_ALIAS: reservedSign,
  BAD_COLLECTION_TYPE: reservedSign,
  BAD_DIRECTIVE: { message: 'A line cannot start with %.', fix: 'Take the line out.' },
  BAD_DQ_ESCAPE: {
    message: 'This backslash means nothing between double quotes.',
    fix: 'Write two backslashes, or put the value in single quotes.',
  },
  BAD_INDENT: oddIndent,
  BAD_PROP_ORDER: reservedSign,
  BAD_SCALAR_START: { message: 'A value cannot start with this sign.', fix: 'Put the value in quotes.' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'This line holds more than one key.',
    fix: 'Give each key a line of its own, and put a value that holds a colon in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'A list with hyphens stands between brackets here.',
    fix: 'Separate the items with commas instead, or take the brackets away.',
  },
  DUPLICATE_KEY: { message: 'This key is given twice.', fix: 'Keep one of them.' },
  IMPOSSIBLE: notKeyAndValue,
  KEY_OVER_1024_CHARS: { message: 'This key is too long.', fix: 'Write one word before the colon.' },
  MISSING_CHAR: notKeyAndValue,
  MULTILINE_IMPLICIT_KEY: notKeyAndValue,
  MULTIPLE_ANCHORS: reservedSign,
  MULTIPLE_DOCS: {
    message: 'A line of three hyphens or dots ends the keys above this line.',
    fix: 'Take that line out, so that all keys stay together.',
  },
  MULTIPLE_TAGS: reservedSign,
  NON_STRING_KEY: { message: 'A key must be a plain word.', fix: 'Write one word before the colon.' },
  RESOURCE_EXHAUSTION: { message: 'These lines are nested too deep.', fix: 'Use fewer levels.' },
  TAB_AS_INDENT: { message: 'A tab stands at the start of this line.', fix: 'Indent with spaces.' },
  TAG_RESOLVE_FAILED: reservedSign,
  UNEXPECTED_TOKEN: notKeyAndValue,
};
