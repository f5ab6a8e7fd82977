/** CPU units and MiB of memory that a task asks for. */
export interface TaskSize {
  readonly cpu: number;
  readonly memory: number;
}

interface SizeRow {
  readonly cpu: number;
  /** In MiB, inclusive. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly linuxOnly: boolean;
}

/** The *table of sizes* (SPEC.md); every row is an even ladder but the first, whose rungs double. */
const rows: readonly SizeRow[] = [
  { cpu: 256, least: 512, most: 2048, step: 512, linuxOnly: true },
  { cpu: 512, least: 1024, most: 4096, step: 1024, linuxOnly: true },
  { cpu: 1024, least: 2048, most: 8192, step: 1024, linuxOnly: false },
  { cpu: 2048, least: 4096, most: 16384, step: 1024, linuxOnly: false },
  { cpu: 4096, least: 8192, most: 30720, step: 1024, linuxOnly: false },
  { cpu: 8192, least: 16384, most: 61440, step: 4096, linuxOnly: true },
  { cpu: 16384, least: 32768, most: 122880, step: 8192, linuxOnly: true },
];

/** CPU units that Fargate knows, rising. */
export const fargateCpus: readonly number[] = rows.map((row) => row.cpu);

/** The memory sizes in MiB that Fargate offers with these CPU units, rising; none for an unknown size. */
export function fargateMemories(cpu: number): readonly number[] {
  const row = rows.find((candidate) => candidate.cpu === cpu);
  if (row === undefined) return [];
  const ladder = Array.from(
    { length: (row.most - row.least) / row.step + 1 },
    (_, rung) => row.least + rung * row.step,
  );
  return cpu === 256 ? ladder.filter((memory) => memory !== 1536) : ladder;
}

/** Whether Fargate runs tasks of this size. Source: API-ECS `RegisterTaskDefinitionRequest.memory`. */
export function isFargateSize(size: TaskSize): boolean {
  return fargateMemories(size.cpu).includes(size.memory);
}

/** Whether Windows tasks cannot have these CPU units on Fargate (under 1 vCPU, over 4 vCPU). */
export function isLinuxOnlyCpu(cpu: number): boolean {
  return rows.some((row) => row.cpu === cpu && row.linuxOnly);
}

/** The smallest size, by CPU first, that offers at least what is asked for; null above 16 vCPU or 120 GiB. */
export function fittingFargateSize(wanted: TaskSize): TaskSize | null {
  for (const cpu of fargateCpus) {
    const memory = cpu < wanted.cpu ? undefined : fargateMemories(cpu).find((offered) => offered >= wanted.memory);
    if (memory !== undefined) return { cpu, memory };
  }
  return null;
}

/** Task-level `cpu` in units, from `1024`, `"1024"`, `"1 vCPU"` or `"1 vcpu"`; null for any other spelling. */
export function readTaskCpu(value: unknown): number | null {
  return readAmount(value, /^(\d{1,6}(?:\.\d{1,4})?|\.\d{1,4}) (?:vCPU|vcpu)$/, 1024);
}

/** Task-level `memory` in MiB, from `2048`, `"2048"`, `"2GB"` or `"2 GB"`; null for any other spelling. */
export function readTaskMemory(value: unknown): number | null {
  return readAmount(value, /^(\d{1,6}(?:\.\d{1,4})?|\.\d{1,4}) ?GB$/, 1024);
}

function readAmount(value: unknown, withUnit: RegExp, factor: number): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const amount = withUnit.exec(value)?.[1];
  const units = amount === undefined ? Number.NaN : Number(amount) * factor;
  return Number.isInteger(units) ? units : null;
}
