import type { NoteId, PackId, QuestionId } from './id.ts';
import type { RichText } from './rich-text.ts';

/** One file of a pack as it was read. `path` is relative to the pack's folder: `notes/ports.md`. */
export interface PackFile {
  readonly path: string;
  /** Text of `.yaml`, `.md`, `.lock` and `.svg` files; other media come as bytes. */
  readonly content: string | Uint8Array;
}

/** What `pack.yaml` says. */
export interface PackInfo {
  readonly id: PackId;
  readonly title: string;
  readonly summary: string;
  /** Semantic version of the content. */
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  /** SPDX. */
  readonly licence: string;
  readonly authors: readonly string[];
  /** The question that a first visit begins with; null when the pack names none. */
  readonly first: QuestionId | null;
  readonly exam: ExamBlueprint | null;
  /** Misconceptions that wrong options may name: slug to the sentence that corrects it. */
  readonly beliefs: Readonly<Record<string, string>>;
}

export interface ExamBlueprint {
  readonly name: string;
  readonly questions: number;
  readonly scored: number;
  readonly minutes: number;
  /** On `scale`. */
  readonly pass: number;
  readonly scale: readonly [number, number];
  readonly domains: Readonly<Record<string, ExamDomain>>;
}

export interface ExamDomain {
  readonly title: string;
  /** Percent of the exam. */
  readonly weight: number;
}

/** Where a claim comes from and when somebody last looked; `verified` is `YYYY-MM-DD` or null. */
export interface Source {
  readonly url: string;
  readonly title: string | null;
  readonly verified: string | null;
}

export interface Note {
  readonly id: NoteId;
  readonly title: string;
  readonly order: number;
  readonly domain: string | null;
  readonly sources: readonly Source[];
  /** What stands before the first heading, then a section for each heading of level 2. */
  readonly lead: RichText;
  readonly sections: readonly NoteSection[];
}

export interface NoteSection {
  /** From `{#id}`, else a slug of the heading. */
  readonly id: string;
  /** False when the id is only a slug, which other packs may not point at. */
  readonly stable: boolean;
  readonly title: string;
  /** Headings of level 3 and deeper stay inside. */
  readonly body: RichText;
}
