/** What the author of a new pack has said so far. */
export interface TemplateFields {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly licence: string;
}

/** A pack that compiles without a complaint and explains itself: one note, one question of each kind. */
export function templatePack(fields: TemplateFields): readonly { readonly path: string; readonly content: string }[] {
  return [
    { path: 'pack.yaml', content: packYaml(fields) },
    { path: 'notes/first-note.md', content: firstNote },
    { path: 'questions/first-questions.md', content: firstQuestions },
  ];
}

function packYaml({ id, title, author, language, licence }: TemplateFields): string {
  return `format: 1                 # the version of the format; leave it
id: ${id}                    # stands in the address of every question: do not change it later
title: ${JSON.stringify(title)}
summary: Say in one sentence what a learner can do afterwards.
version: 0.1.0            # of the content: raise it when you publish
language: ${language}
licence: ${licence}        # SPDX
authors: [${JSON.stringify(author)}]
beliefs:                  # mistakes that wrong options may stand for
  indent-is-decoration: A rationale belongs to its option only when it is indented under it.
`;
}

const firstNote = `---
title: How a pack is written
order: 1                  # place among the notes
sources:                  # where your claims come from, and when you last looked
  - { url: "https://commonmark.org/help/", title: CommonMark, verified: 2026-11-22 }
---

A note is what a learner reads. Keep it short, and give each heading an id in braces: questions point at it.

## Ids {#ids}

An id is written once and never changed. A card's history hangs on it, so you may correct every other word.

## Options {#options}

Every option is followed by a blockquote, indented under it, that says why it is right or wrong.

> [!TRAP]
> Without the indent the blockquote belongs to the whole question, not to the option.
`;

const firstQuestions = `---
note: first-note#ids      # default for the questions below; a heading may say another
source: { url: "https://commonmark.org/help/", title: CommonMark, verified: 2026-11-22 }
status: scored            # draft and retired questions are not asked, pilot ones not counted
tags: [example]
domain: general
---

## Recall: a back below a line {#recall-example}

Say from memory what may change in a question without a learner losing its history.

---

Everything but its id: the wording, the title, the file that it stands in.

## Cloze: deletions in the text {#cloze-example}

A question's history hangs on its {{id::two letters}}, which stands in {{braces}} after the title.

---

Each deletion is a card of its own.

## Choice: one right option {#choice-example note=first-note#options}

Where does the reason for an option belong?

- [x] In a blockquote indented under the option
  > The indent makes it a part of the option.
- [ ] In a blockquote at the start of a line {belief=indent-is-decoration}
  > Without the indent it belongs to the whole question.
- [ ] In the paragraph that follows all the options
  > That paragraph is the take-away of the question.

This paragraph is the take-away. Learners see the options shuffled, so you may write the right one first.

## Multi: two or more right options {#multi-example note=first-note#options}

Which two stand in the answer block of a choice question? (Choose TWO.)

- [x] The options, each with a box
  > A box with an x marks an option as right.
- [x] The reasons, each under its option
  > Every option needs one, also the right one.
- [ ] The title that lists and search show
  > The title stands in the heading.
- [ ] The take-away shown with the verdict
  > It follows the answer block.

## Typed: an answer block {#typed-example}

Which attribute in a heading gives a renamed question the history of its old id?

\`\`\`answer
was
was=
wrong: id
\`\`\`

Write \`was=old-id\` after the new id.
`;
