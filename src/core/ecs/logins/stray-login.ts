import type { ProgramCall } from '../shell/program-call.ts';
import { onlySubstitution } from '../shell/shell-tree.ts';
import { shown } from '../verdicts/judged-part.ts';

/** Why a call that is neither aws nor docker does not log in, in the learner's words. */
export function strayLogin(call: ProgramCall): string {
  const [first] = call.arguments;
  const substitutes = first !== undefined && onlySubstitution(first) !== null;
  if (call.program === 'echo' && substitutes) return 'echo prints the login and does not run it.';
  if (call.program === 'eval' && first?.value === 'aws') {
    return 'eval runs aws, which only prints the login; to run what it prints, write eval $( … ).';
  }
  if (call.name !== null && onlySubstitution(call.name) !== null) {
    return call.arguments.length > 0
      ? 'The printed login is whole; nothing may follow $( … ).'
      : 'Within $( … ) there must be one aws command and nothing else.';
  }
  if (call.name?.text.startsWith("'$(")) return 'In single quotes $( … ) is not run; leave the quotes out.';
  if (call.name === null)
    return 'Setting a variable logs docker in to nothing: use it in docker login, or run what it holds.';
  return `${shown(call.name.text)} logs docker in to nothing: a login begins with aws ecr.`;
}
