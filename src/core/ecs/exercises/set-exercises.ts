import { countWords } from '../../text/count-words.ts';
import { expiredImages } from '../lifecycle/expired-images.ts';
import type { LifecyclePolicy, LifecycleRule, RepositoryImage } from '../lifecycle/lifecycle-policy.ts';
import type { ContainerInstance } from '../placement/container-instance.ts';
import { mapPorts } from '../ports/map-ports.ts';
import type { PortRequest } from '../ports/port-request.ts';
import { copyWords } from '../ports/words.ts';
import { evaluateQuery, isDocumented } from '../query/evaluate-query.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type Draw, type Exercise, exerciseWith, pick, pickService, type Reasoned } from './exercise.ts';

/** (e) What becomes of a second copy on the same instance. */
export function secondCopy(draw: Draw, networkMode: 'bridge' | 'host' | 'awsvpc', isFixed: boolean): Exercise | null {
  const containerPort = 1024 + draw(8000);
  const fixed = networkMode === 'bridge' ? 10_000 + draw(8000) : containerPort;
  const mapping = { container: 'web', containerPort, ...(isFixed ? { hostPort: fixed } : {}) };
  const freeInterfaces = draw(2) === 0 ? 1 : 2 + draw(2);
  const host = { taken: [], dynamicRange: null, freeInterfaces };
  const request: PortRequest = { networkMode, mappings: [mapping], copies: 2, host, seed: draw(1000) };
  const { value } = mapPorts(request);
  const second = value?.copies[1];
  if (value === null || second === undefined) return null;
  const ends = endsOf(isFixed ? fixed : containerPort, containerPort);
  const hasOwn = networkMode === 'awsvpc';
  const right: End = second.obstacle === null ? (hasOwn ? 'own' : 'dynamic') : hasOwn ? 'interface' : 'taken';
  const reasons = whyNot(networkMode);
  const wrong = ends.filter(([end]) => end !== right).map(([end, text]): Reasoned => ({ text, why: reasons[end] }));
  const text = ends.find(([end]) => end === right)?.[1] ?? '';
  const free = `The instance had ${countWords(freeInterfaces, 'network interface')} free for tasks before the first copy.`;
  return exerciseWith(draw, { text, why: copyWords(second) }, wrong, {
    says: [
      `One copy of the task ${pickService(draw)} runs on an EC2 instance on which nothing else has a port, and a second copy is started there.`,
      ...(hasOwn ? [free] : []),
    ],
    given: [
      {
        caption: `Network mode ${networkMode}`,
        heads: ['Container', 'containerPort', 'hostPort'],
        rows: [['web', String(containerPort), isFixed ? String(fixed) : 'absent']],
      },
    ],
    asks: 'What becomes of the second copy?',
    worked: value.copies.map(copyWords),
    lab: {
      name: 'ports',
      scenario: { networkMode, portMappings: [mapping], copies: 2, freeInterfaces, seed: request.seed },
    },
  });
}

type End = 'dynamic' | 'taken' | 'own' | 'interface' | 'next';

function endsOf(port: number, containerPort: number): readonly (readonly [End, string])[] {
  return [
    ['taken', `It does not start, for port ${port} is taken`],
    ['own', `It starts, at port ${containerPort} of an address of its own`],
    ['dynamic', 'It starts, at another port that the host picks'],
    ['interface', 'It does not start, for no network interface is left'],
    ['next', `It starts at port ${port + 1}, the next free one`],
  ];
}

function whyNot(networkMode: 'bridge' | 'host' | 'awsvpc'): Readonly<Record<End, string>> {
  const hasOwn = networkMode === 'awsvpc';
  const isBridge = networkMode === 'bridge';
  return {
    dynamic: isBridge
      ? 'The mapping names a host port, so the host picks none.'
      : 'Only bridge mode maps to ports of the host’s choice.',
    taken: hasOwn
      ? 'Each copy has an address of its own, so no port is taken twice.'
      : 'No host port is named, so the host picks a free one for each copy.',
    own: hasOwn
      ? 'It would need a network interface, and none is left.'
      : 'An address of its own comes with awsvpc alone.',
    interface: hasOwn ? 'An interface is left for it.' : 'In this mode tasks take no network interface of their own.',
    next: 'ECS counts no port up: it is the one that is named, or one of the dynamic range.',
  };
}

