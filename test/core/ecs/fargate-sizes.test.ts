import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTaskDefinition } from '../../../src/core/ecs/task-definitions/check-task-definition.ts';
import {
  fargateCpus,
  fargateMemories,
  fittingFargateSize,
  isFargateSize,
  readTaskCpu,
  readTaskMemory,
} from '../../../src/core/ecs/task-definitions/fargate-sizes.ts';
import { onFargate } from './task-definitions.ts';

/** The table of sizes written out by hand, not by its steps. */
const byHand: Readonly<Record<number, string>> = {
  256: '512 1024 2048',
  512: '1024 2048 3072 4096',
  1024: '2048 3072 4096 5120 6144 7168 8192',
  2048: '4096 5120 6144 7168 8192 9216 10240 11264 12288 13312 14336 15360 16384',
  4096:
    '8192 9216 10240 11264 12288 13312 14336 15360 16384 17408 18432 19456 20480 21504 22528 23552 24576 25600 26624 ' +
    '27648 28672 29696 30720',
  8192: '16384 20480 24576 28672 32768 36864 40960 45056 49152 53248 57344 61440',
  16384: '32768 40960 49152 57344 65536 73728 81920 90112 98304 106496 114688 122880',
};

const pairs = Object.entries(byHand).flatMap(([cpu, memories]) =>
  memories.split(' ').map((memory) => [Number(cpu), Number(memory)] as const),
);
const listed = new Set(pairs.map((pair) => pair.join('/')));

function refusals(cpu: unknown, memory: unknown): readonly string[] {
  const findings = checkTaskDefinition(onFargate({ cpu, memory }, { memory: undefined }));
  return findings.filter((finding) => finding.code === 'T07').map((finding) => finding.pointer);
}

describe('Fargate sizes', () => {
  test('the table has 74 pairs', () => {
    expect(pairs).toHaveLength(74);
    expect(fargateCpus.flatMap((cpu) => fargateMemories(cpu).map((memory) => `${cpu}/${memory}`))).toEqual([...listed]);
  });

  test.each(pairs)('%i with %i', (cpu, memory) => {
    expect([isFargateSize({ cpu, memory }), refusals(cpu, memory), refusals(String(cpu), String(memory))]).toEqual([
      true,
      [],
      [],
    ]);
  });

  const neighbours = pairs
    .flatMap(([cpu, memory]) =>
      [-8192, -4096, -1024, -512, -1, 1, 512, 1024, 4096, 8192].map((step) => [cpu, memory + step] as const),
    )
    .filter(([cpu, memory]) => memory > 0 && !listed.has(`${cpu}/${memory}`));

  test('every neighbour of a pair that is not in the table is refused', () => {
    expect(neighbours.length).toBeGreaterThan(200);
    expect(
      neighbours.filter(([cpu, memory]) => isFargateSize({ cpu, memory }) || refusals(cpu, memory).length !== 1),
    ).toEqual([]);
  });

  test.each([
    [256, 4096],
    [512, 512],
    [1024, 1024],
    [4096, 32768],
    [8192, 17408],
  ])('the trap %i with %i is refused', (cpu, memory) => {
    expect(refusals(String(cpu), String(memory))).toEqual(['/memory']);
  });

  test('the rule agrees with the table at any two numbers', () => {
    const cpus = fc.oneof(fc.constantFrom(...fargateCpus), fc.nat(20_000));
    const memories = fc.oneof(
      fc.nat(130_000),
      fc.nat(254).map((half) => half * 512),
    );
    fc.assert(
      fc.property(cpus, memories, (cpu, memory) => isFargateSize({ cpu, memory }) === listed.has(`${cpu}/${memory}`)),
      { numRuns: 3000 },
    );
  });

  test.each([
    [1024, 1024],
    ['1024', 1024],
    ['1 vCPU', 1024],
    ['1 vcpu', 1024],
    ['0.25 vCPU', 256],
    ['.5 vCPU', 512],
    ['16 vCPU', 16384],
  ])('[Z1] cpu %j is read as %i', (written, units) => {
    expect(readTaskCpu(written)).toBe(units);
  });

  test.each([
    ['1vCPU'],
    ['1 VCPU'],
    ['1 cpu'],
    ['1,024'],
    ['-256'],
    [''],
    [' 256'],
    ['0.3 vCPU'],
    [0.5],
    [-1],
    [null],
    [{}],
    ['1e3'],
  ])('[Z1] cpu %j is not read', (written) => {
    expect(readTaskCpu(written)).toBeNull();
  });

  test.each([
    [2048, 2048],
    ['2048', 2048],
    ['2GB', 2048],
    ['2 GB', 2048],
    ['0.5 GB', 512],
    ['.5GB', 512],
    ['120 GB', 122880],
  ])('[Z1] memory %j is read as %i', (written, mebibytes) => {
    expect(readTaskMemory(written)).toBe(mebibytes);
  });

  test.each([['2 GiB'], ['2 gb'], ['2048 MB'], ['2G'], ['0.3 GB'], [Number.NaN], [[]], [undefined]])(
    '[Z1] memory %j is not read',
    (written) => {
      expect(readTaskMemory(written)).toBeNull();
    },
  );

  test.each(fargateCpus)('[Z2] %i CPU units under Windows are refused only where they are for Linux alone', (cpu) => {
    const size = { cpu: String(cpu), memory: String(fargateMemories(cpu)[0]) };
    const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' };
    const found = checkTaskDefinition(onFargate({ ...size, runtimePlatform: windows }, { memory: undefined }));
    const refused = found.filter(({ message }) => message.includes('CPU units are for Linux'));
    expect(refused).toHaveLength([256, 512, 8192, 16384].includes(cpu) ? 1 : 0);
  });

  test('[Z3] the remedy is the smallest pair that holds what was asked', () => {
    fc.assert(
      fc.property(fc.nat(16384), fc.nat(122880), (cpu, memory) => {
        const holding = pairs.filter((pair) => pair[0] >= cpu && pair[1] >= memory);
        expect(fittingFargateSize({ cpu, memory })).toEqual({ cpu: holding[0]?.[0], memory: holding[0]?.[1] });
      }),
    );
    expect(fittingFargateSize({ cpu: 16384, memory: 122881 })).toBeNull();
  });
});
