/** What a checker found in a learner's text. Shown beside the attempt, so it speaks in the learner's words. */
export interface Finding {
  /** The rule's name in `SPEC.md`: `T07`, `C03`. */
  readonly code: string;
  /** An error fails at registration, placement or start; a warning is legal but doubtful. */
  readonly severity: 'error' | 'warning';
  /** A JSON pointer (`/containerDefinitions/0/image`), or a line of a text counted from 1 (`/3`). */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
}

/** More findings than this help no learner, and a pasted megabyte must not make a page of a million lines. */
export const mostFindings = 100;

export function errorAt(code: string, pointer: string, message: string, fix: string): Finding {
  return { code, severity: 'error', pointer, message, fix };
}

export function warningAt(code: string, pointer: string, message: string, fix: string): Finding {
  return { code, severity: 'warning', pointer, message, fix };
}

/** The pointer to a member, escaped as RFC 6901 says. */
export function pointTo(parent: string, member: string | number): string {
  if (typeof member === 'number' || !/[~/]/.test(member)) return `${parent}/${member}`;
  return `${parent}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value as it may stand in a message: short, and without characters that turn or hide the text around them. */
export function quote(value: string): string {
  const visible = value.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
  const characters = [...visible.slice(0, 120)];
  return `\`${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('')}\``;
}
