import type { OptionId } from '../model/id.ts';
import type { AcceptedAnswer, Question, Response } from '../model/question.ts';

/** What an all-knowing learner gives back; for a typed cloze, for its card `card`. */
export function rightResponseTo(question: Question, card = 1): Response {
  switch (question.kind) {
    case 'choice':
    case 'multi':
      return rightPick(question);
    case 'typed':
      return { kind: 'typed', text: exampleOf(first(question.accepted, question)) };
    case 'cloze':
      if (!question.typed) return { kind: 'cloze' };
      return { kind: 'cloze', card, text: exampleOf(first(question.answers[card - 1] ?? [], question)) };
    case 'order':
      return { kind: 'order', steps: question.steps.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id) };
    case 'match':
      return { kind: 'match', pairs: question.pairs };
    case 'command':
      return { kind: 'command', text: first(question.accepted, question) };
    case 'config':
    case 'json':
      return { kind: question.kind, text: question.answer };
    case 'recall':
      return { kind: 'recall' };
  }
}

function rightPick(question: Extract<Question, { readonly kind: 'choice' | 'multi' }>): Response {
  const right: readonly OptionId[] = question.options.filter((option) => option.right).map((option) => option.id);
  const option = first(right, question);
  return question.kind === 'choice' ? { kind: 'choice', option } : { kind: 'multi', options: right };
}

function first<T>([value]: readonly T[], { id }: Question): T {
  if (value === undefined) throw new Error(`Inconsistent: ${id} has no right answer`);
  return value;
}

/** How an accepted answer may be typed. */
export function exampleOf(answer: AcceptedAnswer): string {
  return answer.form === 'text' ? answer.text : `${answer.value} ${answer.unit}`.trim();
}
