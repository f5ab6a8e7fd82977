import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the pack that a file lies in; null for a pack that is one file. */
export function packAround(path: string): string | null {
  const parents = [dirname(path), dirname(dirname(path))];
  return parents.find((folder) => existsSync(join(folder, 'pack.yaml'))) ?? null;
}