/** (j) Which instances an expression of the Cluster Query Language matches. */
export function queryMatches(draw: Draw, kind: QueryKind): Exercise | null {
  const instances = Array.from({ length: 4 }, (_, at) => drawInstance(draw, at));
  const { source, slip } = drawQuery(draw, kind);
  const { value: query } = parseQuery(source);
  const { value: misread } = parseQuery(slip);
  if (query === null || misread === null || !instances.every((each) => isDocumented(query, each))) return null;
  const matched = instances.filter((each) => evaluateQuery(query, each)).map(({ id }) => id);
  if (matched.length === 0 || matched.length === instances.length) return null;
  const missed = instances
    .filter((each) => isDocumented(misread, each) && evaluateQuery(misread, each))
    .map(({ id }) => id);
  const turned = instances.map(({ id }) => id).filter((id) => !matched.includes(id));
  const slips: readonly Reasoned[] = [
    { text: listed(missed), why: `That is what ${slip} matches.` },
    { text: listed(turned), why: 'These are the ones that it does not match.' },
    {
      text: listed(matched.length > 1 ? matched.slice(0, -1) : [...matched, ...turned.slice(0, 1)].toSorted()),
      why: 'Every instance for which the whole expression holds matches, and no other.',
    },
    { text: 'all of them', why: 'For some the expression does not hold.' },
  ];
  const rows = instances.map(({ id, attributes, agentVersion }) => [
    id,
    attributes['ecs.availability-zone'] ?? '',
    attributes['ecs.instance-type'] ?? '',
    attributes.stack ?? 'none',
    agentVersion,
  ]);
  return exerciseWith(draw, { text: listed(matched), why: 'For these the whole expression holds.' }, slips, {
    says: [`A placement constraint of type memberOf has the expression ${source}`],
    given: [{ caption: 'Container instances', heads: ['Instance', 'Zone', 'Type', 'stack', 'Agent'], rows }],
    asks: 'Which instances match it?',
    worked: instances.map((each) => `${each.id}: ${evaluateQuery(query, each) ? 'it holds' : 'it does not hold'}.`),
    lab: null,
  });
}

const types = ['t3.small', 't3.medium', 'm5.large', 'c5.large', 'c5.xlarge'];

function drawInstance(draw: Draw, at: number): ContainerInstance {
  const stack = pick(draw, ['prod', 'test', '']);
  return {
    id: `i-${at + 1}`,
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: `1.${pick(draw, [9, 51, 89, 100])}.${draw(4)}`,
    registeredAt: '2026-11-01T00:00:00Z',
    attributes: {
      'ecs.availability-zone': `us-east-1${'abc'.charAt(draw(3))}`,
      'ecs.instance-type': pick(draw, types),
      ...(stack === '' ? {} : { stack }),
    },
    remaining: { cpu: 1024, memory: 1024, gpus: 0, networkInterfaces: 2 },
    takenPorts: { tcp: [], udp: [] },
    tasks: [],
  };
}

