import type { LifecyclePolicy, RepositoryImage } from '../../../../src/core/ecs/lifecycle/lifecycle-policy.ts';

/**
 * Each image by itself: it belongs to the first rule that its tags fit, and goes if as many younger ones fit that rule
 * as may stay, or if it is too old. No sets, no order of images.
 */
export function naiveExpiry({ rules }: LifecyclePolicy, images: readonly RepositoryImage[]): readonly string[] {
  return images
    .filter((image) => {
      const fitting = rules.filter((rule) => fits(rule.selection, image.tags));
      if (fitting.length === 0) return false;
      const first = Math.min(...fitting.map(({ rulePriority }) => rulePriority));
      const { selection } = fitting.find(({ rulePriority }) => rulePriority === first)!;
      if (selection.countType === 'sinceImagePushed') return image.pushedDaysAgo - selection.countNumber > 0;
      const younger = images.filter(
        (other) => other.pushedDaysAgo < image.pushedDaysAgo && fits(selection, other.tags),
      );
      return younger.length >= selection.countNumber;
    })
    .map(({ name }) => name);
}

function fits(selection: LifecyclePolicy['rules'][number]['selection'], tags: readonly string[]): boolean {
  if (selection.tagStatus !== 'tagged') return selection.tagStatus === 'any' || tags.length === 0;
  const patterns = [
    ...(selection.tagPrefixList ?? []).map((prefix) => new RegExp(`^${prefix}`)),
    ...(selection.tagPatternList ?? []).map((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`)),
  ];
  return patterns.filter((pattern) => tags.filter((tag) => pattern.test(tag)).length > 0).length === patterns.length;
}
