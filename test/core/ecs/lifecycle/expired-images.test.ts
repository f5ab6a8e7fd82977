import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiredImages } from '../../../../src/core/ecs/lifecycle/expired-images.ts';
import type {
  LifecyclePolicy,
  LifecycleRule,
  LifecycleSelection,
  RepositoryImage,
} from '../../../../src/core/ecs/lifecycle/lifecycle-policy.ts';
import { runsOf } from '../../../seed.ts';
import { naiveExpiry } from './naive-expiry.ts';

/** `A 10 beta-1 prod-1` is an image A of ten days with two tags. */
const imagesOf = (...texts: readonly string[]): readonly RepositoryImage[] =>
  texts.map((text) => {
    const [name = '', days, ...tags] = text.split(' ');
    return { name, tags, pushedDaysAgo: Number(days) };
  });
type Part = Partial<LifecycleSelection> & { readonly priority?: number; readonly type?: 'expire' | 'transition' };
const ruleOf = ({ priority = 1, type = 'expire', ...selection }: Part): LifecycleRule => ({
  rulePriority: priority,
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1, ...selection },
  action: { type },
});
const policyOf = (...parts: readonly Part[]): LifecyclePolicy => ({
  rules: parts.map((part, at) => ruleOf({ priority: at + 1, ...part })),
});
const prefixes = (...tagPrefixList: readonly string[]) => ({ tagStatus: 'tagged' as const, tagPrefixList });
const patterns = (...tagPatternList: readonly string[]) => ({ tagStatus: 'tagged' as const, tagPatternList });
const untagged = { tagStatus: 'untagged' as const };
const older = (countNumber: number) => ({ countType: 'sinceImagePushed' as const, countUnit: 'days', countNumber });

const expired = (policy: LifecyclePolicy, images: readonly RepositoryImage[]) =>
  expiredImages(policy, images).value?.expired.join(' ');
const found = (policy: LifecyclePolicy, images: readonly RepositoryImage[] = []) =>
  expiredImages(policy, images).diagnostics.map(({ code, pointer, standing }) => `${code} ${pointer} ${standing}`);

const released = imagesOf('A 10 beta-1 prod-1', 'B 9 beta-2 prod-2', 'C 8 beta-3');

describe('[I10, I12, I13, I14] the examples of the ECR user guide', () => {
  it('of an age and of a number', () => {
    expect(expired(policyOf({ ...untagged, ...older(14) }), imagesOf('A 15', 'B 14', 'C 20 v1', 'D 1'))).toBe('A');
    expect(expired(policyOf(untagged), imagesOf('A 3', 'B 2', 'C 4 v1', 'D 1'))).toBe('A B');
  });

  it('of two rules, either way round', () => {
    expect(expired(policyOf(prefixes('prod'), prefixes('beta')), released)).toBe('A');
    expect(expired(policyOf(prefixes('beta'), prefixes('prod')), released)).toBe('A B');
  });

  it('of two prefixes in one rule', () => {
    const greek = imagesOf(
      'A 12 alpha-1',
      'B 11 beta-1',
      'C 10 alpha-2 beta-2',
      'D 4 alpha-3',
      'E 3 beta-3',
      'F 2 alpha-4 beta-4',
    );
    expect(expired(policyOf({ ...prefixes('alpha', 'beta'), ...older(5) }), greek)).toBe('C');
    const gamma = imagesOf('A 10 alpha-1 beta-1 gamma-1', 'B 9 alpha-2 beta-2', 'C 8 alpha-3 beta-3 gamma-2');
    expect(expired(policyOf(prefixes('alpha', 'beta')), gamma)).toBe('A B');
  });

  it('of all images', () => {
    expect(expired(policyOf({}), imagesOf('A 4 alpha-1', 'B 3 beta-1', 'C 2', 'D 1 alpha-2'))).toBe('A B C');
    const mixed = imagesOf('A 4 alpha-1 beta-1', 'B 3', 'C 2 alpha-2', 'D 1.5 git-hash', 'E 1');
    const policy = policyOf(prefixes('alpha'), { ...untagged, ...older(1) }, {});
    expect(expired(policy, mixed)).toBe('A B D');
  });
});

