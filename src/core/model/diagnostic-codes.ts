import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';

/** What stands behind a code: a short name, why the rule exists and the usual way out. */
export interface DiagnosticRule {
  readonly name: string;
  readonly why: string;
  readonly fix: string;
}

/** Every complaint that the compiler can make, by its stable code. */
export const diagnosticCodes = {
  E101: {
    name: 'does-not-parse',
    why: 'What cannot be read for certain would be shown or graded wrongly.',
    fix: 'Write it as the pack format says.',
  },
  E102: {
    name: 'unknown-key',
    why: 'A misspelt key would be passed over in silence.',
    fix: 'Correct the name, or leave it out.',
  },
  E103: {
    name: 'no-answer-block',
    why: 'The kind of a question follows from its answer block; without one it cannot be asked.',
    fix: 'Add a task list, a break `---` with the back below it, a cloze deletion, or the blocks of the kind that you mean.',
  },
  E104: {
    name: 'too-large',
    why: 'Limits keep a hostile or broken pack from freezing the page.',
    fix: 'Split it into smaller parts.',
  },
  E105: {
    name: 'something-missing',
    why: 'Without it there is nothing to show or to ask.',
    fix: 'Add it.',
  },
  E106: {
    name: 'value-not-allowed',
    why: 'A value that means nothing would be passed over in silence.',
    fix: 'Write one of the values that the message names.',
  },
  E107: {
    name: 'unseen-character',
    why: 'What nobody sees can hide text, turn it round or keep an answer from ever being right.',
    fix: 'Delete it.',
  },
  E108: {
    name: 'text-nowhere',
    why: 'Text that belongs to nothing would be lost, or shown where nobody meant it.',
    fix: 'Put it where it belongs.',
  },
  E110: {
    name: 'duplicate-id',
    why: 'History belongs to an id; two owners would mix their histories.',
    fix: 'Give one of them another id.',
  },
  E111: {
    name: 'no-usable-id',
    why: "An id written by the author keeps a learner's history when the text changes.",
    fix: 'Write an id of small letters, digits and hyphens: {#like-this}.',
  },
  E112: {
    name: 'published-id-lost',
    why: 'Learners have history under this id.',
    fix: 'Bring the question back and give it status=retired.',
  },
  E113: {
    name: 'published-unlocked',
    why: 'An id that is published before it is in ids.lock may be lost by a slip, and nobody is told.',
    fix: 'Run `npm run sveska -- lock` with the folder of the pack.',
  },
  W222: {
    name: 'code-in-any-case',
    why: 'Where capitals do not count, a spelling passes that no computer understands.',
    fix: 'Write case=exact in the heading, or case=any if capitals mean nothing here.',
  },
  E120: { name: 'no-right-option', why: 'Nobody could answer it.', fix: 'Mark the right option with [x].' },
  E121: { name: 'too-few-options', why: 'One option is no choice.', fix: 'Add another option.' },
  E122: {
    name: 'answer-count',
    why: 'The learner is told one number and graded by another.',
    fix: "Mark as many options with [x] as the prompt asks for, or change the prompt's words.",
  },
  E123: {
    name: 'same-option-twice',
    why: 'Two options with the same text cannot be told apart.',
    fix: 'Change or remove one of them.',
  },
  E130: {
    name: 'dead-reference',
    why: 'The learner would be sent to a page that is not there.',
    fix: 'Point at a note and a heading of this pack.',
  },
  E131: {
    name: 'image-not-usable',
    why: 'Packs show only png, webp and svg images of their own.',
    fix: 'Put the image into media/ and link to it there.',
  },
  E132: {
    name: 'first-card',
    why: 'The first card stands there before anything else is loaded; without a usable one a first visit begins elsewhere.',
    fix: 'Name a choice, recall or cloze question that is asked, or leave `first` out.',
  },
  E140: {
    name: 'not-allowed-in-a-pack',
    why: 'A pack is data: nothing in it may run, phone home or restyle the page.',
    fix: 'Use Markdown, and links that start with https:, http:, mailto: or lead to a note of the pack.',
  },
  E150: {
    name: 'unknown-format',
    why: 'Another format may mean something else by the same words.',
    fix: 'Write `format: 1`.',
  },
  E160: {
    name: 'does-not-prove-itself',
    why: 'A question whose own answer is graded wrong teaches the wrong thing.',
    fix: 'Correct the accepted or the wrong answers.',
  },
  E161: {
    name: 'ambiguous-scenario',
    why: 'A learner with another right answer would be told it is wrong.',
    fix: 'Change the question until one answer is right.',
  },
  E170: {
    name: 'answer-not-usable',
    why: 'An accepted answer that means nothing to the grader can never be given.',
    fix: 'Write a text, `~ text`, `= 12 ± 0.5 GiB` or `wrong: text`.',
  },
  W201: {
    name: 'no-rationale',
    why: 'The rationale of the option that was picked is what the learner reads after a mistake.',
    fix: 'Add a blockquote under the option that says why it is right or wrong.',
  },
  W202: {
    name: 'longest-option',
    why: 'A right option that is much longer than the others gives itself away.',
    fix: 'Shorten it, or lengthen the others.',
  },
  W203: {
    name: 'all-of-the-above',
    why: 'Options are shuffled, so "above" may be below.',
    fix: 'Add {pin=last} to the option, or name what it means.',
  },
  W204: {
    name: 'typographic-code',
    why: 'A dash or curly quote in code fails when it is copied.',
    fix: 'Write a straight quote or hyphens.',
  },
  W205: {
    name: 'source-missing-or-old',
    why: 'Facts change; a claim needs a place where it can be checked, and the day on which somebody did.',
    fix: 'Add source= and verified=, or check the source again and set the date.',
  },
  W206: {
    name: 'long-prompt',
    why: 'A card is answered in half a minute; reading must not take it all.',
    fix: 'Cut the prompt to 90 words, or to 130 where `exam=true` says that it has the size of the exam.',
  },
  W207: {
    name: 'section-without-question',
    why: 'What is never asked is soon forgotten.',
    fix: 'Write a question with note= pointing here, or {#… asked=false} at a heading that only sums up.',
  },
  W208: {
    name: 'prompt-twice',
    why: 'Near copies count one fact twice and confuse each other.',
    fix: 'Ask something else, or retire one of the two.',
  },
  W209: {
    name: 'hidden-not',
    why: 'A NOT that is overlooked tests reading, not knowledge.',
    fix: 'Write **NOT**, or turn the question round.',
  },
  W210: {
    name: 'skewed-position',
    why: 'With shuffle=false learners notice where the right option usually stands.',
    fix: 'Move the right options, or let the app shuffle.',
  },
  W211: {
    name: 'no-domain',
    why: 'A question without a domain counts for no part of the exam.',
    fix: 'Add domain= with one of the domains of pack.yaml.',
  },
  W212: {
    name: 'option-by-letter',
    why: 'Options are shuffled, so a letter names another option each time.',
    fix: 'Say what the option says, not its letter.',
  },
  W213: {
    name: 'belief-not-declared',
    why: 'A misconception without a sentence cannot be explained.',
    fix: 'Add the belief to pack.yaml, or correct its name.',
  },
  W214: {
    name: 'file-not-read',
    why: 'Whoever wrote it may think that it is part of the pack.',
    fix: 'Move it where packs have such files, or out of the pack.',
  },
  W215: {
    name: 'one-asked-several-right',
    why: 'A learner who is asked for one stops looking after the first that is right.',
    fix: 'Ask for as many as are right, or mark one of them.',
  },
  W216: {
    name: 'attribute-in-text',
    why: 'What stands in braces there is shown to the learner and says nothing to the app.',
    fix: 'Move it to the end of the option, or of the heading.',
  },
  W217: {
    name: 'unknown-former-id',
    why: 'Nobody has history under an id that was never published.',
    fix: 'Name the id that stands in ids.lock.',
  },
  W218: {
    name: 'date-in-the-future',
    why: 'Nobody can have looked at a source, or put a key right, on a day that has not come.',
    fix: 'Write the day on which it was done.',
  },
  W219: {
    name: 'no-alt-text',
    why: 'A learner who does not see the picture learns nothing from it.',
    fix: 'Say in the brackets what the picture shows: ![what it shows](media/picture.png).',
  },
  W220: {
    name: 'no-picture',
    why: 'The learner would see a broken image.',
    fix: 'Export the picture again in the format that its name says.',
  },
  W221: {
    name: 'not-locked',
    why: 'Only the history of ids that are locked is safe from a slip.',
    fix: 'Run `npm run sveska -- lock` with the folder of the pack.',
  },
  W223: {
    name: 'code-cue',
    why: 'Who knows nothing picks the option that looks unlike the others.',
    fix: 'Write code into a wrong option as well, or into none.',
  },
  W224: {
    name: 'echo-of-the-prompt',
    why: 'Who knows nothing picks the option that sounds like the prompt.',
    fix: 'Say it in other words, or let a wrong option take up words of the prompt, too.',
  },
  W225: {
    name: 'source-of-another-note',
    why: 'A source that a question has only because its file has one seldom carries what is claimed.',
    fix: 'Add source= with a page that says it, or verified= if you have found it on the page of the file.',
  },
  W226: {
    name: 'not-taught',
    why: 'A learner who misses it is sent to a note that does not say it.',
    fix: 'Say it in the section that note= names, or name the section that says it.',
  },
  W227: {
    name: 'reasons-as-cue',
    why: 'Learners notice whether it is right or wrong options that explain themselves.',
    fix: 'Let right and wrong options say why ("so that", "because") equally often.',
  },
} as const satisfies Readonly<Record<DiagnosticCode, DiagnosticRule>>;

export type KnownCode = keyof typeof diagnosticCodes;

/** A spot in a pack; line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Makes a complaint; `fix` replaces the usual remedy where more is known. */
export function complain(code: KnownCode, place: Place, message: string, fix?: string): Diagnostic {
  const rule = diagnosticCodes[code];
  const { file, line, column } = place;
  const severity = code.startsWith('E') ? 'error' : 'warning';
  return { code, severity, file, line, column, message, why: rule.why, fix: fix ?? rule.fix };
}