export const queryKinds = ['pattern', 'and', 'or', 'not', 'exists', 'in'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** An expression, and what it is misread as. */
function drawQuery(draw: Draw, wanted: QueryKind): { readonly source: string; readonly slip: string } {
  const type = pick(draw, types);
  const [family = 't3'] = type.split('.');
  const zone = `attribute:ecs.availability-zone == us-east-1${'abc'.charAt(draw(3))}`;
  const kind = 'attribute:ecs.instance-type';
  const prod = 'attribute:stack == prod';
  switch (wanted) {
    case 'pattern':
      return { source: `${kind} =~ ${family}.*`, slip: `${kind} == ${type}` };
    case 'and':
      return pick(draw, [
        { source: `${zone} and ${kind} =~ ${family}.*`, slip: `${zone} or ${kind} =~ ${family}.*` },
        { source: `${prod} and ${kind} != ${type}`, slip: `${prod} or ${kind} != ${type}` },
      ]);
    case 'or':
      return pick(draw, [
        { source: `${zone} or ${kind} == ${type}`, slip: `${zone} and ${kind} == ${type}` },
        { source: `${zone} or ${prod}`, slip: `${zone} and ${prod}` },
      ]);
    case 'not':
      return pick(draw, [
        { source: `not (${zone})`, slip: zone },
        { source: `not (${zone}) and ${prod}`, slip: `not (${zone} and ${prod})` },
      ]);
    case 'exists':
      return { source: `attribute:stack exists and not (${zone})`, slip: 'attribute:stack exists' };
    case 'in':
      return pick(draw, [
        { source: `${kind} in [${type}, m5.large]`, slip: `${kind} == ${type}` },
        { source: `${kind} not_in [${type}, t3.small]`, slip: `${kind} != ${type}` },
      ]);
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none of them';
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** (k) Which images a lifecycle policy expires. */
export function expiredSet(draw: Draw, counts: 'count' | 'age' | 'both'): Exercise | null {
  const images = drawImages(draw);
  const policy: LifecyclePolicy = { rules: drawRules(draw, counts) };
  const { value } = expiredImages(policy, images);
  if (value === null || value.expired.length === 0 || value.kept.length === 0) return null;
  const alone = policy.rules.flatMap(
    (rule) => expiredImages({ rules: [{ ...rule, rulePriority: 1 }] }, images).value?.expired ?? [],
  );
  const byAge = images.toSorted((a, b) => b.pushedDaysAgo - a.pushedDaysAgo).map(({ name }) => name);
  const inOrder = (names: readonly string[]) => byAge.filter((name) => names.includes(name));
  const first = expiredImages({ rules: policy.rules.slice(0, 1) }, images).value?.expired ?? [];
  const slips: readonly Reasoned[] = [
    { text: listed(inOrder(alone)), why: 'An image that an earlier rule identifies is left alone by the later ones.' },
    { text: listed(inOrder(first)), why: 'The later rules expire images, too.' },
    { text: listed(value.kept), why: 'These are the ones that stay.' },
    {
      text: listed(byAge.toReversed().slice(0, value.expired.length).toReversed()),
      why: 'The oldest ones go, not the newest.',
    },
  ];
  const rows = images.map(({ name, tags, pushedDaysAgo }) => [name, tags.join(', ') || 'none', String(pushedDaysAgo)]);
  return exerciseWith(
    draw,
    {
      text: listed(value.expired),
      why: value.rules.map(({ rulePriority, expired }) => `Rule ${rulePriority} expires ${listed(expired)}.`).join(' '),
    },
    slips,
    {
      says: policy.rules.map(ruleWords),
      given: [{ caption: 'Images of the repository', heads: ['Image', 'Tags', 'Pushed, days ago'], rows }],
      asks: 'Which images does the lifecycle policy expire?',
      worked: value.rules.map(
        ({ rulePriority, identified, expired }) =>
          `Rule ${rulePriority} sees ${listed(identified)} and expires ${listed(expired)}.`,
      ),
      lab: null,
    },
  );
}

function drawImages(draw: Draw): readonly RepositoryImage[] {
  let days = 0;
  return Array.from({ length: 5 }, (_, at) => {
    days += 1 + draw(6);
    const tags = ['prod', 'beta'].filter(() => draw(5) < 2).map((tag) => `${tag}-${9 - at}`);
    return { name: String.fromCharCode(65 + at), tags, pushedDaysAgo: days };
  });
}

function drawRules(draw: Draw, counts: 'count' | 'age' | 'both'): readonly LifecycleRule[] {
  const first = pick(draw, ['prod', 'beta']);
  const last = draw(2) === 0 ? ({ tagStatus: 'any' } as const) : ({ tagStatus: 'untagged' } as const);
  const selections = [{ tagStatus: 'tagged' as const, tagPrefixList: [first] }, last];
  return selections.map((selection, at) => {
    const count =
      counts === 'age' || (counts === 'both' && at === 1)
        ? { countType: 'sinceImagePushed' as const, countUnit: 'days', countNumber: 3 + draw(9) }
        : { countType: 'imageCountMoreThan' as const, countNumber: 1 + draw(2) };
    return { rulePriority: at + 1, selection: { ...selection, ...count }, action: { type: 'expire' } };
  });
}

function ruleWords({ rulePriority, selection }: LifecycleRule): string {
  const { tagStatus, tagPrefixList = [], countType, countNumber } = selection;
  const which =
    tagStatus === 'tagged'
      ? `images tagged with the prefix ${tagPrefixList.join(', ')}`
      : tagStatus === 'any'
        ? 'any image'
        : 'untagged images';
  const limit =
    countType === 'imageCountMoreThan'
      ? `all but the newest ${countNumber}`
      : `those pushed more than ${countNumber} days ago`;
  return `Rule ${rulePriority} looks at ${which} and expires ${limit}.`;
}
