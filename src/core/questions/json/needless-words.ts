import { quote } from '../../ecs/verdicts/finding.ts';
import type { NeedlessChange } from './needless-changes.ts';

/** What was changed for no reason, and how to undo it. */
export function needlessWords({ pointer, given, before }: NeedlessChange): {
  readonly message: string;
  readonly fix: string;
} {
  const name = nameAt(pointer);
  const list = /\/\d+$/.test(pointer) ? `An entry of ${name}` : name;
  if (before === undefined) return { message: `${list} was added, and nothing asks for it.`, fix: 'Take it out.' };
  if (given === undefined) return { message: `${list} is gone, and nothing asks for that.`, fix: 'Put it back.' };
  const was = typeof before === 'object' ? 'something else' : quote(JSON.stringify(before));
  return { message: `${list} was ${was}, and nothing asks for a change of it.`, fix: 'Put it back as it was.' };
}

/** The last name on the way to a place: of a list's entry the name of the list. */
export function nameAt(pointer: string): string {
  const name = pointer.split('/').findLast((step) => !/^\d*$/.test(step));
  return name === undefined ? 'The definition' : name.replaceAll('~1', '/').replaceAll('~0', '~');
}
