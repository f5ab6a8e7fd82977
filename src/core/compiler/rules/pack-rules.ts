import type { Compilation } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import { createNearCopies } from './near-copies.ts';
import type { PackRule } from './pack-rule.ts';
import { createPositions } from './rules-for-positions.ts';
import { createCoverage } from './rules-for-sections.ts';

/** The advice that only a whole pack can be given: W207, W208, W210. Retired questions are left alone. */
export function createPackRules(compilation: Compilation, notes: readonly NoteRead[]): PackRule {
  const rules = [createCoverage(compilation, notes), createNearCopies(compilation), createPositions(compilation)];
  return {
    look(read) {
      if (read.question.status === 'retired') return;
      for (const rule of rules) rule.look(read);
    },
    finish() {
      for (const rule of rules) rule.finish();
    },
  };
}
