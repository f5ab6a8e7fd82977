import { nearestName } from '../text/nearest-name.ts';

const longestName = 40;
/** Names that a misspelt one is held against; the rest of a longer list is passed over. */
const mostKnown = 300;
const mostListed = 20;

/** The known name that an author meant by a misspelt one: one slip in a short name, one in three characters else. */
export function meantName(name: string, known: readonly string[]): string | null {
  if (name.length > longestName) return null;
  return nearestName(name, known.slice(0, mostKnown), name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3)));
}

/** A sentence for a remedy: the name that was meant, or the known ones. */
export function suggestName(name: string, known: readonly string[]): string {
  const meant = meantName(name, known);
  if (meant !== null) return `Did you mean "${meant}"?`;
  const more = known.length > mostListed ? ` and ${known.length - mostListed} more` : '';
  return `Known here: ${known.slice(0, mostListed).join(', ')}${more}.`;
}
