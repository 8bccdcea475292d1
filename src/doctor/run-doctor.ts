// What `npm run doctor` does: looks a set-up over and says of each part what is right, or what to fix.
import { createContext, type Values } from './context.ts';
import { examine } from './examine.ts';
import { type Machine, thisMachine } from './machine.ts';
import { isAllRight, tellAsData, tellInWords } from './tell.ts';

/**
 * `words` are for stdout; with `--json` they are data. Exit code 0: nothing is broken, maybe with warnings · 1:
 * something is · 2: an argument that does not exist. Changes nothing.
 */
export async function runDoctor(
  values: Values,
  args: readonly string[],
  officesDir: string,
  machine: Machine = thisMachine,
): Promise<{ words: string; exitCode: number }> {
  const odd = args.find((arg) => arg !== '--json');
  if (odd !== undefined) {
    return { words: `There is no ${odd}: npm run doctor, or npm run doctor -- --json.`, exitCode: 2 };
  }
  const results = await examine(createContext(values, officesDir, machine));
  const tell = args.includes('--json') ? tellAsData : tellInWords;
  return { words: tell(results), exitCode: isAllRight(results) ? 0 : 1 };
}
