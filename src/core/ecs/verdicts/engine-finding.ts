import type { Finding } from './finding.ts';

/** What an engine says beside its result, or in place of one. Its code is the rule's in `SPEC.md`. */
export interface EngineFinding extends Finding {
  readonly standing: Standing;
}

/**
 * How what was asked stands with AWS: refused there; allowed, but doubtful; of an outcome that no document tells, so that
 * nobody may be graded on it; or documented, and beyond what the engine works out.
 */
export type Standing = 'wrong' | 'doubtful' | 'not documented' | 'not worked out';

/** What keeps an engine from a result; `doubtful` alone leaves one. */
export function findingOf(
  standing: Standing,
  code: string,
  pointer: string,
  message: string,
  fix: string,
): EngineFinding {
  return { standing, code, severity: standing === 'doubtful' ? 'warning' : 'error', pointer, message, fix };
}

/** What AWS refuses. */
export function wrong(code: string, pointer: string, message: string, fix: string): EngineFinding {
  return findingOf('wrong', code, pointer, message, fix);
}
