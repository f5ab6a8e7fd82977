import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { mappingsOf } from './ports.ts';
import {
  type Container,
  fieldOf,
  nameOf,
  numberOf,
  type PointedObject,
  type TaskDefinition,
  textOf,
} from './task-definition.ts';

const mostRanges = 100;

/** T13: numbers and ranges that ports can have. */
export function checkPortNumbers(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const mappings = mappingsOf(container);
    return [...mappings.flatMap((mapping) => checkMapping(definition, mapping)), ...checkRanges(container, mappings)];
  });
}

function checkMapping(definition: TaskDefinition, mapping: PointedObject): readonly Finding[] {
  if (fieldOf(mapping.fields, 'containerPortRange') !== undefined) return checkRangeUse(definition, mapping);
  if (fieldOf(mapping.fields, 'containerPort') === undefined) {
    return [
      errorAt(
        'T13',
        mapping.pointer,
        'The mapping has no `containerPort`.',
        'Add the port that the program listens on.',
      ),
    ];
  }
  return [...checkPort(mapping, 'containerPort', 1), ...checkPort(mapping, 'hostPort', 0)];
}

function checkPort(mapping: PointedObject, field: string, least: number): readonly Finding[] {
  const port = numberOf(mapping.fields, field);
  if (port === null || (port >= least && port <= 65535)) return [];
  const fix = `Write a port from ${least} to 65535.`;
  return [errorAt('T13', pointTo(mapping.pointer, field), `${port} is no port.`, fix)];
}

function checkRangeUse(definition: TaskDefinition, mapping: PointedObject): readonly Finding[] {
  const pointer = pointTo(mapping.pointer, 'containerPortRange');
  const both = ['containerPort', 'hostPort'].find((field) => fieldOf(mapping.fields, field) !== undefined);
  if (both !== undefined) {
    return [
      errorAt('T13', pointer, `A mapping has either \`containerPortRange\` or \`${both}\`.`, `Take \`${both}\` out.`),
    ];
  }
  if (['bridge', 'default', 'awsvpc'].includes(definition.networkMode)) return [];
  const message = `Port ranges work in \`bridge\` and \`awsvpc\` mode, not in ${quote(definition.networkMode)}.`;
  return [errorAt('T13', pointer, message, 'Map the ports one by one.')];
}

interface PortRange {
  readonly pointer: string;
  readonly first: number;
  readonly last: number;
}

function checkRanges(container: Container, mappings: readonly PointedObject[]): readonly Finding[] {
  const written = mappings.filter((mapping) => textOf(mapping.fields, 'containerPortRange') !== null);
  const ranges = written.map(readRange);
  const wrong = ranges.filter((range) => !(range.first >= 1 && range.first < range.last && range.last <= 65535));
  const findings = wrong.map((range) => {
    return errorAt(
      'T13',
      range.pointer,
      'This is no range of ports.',
      'Write two ports, the lower first: `8000-8010`.',
    );
  });
  if (ranges.length > mostRanges) {
    const message = `${nameOf(container)} has ${ranges.length} port ranges; ${mostRanges} are allowed.`;
    findings.push(errorAt('T13', pointTo(container.pointer, 'portMappings'), message, 'Join ranges.'));
  }
  return [...findings, ...checkOverlap(ranges, mappings)];
}

function readRange(mapping: PointedObject): PortRange {
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(mapping.fields, 'containerPortRange') ?? '');
  const pointer = pointTo(mapping.pointer, 'containerPortRange');
  return { pointer, first: Number(match?.[1] ?? Number.NaN), last: Number(match?.[2] ?? Number.NaN) };
}

function checkOverlap(ranges: readonly PortRange[], mappings: readonly PointedObject[]): readonly Finding[] {
  const single = mappings.flatMap((mapping) => {
    const port = numberOf(mapping.fields, 'containerPort');
    return port === null ? [] : [{ pointer: pointTo(mapping.pointer, 'containerPort'), first: port, last: port }];
  });
  const valid = ranges.filter((range) => range.first <= range.last);
  if (valid.length === 0) return [];
  // A range comes before a single port where both begin, so no range can meet a single port that came earlier.
  const sorted = [...valid, ...single].sort((a, b) => a.first - b.first);
  let reached = 0;
  return sorted.flatMap((range) => {
    const overlaps = range.first <= reached;
    if (range.first < range.last) reached = Math.max(reached, range.last);
    const message = 'A port stands in two mappings of this container.';
    return overlaps ? [errorAt('T13', range.pointer, message, 'Let the ranges not overlap.')] : [];
  });
}
