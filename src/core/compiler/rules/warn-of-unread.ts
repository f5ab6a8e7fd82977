import { type Compilation, report } from '../compilation.ts';
import { meantName } from '../suggest-name.ts';

const parts = ['notes', 'questions', 'media'];
const keptBeside = /^(?:readme|licen[sc]e|changelog|contributing|notice)(?:\.\w+)?$|^[._]|~$/i;

/**
 * W214: a warning for each file of a pack that nothing reads, or for the folder that holds it. `paths` are all that
 * lie in the pack's folder; one that ends in a slash is a folder. READMEs, licences and names that begin with a dot
 * or an underscore may lie beside a pack.
 */
export function warnOfUnread(compilation: Compilation, paths: readonly string[]): void {
  for (const path of new Set(paths.flatMap((path) => unreadPart(path) ?? []))) {
    report(compilation, 'W214', { file: path, line: 1, column: 1 }, `Nothing reads ${path}`.concat('.'), fixFor(path));
  }
}

/** The file that nothing reads, or the first folder on its way that no pack has; null for one that is read. */
function unreadPart(path: string): string | null {
  const [top = '', name = '', ...deeper] = path.split('/');
  if (keptBeside.test(top) || keptBeside.test(name) || top === 'media') return null;
  if (!path.includes('/')) return top === 'pack.yaml' || top === 'ids.lock' ? null : top;
  if (!parts.includes(top)) return `${top}/`;
  if (deeper.length > 0) return `${top}/${name}/`;
  return name === '' || name.endsWith('.md') ? null : path;
}

function fixFor(path: string): string {
  const isFolder = path.endsWith('/');
  const [top = '', name = ''] = path.split('/');
  if (parts.includes(top) && isFolder) return `Move its files up into ${top}/: a pack has no deeper folders.`;
  if (parts.includes(top)) return `Let its name end in .md: ${name.replace(/\.[^.]*$/, '')}.md.`;
  const meant = meantName(top, isFolder ? parts : ['pack.yaml', 'ids.lock']);
  if (meant !== null) return `Did you mean ${meant}${isFolder ? '/' : ''}?`;
  return 'Move it out of the pack, or let its name begin with an underscore to keep it there.';
}
