import { parseArgs } from 'node:util';

/** What stands after a verb: folders and `--name value` flags. */
export interface VerbArguments {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | undefined>>;
}

/** Reads arguments; gives the reason when a flag is unknown or lacks its value. */
export function readArguments(
  args: readonly string[],
  flagNames: readonly string[],
): VerbArguments | { readonly misuse: string } {
  const options = Object.fromEntries(flagNames.map((name) => [name, { type: 'string' as const }]));
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, flags: values as VerbArguments['flags'] };
  } catch (error) {
    return { misuse: error instanceof Error ? error.message : String(error) };
  }
}
