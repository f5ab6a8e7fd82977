import { type Compilation, report } from '../compilation.ts';
import type { Attribute } from './read-attributes.ts';

/** `key=true` or `key=false` of a heading; what is neither is reported, and taken as the unusual one. */
export function readSwitch(
  compilation: Compilation,
  written: Attribute | undefined,
  key: string,
  usual: boolean,
): boolean {
  if (written === undefined) return usual;
  if (written.text === 'true' || written.text === 'false') return written.text === 'true';
  report(compilation, 'E106', written.place, `${key} must be true or false.`, `Write ${key}=${!usual}.`);
  return !usual;
}
