import type { LifecycleSelection, RepositoryImage } from './lifecycle-policy.ts';

/** I10: whether an image is what a rule speaks of, by its tags. Of a list, each entry needs some tag of the image. */
export function selectsImage(selection: LifecycleSelection, { tags }: RepositoryImage): boolean {
  if (selection.tagStatus === 'any') return true;
  if (selection.tagStatus === 'untagged') return tags.length === 0;
  const { tagPrefixList, tagPatternList = [] } = selection;
  return tagPrefixList === undefined
    ? tagPatternList.every((pattern) => tags.some((tag) => matchesPattern(pattern, tag)))
    : tagPrefixList.every((prefix) => tags.some((tag) => tag.startsWith(prefix)));
}

/**
 * I11: whether a tag fits a pattern, in which `*` stands for any characters or none. Each part between two stars is
 * taken where it is found first, so that it takes no longer than the tag is long.
 */
function matchesPattern(pattern: string, tag: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return tag === pattern;
  if (!tag.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = tag.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return tag.length - last.length >= at && tag.endsWith(last);
}
