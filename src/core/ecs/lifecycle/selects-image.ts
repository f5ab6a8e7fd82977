import { matchesStars } from '../../text/matches-stars.ts';
import type { LifecycleSelection, RepositoryImage } from './lifecycle-policy.ts';

/** I10, I11: whether an image is what a rule speaks of, by its tags. Of a list, each entry needs some tag of the image. */
export function selectsImage(selection: LifecycleSelection, { tags }: RepositoryImage): boolean {
  if (selection.tagStatus === 'any') return true;
  if (selection.tagStatus === 'untagged') return tags.length === 0;
  const { tagPrefixList, tagPatternList = [] } = selection;
  return tagPrefixList === undefined
    ? tagPatternList.every((pattern) => tags.some((tag) => matchesStars(tag, pattern)))
    : tagPrefixList.every((prefix) => tags.some((tag) => tag.startsWith(prefix)));
}
