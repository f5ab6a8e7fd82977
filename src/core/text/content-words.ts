/** Words of English that say nothing of what a text is about. */
const stopWords: ReadonlySet<string> = new Set(
  `a about after again all alone already also an and another any are as at back be because been before behind being below
  both but by can cannot could did do does during each either else ever every few first for from get give had has have
  how if in instead into is it its just keep last least less like made make many may might more most much must need needs
  neither never new next no none nor not now of off old on once one only or other others out over own per same should
  since so some still such take than that the their them then there these they this those through to too two under
  until up use used uses using was way were what when where whether which while who whom whose why will with within
  without would yes yet you your`.split(/\s+/),
);

const parts = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu;

const shortest = 3;

/**
 * The words that say what a text is about, by how they begin: in small letters and without the commonest endings, so that
 * `tasks` and `task`, `policy` and `policies` are one. With it the word as it stands there first. A name in camel case
 * counts as its parts; digits and words of two letters count for nothing.
 */
export function contentWords(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of text.match(parts) ?? []) {
    if (part.length < shortest) continue;
    const word = part.toLowerCase();
    if (stopWords.has(word)) continue;
    const stem = withoutEnding(word);
    if (!found.has(stem)) found.set(stem, part);
  }
  return found;
}

function withoutEnding(word: string): string {
  const { length } = word;
  if (length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (length > 4 && word.endsWith('ies')) return word.slice(0, -3);
  if (length > 5 && (word.endsWith('ed') || word.endsWith('es'))) return word.slice(0, -2);
  if (length > 4 && (word.endsWith('y') || word.endsWith('e'))) return word.slice(0, -1);
  return length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