describe('a trace', () => {
  it('[I14] names what a rule identified, and by whom an image was spared', () => {
    expect(expiredImages(policyOf(prefixes('prod'), prefixes('beta')), released).value).toEqual({
      expired: ['A'],
      kept: ['B', 'C'],
      rules: [
        { rulePriority: 1, identified: ['A', 'B'], beyond: ['A'], spared: [], expired: ['A'] },
        {
          rulePriority: 2,
          identified: ['A', 'B', 'C'],
          beyond: ['A', 'B'],
          spared: [
            { image: 'A', by: 1 },
            { image: 'B', by: 1 },
          ],
          expired: [],
        },
      ],
    });
  });
});

describe('[I11] a pattern', () => {
  it.each([
    ['prod', 'prod', true],
    ['prod', 'prod-1', false],
    ['prod*', 'prod', true],
    ['prod*', 'prod-1', true],
    ['*prod', 'my-prod', true],
    ['*prod', 'prod-1', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*bc*c', 'abc', false],
    ['*', 'any', true],
    ['1.0', '1x0', false],
  ])('%s and the tag %s: %s', (pattern, tag, fits) => {
    const images = imagesOf(`A 9 ${tag}`);
    expect(expired(policyOf({ ...patterns(pattern), ...older(1) }), images)).toBe(fits ? 'A' : '');
  });
});

describe('a policy that ECR refuses', () => {
  it('[I1] has no rule, no priority, or one twice', () => {
    expect(found(policyOf())).toEqual(['I1 /rules wrong']);
    expect(found(policyOf({ priority: 0 }))).toEqual(['I1 /rules/0/rulePriority wrong']);
    expect(found(policyOf({ ...untagged, priority: 2 }, { priority: 2 }))).toEqual(['I1 /rules/1/rulePriority wrong']);
  });

  it('[I2] asks any image before others', () => {
    expect(found(policyOf({ priority: 1 }, { ...untagged, priority: 2 }))).toEqual(['I2 /rules/0/rulePriority wrong']);
    expect(found(policyOf({ priority: 9 }, { ...untagged, priority: 2 }))).toEqual([]);
  });

  it.each([
    ['no list', { tagStatus: 'tagged' }],
    ['an empty list', prefixes()],
    ['an empty prefix', prefixes('')],
    ['both lists', { ...prefixes('a'), ...patterns('b') }],
    ['a list for untagged images', { ...prefixes('a'), ...untagged }],
  ] as const)('[I3] has %s', (_, part) => expect(found(policyOf(part))).toEqual(['I3 /rules/0/selection wrong']));

  it('[I5] has a pattern of more than four stars', () => {
    expect(found(policyOf(patterns('*test*1*2*', '*test*1*2*3*')))).toEqual([
      'I5 /rules/0/selection/tagPatternList/1 wrong',
    ]);
  });

  it.each([
    [{ countNumber: 0 }, '/countNumber'],
    [{ countNumber: 1.5 }, '/countNumber'],
    [{ countUnit: 'days' }, '/countUnit'],
    [{ countType: 'sinceImagePushed' }, '/countUnit'],
    [{ countType: 'sinceImagePushed', countUnit: 'hours' }, '/countUnit'],
  ] as const)('[I6] counts by %j', (part, pointer) => {
    expect(found(policyOf(part))).toEqual([`I6 /rules/0/selection${pointer} wrong`]);
  });

  it('[I7] selects untagged images twice, or by the same prefixes', () => {
    expect(found(policyOf(untagged, { ...untagged, ...older(1) }))).toEqual(['I7 /rules/1/selection wrong']);
    expect(found(policyOf(prefixes('a', 'b'), prefixes('b', 'a')))).toEqual(['I7 /rules/1/selection wrong']);
    expect(found(policyOf(prefixes('a', 'b'), prefixes('a')))).toEqual([]);
  });
});

describe('what comes of it is not told', () => {
  it('[I4, I8] of a list beside any, or of the same patterns twice', () => {
    expect(found(policyOf({ tagPrefixList: ['a'] }))).toEqual(['I4 /rules/0/selection not documented']);
    expect(found(policyOf(patterns('a'), patterns('a')))).toEqual(['I8 /rules/1/selection not documented']);
  });

  it('[I9] of other ages and of the archive', () => {
    expect(found(policyOf({ ...older(1), countType: 'sinceImagePulled' }))).toEqual([
      'I9 /rules/0/selection/countType not worked out',
    ]);
    expect(found(policyOf({ type: 'transition' }))).toEqual(['I9 /rules/0/action not worked out']);
  });

  it('[I15] of images that were pushed at one moment, where it decides', () => {
    expect(found(policyOf({}), imagesOf('A 2', 'B 2'))).toEqual(['I15  not documented']);
    expect(found(policyOf({ countNumber: 2 }), imagesOf('A 3', 'B 2', 'C 2'))).toEqual([]);
    expect(expired(policyOf(prefixes('a'), {}), imagesOf('A 2 a', 'B 2', 'C 1 a'))).toBe('A B');
    expect(found(policyOf({ ...prefixes('a'), ...older(9) }, {}), imagesOf('A 2 a', 'B 2 a'))).toEqual([]);
    expect(() => found(policyOf({}), imagesOf('A 2', 'A 1'))).toThrow(/Inconsistent/);
  });
});

const anyTag = fc.constantFrom('alpha-1', 'alpha-2', 'beta-1', 'beta-2', 'prod', 'prod-1', 'a', 'ab', 'aba');
const anyImages = fc
  .array(fc.record({ tags: fc.uniqueArray(anyTag, { maxLength: 3 }), days: fc.nat({ max: 40 }) }), { maxLength: 10 })
  .map((images) =>
    images.map(({ tags, days }, at): RepositoryImage => ({ name: `i${at}`, tags, pushedDaysAgo: days / 2 })),
  );
const anyCount = fc.oneof(
  fc.record({ countNumber: fc.integer({ min: 1, max: 4 }) }),
  fc.integer({ min: 1, max: 15 }).map(older),
);
const anySelection = fc.oneof(
  fc.constant(untagged),
  fc.constant({}),
  fc
    .uniqueArray(fc.constantFrom('alpha', 'beta', 'prod', 'a'), { minLength: 1, maxLength: 2 })
    .map((list) => prefixes(...list)),
  fc
    .uniqueArray(fc.constantFrom('alpha*', '*-1', 'prod', 'a*a', '*a*b*', '*'), { minLength: 1, maxLength: 2 })
    .map((list) => patterns(...list)),
);
const anyPolicy = fc.array(fc.tuple(anySelection, anyCount), { minLength: 1, maxLength: 4 }).chain((parts) => {
  const ordered = parts.toSorted(([a], [b]) => Number(!('tagStatus' in a)) - Number(!('tagStatus' in b)));
  const rules = ordered.map(([selection, count], at) => ruleOf({ ...selection, ...count, priority: at * 3 + 1 }));
  return fc
    .shuffledSubarray(rules, { minLength: rules.length })
    .map((shuffled): LifecyclePolicy => ({ rules: shuffled }));
});

describe('[I10, I11, I12, I13, I14] any policy that is not refused', () => {
  it('expires what each image by itself is found to lose', () => {
    let decided = 0;
    fc.assert(
      fc.property(anyPolicy, anyImages, (policy, images) => {
        const { value } = expiredImages(policy, images);
        if (value === null) return;
        decided += 1;
        expect([...value.expired].sort()).toEqual([...naiveExpiry(policy, images)].sort());
      }),
      { numRuns: runsOf(500, 20_000) },
    );
    expect(decided).toBeGreaterThan(runsOf(200, 10_000));
  });

  it('expires an image by one rule, the first that identified it, and keeps or expires each', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, (policy, images) => {
        const { value } = expiredImages(policy, images);
        if (value === null) return;
        expect([...value.expired, ...value.kept].sort()).toEqual(images.map(({ name }) => name).sort());
        const all = value.rules.flatMap((rule) => rule.expired);
        expect(new Set(all).size).toBe(all.length);
        for (const [at, rule] of value.rules.entries()) {
          const before = new Set(value.rules.slice(0, at).flatMap(({ identified }) => identified));
          expect(rule.expired.filter((image) => before.has(image))).toEqual([]);
          expect([...rule.expired, ...rule.spared.map(({ image }) => image)].sort()).toEqual([...rule.beyond].sort());
        }
      }),
      { numRuns: runsOf(200, 10_000) },
    );
  });
});
