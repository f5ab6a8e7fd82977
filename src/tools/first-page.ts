import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { PackEntry } from '../core/model/deck.ts';

interface Prerender {
  renderFirstVisit(packs: readonly PackEntry[]): string | null;
}

const source = resolve('src/app/prerender.tsx');
const frame = /(<div id="root">)[\s\S]*?(<\/div>)\s*(?=<script>)/;

/**
 * The page of a first visit: the first card of these packs stands in it, as the app itself draws it. The same page
 * where no pack has one, or where it would need a style of its own (a table's column that is aligned), which the policy
 * lets a script set and not a page.
 */
export async function withFirstVisit(html: string, packs: readonly PackEntry[]): Promise<string> {
  const { module } = await runnerImport<Prerender>(source, { configFile: false, logLevel: 'error' });
  const drawn = module.renderFirstVisit(packs);
  if (drawn === null || /<[^>]*\sstyle=/.test(drawn)) return html;
  if (!frame.test(html)) throw new Error('Inconsistent: the page has no place for its first card');
  return html.replace(frame, (_all, begin, end) => `${begin}${drawn}${end}\n    `);
}
