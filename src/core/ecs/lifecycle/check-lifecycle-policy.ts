import { type EngineFinding, findingOf, wrong } from '../verdicts/engine-finding.ts';
import { quote } from '../verdicts/finding.ts';
import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';

const mostWildcards = 4;

/** I1 to I9: why ECR refuses a policy, or why what it does is not told; pointers lead into its JSON. */
export function checkLifecyclePolicy({ rules }: LifecyclePolicy): readonly EngineFinding[] {
  const findings = [
    ...(rules.length === 0 ? [wrong('I1', '/rules', 'The policy has no rule.', 'Add one.')] : []),
    ...rules.flatMap((rule, at) => [
      ...checkPriority(rules, rule, at),
      ...checkTags(rule, at),
      ...checkCount(rule, at),
      ...checkAction(rule, at),
    ]),
    ...checkSelections(rules),
  ];
  const refusals = findings.filter(({ standing }) => standing === 'wrong');
  return refusals.length > 0 ? refusals : findings;
}

function checkPriority(rules: readonly LifecycleRule[], rule: LifecycleRule, at: number): readonly EngineFinding[] {
  const pointer = `/rules/${at}/rulePriority`;
  const { rulePriority, selection } = rule;
  if (!Number.isInteger(rulePriority) || rulePriority < 1) {
    return [wrong('I1', pointer, `${rulePriority} is no priority.`, 'Write a whole number from 1.')];
  }
  if (rules.findIndex((other) => other.rulePriority === rulePriority) !== at) {
    return [wrong('I1', pointer, `Two rules have priority ${rulePriority}.`, 'Give each its own.')];
  }
  if (selection.tagStatus !== 'any' || rules.every((other) => other.rulePriority <= rulePriority)) return [];
  const message = 'The rule of any image does not come last.';
  return [wrong('I2', pointer, message, 'Give it the highest number.')];
}

function checkTags({ selection }: LifecycleRule, at: number): readonly EngineFinding[] {
  const { tagStatus, tagPrefixList, tagPatternList } = selection;
  const pointer = `/rules/${at}/selection`;
  const lists = [tagPrefixList, tagPatternList].flatMap((list) => (list === undefined ? [] : [list]));
  if (tagStatus === 'tagged') {
    const isFine = lists.length === 1 && lists.every((list) => list.length > 0 && !list.includes(''));
    const message = '`tagged` needs one list, of prefixes or of patterns, and what stands in it.';
    return isFine ? checkWildcards(tagPatternList ?? [], pointer) : [wrong('I3', pointer, message, 'Write one list.')];
  }
  if (lists.length === 0) return [];
  if (tagStatus === 'untagged') {
    return [wrong('I3', pointer, 'Untagged images have no tag to select by.', 'Leave the list out.')];
  }
  const message = 'What a list does beside `any` is not documented.';
  return [findingOf('not documented', 'I4', pointer, message, 'Leave the list out, or write `tagged`.')];
}

function checkWildcards(patterns: readonly string[], pointer: string): readonly EngineFinding[] {
  return patterns.flatMap((pattern, at) => {
    if (pattern.split('*').length - 1 <= mostWildcards) return [];
    const message = `The pattern ${quote(pattern)} has more than ${mostWildcards} stars.`;
    return [wrong('I5', `${pointer}/tagPatternList/${at}`, message, `Write ${mostWildcards} at most.`)];
  });
}

function checkCount({ selection }: LifecycleRule, at: number): readonly EngineFinding[] {
  const { countType, countUnit, countNumber } = selection;
  const pointer = `/rules/${at}/selection`;
  const findings: EngineFinding[] = [];
  if (!Number.isInteger(countNumber) || countNumber < 1) {
    const message = `${countNumber} is no count.`;
    findings.push(wrong('I6', `${pointer}/countNumber`, message, 'Write a whole number from 1.'));
  }
  const unit = countType === 'imageCountMoreThan' ? undefined : 'days';
  if (countUnit !== unit) {
    const message = unit === undefined ? 'A number of images has no unit.' : 'An age needs the unit `days`.';
    const fix = unit === undefined ? 'Leave `countUnit` out.' : 'Write `"countUnit": "days"`.';
    findings.push(wrong('I6', `${pointer}/countUnit`, message, fix));
  }
  if (countType === 'sinceImagePulled' || countType === 'sinceImageTransitioned') {
    const message = `What \`${countType}\` selects is not worked out here.`;
    findings.push(findingOf('not worked out', 'I9', `${pointer}/countType`, message, 'Count from the push.'));
  }
  return findings;
}

function checkAction({ action }: LifecycleRule, at: number): readonly EngineFinding[] {
  if (action.type === 'expire') return [];
  const message = 'What goes to the archive is not worked out here.';
  return [findingOf('not worked out', 'I9', `/rules/${at}/action`, message, 'Let the rule expire images.')];
}

/** I7, I8: no two rules select by the same. */
function checkSelections(rules: readonly LifecycleRule[]): readonly EngineFinding[] {
  const keys = rules.map(({ selection }) => {
    const { tagStatus, tagPrefixList, tagPatternList = [] } = selection;
    const list = tagPrefixList ?? tagPatternList;
    return `${tagStatus} ${tagPrefixList === undefined ? 'patterns' : 'prefixes'} ${JSON.stringify([...new Set(list)].sort())}`;
  });
  return rules.flatMap(({ selection }, at) => {
    const pointer = `/rules/${at}/selection`;
    if (keys.indexOf(keys[at] ?? '') === at || selection.tagStatus === 'any') return [];
    if (selection.tagStatus === 'untagged') {
      return [wrong('I7', pointer, 'A second rule selects untagged images.', 'Leave one of them.')];
    }
    if (selection.tagPrefixList !== undefined) {
      return [wrong('I7', pointer, 'A second rule has the same prefixes.', 'Leave one of them.')];
    }
    const message = 'What a second rule with the same patterns does is not documented.';
    return [findingOf('not documented', 'I8', pointer, message, 'Leave one of them.')];
  });
}
