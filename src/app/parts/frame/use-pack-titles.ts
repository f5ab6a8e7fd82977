import type { PackId } from '../../../core/model/id.ts';
import { titleToSay } from '../../store/packs-on.ts';
import { useRecord, useStores } from '../../store/stores.tsx';

/** Gives a pack's title where it has to be said beside what belongs to the pack; null where it goes without saying. */
export function usePackTitles(): (pack: PackId) => string | null {
  const { ports } = useStores();
  const switches = useRecord((state) => state.packs);
  return (pack) => titleToSay(ports.decks.packs, switches, pack);
}

/** "Other · Ports", or "Ports" where the pack goes without saying. */
export function withPack(packTitle: string | null, title: string): string {
  return packTitle === null ? title : `${packTitle} · ${title}`;
}
