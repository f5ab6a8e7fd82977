import { readFileSync } from 'node:fs';

/** What the author of a new pack has said so far. */
export interface TemplateFields {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly licence: string;
}

/** The questions as a file of their own, where they are read as what they are. */
const firstQuestions = readFileSync(new URL('../template/first-questions.md', import.meta.url), 'utf8');

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

## What is asked {#what-is-asked}

A note names whatever an answer must hold. \`aws ecr create-repository --repository-name shop\` makes a repository, and the
line \`ECS_CLUSTER=shop\` in the file of an agent joins its instance to a cluster.
`;
