/** Caps that every input meets before a parser sees it; with them the worst case of each parser is short. */
export const limits = {
  /** UTF-16 units of a text file, about 1 MiB. */
  fileLength: 1_048_576,
  /** All files of a pack together, 64 MiB. */
  packLength: 67_108_864,
  files: 10_000,
  /** UTF-16 units of a prompt, an option, a rationale, a take-away or a back. */
  fragmentLength: 8_192,
  fragmentNodes: 200,
  /** The same for one section of a note. */
  sectionLength: 32_768,
  sectionNodes: 2_000,
  /** Parts of a whole note, each coloured word of its code counted. */
  noteNodes: 20_000,
  /** UTF-16 units of a footnote, and footnotes of a note: each section that refers to one shows it again. */
  footnoteLength: 2_000,
  footnotes: 200,
  /** Deletions of a cloze. */
  deletions: 99,
  /** Lists and quotations inside each other. */
  nesting: 12,
  /** Blanks in front of a line outside code: each two may open a list. */
  indentation: 48,
  sections: 500,
  options: 26,
  answerLines: 200,
  /** Questions of a pack. */
  questions: 200_000,
  yamlLength: 262_144,
  /** Elements that a picture draws, those that it uses again counted again. */
  svgElements: 20_000,
  /** Elements of a picture inside each other. */
  svgNesting: 64,
} as const;
