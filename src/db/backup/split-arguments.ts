// The arguments of a command that fills a database: what it is given, and whether it may delete.

import { parseArgs } from 'node:util';

/** Undefined when they cannot be understood. */
export function splitArguments(args: readonly string[]): { given: string; replace: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const [given] = positionals;
    return given === undefined || positionals.length > 1 ? undefined : { given, replace: values.replace };
  } catch (error) {
    // An option that is not known.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
