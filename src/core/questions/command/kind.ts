import { gradeCommand } from '../../ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../ecs/logins/login-expectation.ts';
import { longestCommand } from '../../ecs/shell/shell-limits.ts';
import type { CommandQuestion } from '../../model/question.ts';
import type { CommandVerdict } from '../../model/verdict.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';
import { readLoginDemand } from './login-demand.ts';

/** A typed command, graded by what it does; nothing is ever run. */
export const command: QuestionKind<'command'> = {
  ...writtenKind('Type a command first.'),
  kind: 'command',
  grade(question, { text }) {
    const verdict = gradeByMeaning(question, text);
    const reason = verdict.score === 1 ? null : reasonAgainst(question, text);
    return reason === null ? verdict : withReason(verdict, reason);
  },
  rightResponse: ({ accepted: [text = ''] }) => ({ kind: 'command', text }),
  written: { nothing: () => ({ kind: 'command', text: '' }), hints: hintsOf },
};

/** The verdict alone, without the author's reason against a listed command. */
export function gradeByMeaning(question: CommandQuestion, text: string): CommandVerdict {
  const demand = demandOf(question);
  return demand === null ? gradeCommand(text, { accepted: question.accepted }) : gradeRegistryLogin(text, demand);
}

/** The author's reason comes first, and once: it may be what a part says already. */
function withReason(verdict: CommandVerdict, reason: string): CommandVerdict {
  const first = (words: readonly string[]) => [reason, ...words.filter((other) => other !== reason)];
  const isNote = verdict.parts.some(({ note }) => note === reason);
  const general = isNote ? verdict.general : first(verdict.general);
  return { ...verdict, advice: first(verdict.advice), general };
}

// A question is graded many times when its pack is compiled.
const demands = new WeakMap<readonly string[], { readonly demand: LoginExpectation | null }>();

function demandOf(question: CommandQuestion): LoginExpectation | null {
  const known = demands.get(question.accepted) ?? { demand: readLoginDemand(question) };
  demands.set(question.accepted, known);
  return known.demand;
}

// Longer texts mean no listed command, and comparing them with each would take its time.
const longestAlike = 1_000;

/** The author's words on a command that the learner typed, whatever its spacing and the order of its options. */
function reasonAgainst({ wrong }: CommandQuestion, text: string): string | null {
  if (text.length > longestCommand) return null;
  const typed = withoutSpacing(text);
  const same = wrong.find((listed) => withoutSpacing(listed.command) === typed);
  if (same === undefined && typed.length > longestAlike) return null;
  const alike =
    same ?? wrong.find((listed) => gradeCommand(text, { accepted: [listed.command], exact: true }).score === 1);
  return alike?.reason ?? null;
}

function withoutSpacing(text: string): string {
  return text.replaceAll('\\\n', ' ').replace(/\s+/g, ' ').trim();
}
