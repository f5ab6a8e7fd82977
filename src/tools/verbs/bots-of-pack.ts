import { guessChance, guessers } from '../../core/exam/guessers.ts';
import { passChance } from '../../core/exam/pass-chance.ts';
import { formsOfExam, poolOf } from '../../core/exam/sizes.ts';
import type { Deck } from '../../core/model/deck.ts';
import type { ExamBlueprint } from '../../core/model/pack.ts';
import type { CompiledFolder } from '../compile-folder.ts';

/**
 * `content/demo: with 36 of 50 right, an exam is passed by a bot that picks …`, and a line for each bot: what it has right
 * of all that an exam may draw, and its chance to pass.
 */
export function botsOf({ folder, deck }: CompiledFolder): string {
  if (deck === null) return `${folder}: bots sit the exam when there are no errors`;
  const { exam } = deck.pack;
  if (exam === null) return `${folder}: the pack names no exam for bots to sit`;
  const needed = Math.ceil((exam.scored * exam.pass) / exam.scale[1]);
  const intro = `${folder}: with ${needed} of ${exam.scored} right, an exam is passed by a bot that picks by`;
  return [intro, ...linesOf(deck, exam, needed)].join('\n');
}

function linesOf({ questions }: Deck, exam: ExamBlueprint, needed: number): readonly string[] {
  const pool = [...poolOf(questions, exam, formsOfExam)];
  return guessers.map((guesser) => {
    const rates = pool.map(
      ([domain, drawn]) => [domain, drawn.map((question) => guessChance(guesser, question))] as const,
    );
    const all = rates.flatMap(([, ofDomain]) => ofDomain);
    const share = all.reduce((sum, rate) => sum + rate, 0) / Math.max(1, all.length);
    const chance = passChance(exam, new Map(rates), exam, needed);
    return `  ${guesser.name.padEnd(26)} ${(100 * share).toFixed(1).padStart(5)} % right, ${chance.toExponential(1)} passed`;
  });
}
