import type { QuestionSummary } from '../../model/deck.ts';
import { type PackId, packOf, type QuestionId } from '../../model/id.ts';
import type { ExamBlueprint } from '../../model/pack.ts';
import { kindFigures } from '../plan/kind-figures.ts';

/** The exam of each pack that has one. */
export type ExamsByPack = ReadonlyMap<PackId, Pick<ExamBlueprint, 'domains'>>;

/** However few questions a domain has, one of them counts no more than so many others; and no less. */
const farthest = 4;

/** What knowing one card of each question is worth in the exam: its weight, but for what a guess brings anyway. */
export function worthOfCards(
  questions: readonly QuestionSummary[],
  exams: ExamsByPack,
): (question: QuestionSummary) => number {
  const weightOf = weightOfCards(questions, exams);
  return (question) => weightOf(question) * (1 - kindFigures[question.kind].guess);
}

/**
 * How much one card of each question counts in the exam, more than 0, about 1 on average. The questions of a domain share
 * its weight; where a pack names no exam, or a question no domain of it, each counts the same. The cards of a question
 * share what it counts.
 */
export function weightOfCards(
  questions: readonly QuestionSummary[],
  exams: ExamsByPack,
): (question: QuestionSummary) => number {
  const counts = countByDomain(questions);
  const weights = new Map<QuestionId, number>();
  for (const question of questions) {
    const exam = exams.get(packOf(question.id));
    const weight = exam === undefined ? 1 : weightInExam(exam, question, counts.get(packOf(question.id)) ?? new Map());
    weights.set(question.id, weight / Math.max(1, question.cards));
  }
  return ({ id }) => weights.get(id) ?? 1;
}

type Counts = ReadonlyMap<string, number>;

function countByDomain(questions: readonly QuestionSummary[]): ReadonlyMap<PackId, Counts> {
  const packs = new Map<PackId, Map<string, number>>();
  for (const { id, domain } of questions) {
    if (domain === null) continue;
    const counts = packs.get(packOf(id)) ?? new Map<string, number>();
    packs.set(packOf(id), counts.set(domain, (counts.get(domain) ?? 0) + 1));
  }
  return packs;
}

/** The domain's part of the exam by its part of the pack, whatever kinds its questions are. */
function weightInExam(
  { domains }: Pick<ExamBlueprint, 'domains'>,
  { domain }: QuestionSummary,
  counts: Counts,
): number {
  const known = [...counts].filter(([name]) => (domains[name]?.weight ?? 0) > 0);
  const weights = known.reduce((sum, [name]) => sum + (domains[name]?.weight ?? 0), 0);
  const all = known.reduce((sum, [, count]) => sum + count, 0);
  const weight = domain === null ? 0 : (domains[domain]?.weight ?? 0);
  if (weights === 0 || all === 0 || domain === null || weight <= 0) return 1;
  const weighted = weight / weights / ((counts.get(domain) ?? all) / all);
  return Math.min(farthest, Math.max(1 / farthest, weighted));
}
