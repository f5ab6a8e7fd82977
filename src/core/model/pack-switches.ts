import type { PackId } from './id.ts';

/** The learner's switches by pack; a pack that was never switched is on. */
export type PackSwitches = ReadonlyMap<string, boolean>;

export function isPackOn(switches: PackSwitches, pack: PackId): boolean {
  return switches.get(pack) !== false;
}
