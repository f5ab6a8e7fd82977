import { parseArgs } from 'node:util';

/** What stands after a verb: folders and `--name value` flags. */
export interface VerbArguments {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | undefined>>;
  /** Flags without a value that were given. */
  readonly switches: ReadonlySet<string>;
}

/** Reads arguments; gives the reason when a flag is unknown or lacks its value. */
export function readArguments(
  args: readonly string[],
  flagNames: readonly string[],
  switchNames: readonly string[] = [],
): VerbArguments | { readonly misuse: string } {
  const options = Object.fromEntries([
    ...flagNames.map((name) => [name, { type: 'string' as const }] as const),
    ...switchNames.map((name) => [name, { type: 'boolean' as const }] as const),
  ]);
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values);
    const flags = Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    return { positionals, flags, switches: new Set(given.flatMap(([name, value]) => (value === true ? name : []))) };
  } catch (error) {
    return { misuse: error instanceof Error ? error.message : String(error) };
  }
}
