import { expiredImages, type RuleTrace } from '../../core/ecs/lifecycle/expired-images.ts';
import type { LifecyclePolicy, LifecycleRule, RepositoryImage } from '../../core/ecs/lifecycle/lifecycle-policy.ts';
import { countWords } from '../../core/text/count-words.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

/** A repository of some images and a policy of two or three rules. */
export function lifecycleLab(seed: number): LabSheet {
  const random = seededRandom(seed);
  const images = imagesOf(random);
  const policy: LifecyclePolicy = { rules: rulesOf(random) };
  const { value, diagnostics } = expiredImages(policy, images);
  return {
    given: [
      'Which of these images does the lifecycle policy expire, and by which rule?',
      '',
      ...tableOf([
        ['image', 'tags', 'pushed, days ago'],
        ...images.map(({ name, tags, pushedDaysAgo }) => [name, tags.join(', ') || 'none', pushedDaysAgo]),
      ]),
      '',
      ...policy.rules.map(ruleWords),
    ],
    answer:
      value === null
        ? diagnostics.map(({ code, message }) => `${code}: ${message}`)
        : [...value.rules.flatMap(traceWords), `Expired: ${namesOf(value.expired)}. Kept: ${namesOf(value.kept)}.`],
  };
}

function imagesOf(random: (below: number) => number): readonly RepositoryImage[] {
  let days = 0;
  return Array.from({ length: 5 + random(3) }, (_, at) => {
    days += 1 + random(6);
    const tags = ['prod', 'beta'].filter(() => random(5) < 2).map((tag) => `${tag}-${9 - at}`);
    return { name: String.fromCharCode(65 + at), tags, pushedDaysAgo: days };
  });
}

function rulesOf(random: (below: number) => number): readonly LifecycleRule[] {
  const names = random(2) === 0 ? ['prod', 'beta'] : ['beta', 'prod'];
  const selections = [
    ...names.slice(0, 1 + random(2)).map((tag) => ({ tagStatus: 'tagged' as const, tagPrefixList: [tag] })),
    random(2) === 0 ? { tagStatus: 'any' as const } : { tagStatus: 'untagged' as const },
  ];
  return selections.map((selection, at) => {
    const count =
      random(3) === 0
        ? { countType: 'sinceImagePushed' as const, countUnit: 'days', countNumber: 7 }
        : { countType: 'imageCountMoreThan' as const, countNumber: 1 + random(2) };
    return { rulePriority: at + 1, selection: { ...selection, ...count }, action: { type: 'expire' } };
  });
}

function ruleWords({ rulePriority, selection }: LifecycleRule): string {
  const { tagStatus, tagPrefixList = [], countType, countNumber } = selection;
  const which = tagStatus === 'tagged' ? `tagged with the prefix ${tagPrefixList.join(', ')}` : tagStatus;
  const limit =
    countType === 'imageCountMoreThan'
      ? `more than ${countWords(countNumber, 'image')}`
      : `pushed more than ${countWords(countNumber, 'day')} ago`;
  return `Rule ${rulePriority}: ${which}, ${limit}, expire.`;
}

function traceWords({ rulePriority, identified, beyond, spared, expired }: RuleTrace): readonly string[] {
  const kept = spared.map(({ image, by }) => `${image} belongs to rule ${by}`);
  return [
    `Rule ${rulePriority} sees ${namesOf(identified)}, and ${namesOf(beyond)} beyond its limit.`,
    ...(kept.length === 0 ? [] : [`  It may not expire what an earlier rule saw: ${kept.join(', ')}.`]),
    `  It expires ${namesOf(expired)}.`,
  ];
}

function namesOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
