// Makes all checks, one after the other.
import { traceOf } from '../core/log.ts';
import { broken, type Check, type Finding, notChecked } from './check.ts';
import { checks } from './checks.ts';
import type { Context } from './context.ts';

export type Result = { name: string } & Finding;

/** Every check has a result. Never rejects. */
export async function examine(context: Context): Promise<Result[]> {
  const results: Result[] = [];
  const blocked = new Set<string>();
  // One after the other: they are told in this order, and ask LINE and the database gently.
  for (const check of checks) {
    const missing = check.needs.filter((name) => blocked.has(name));
    const finding = missing.length > 0 ? leftOut(missing) : await findingOf(check, context);
    if (missing.length > 0 || finding.status === 'broken') blocked.add(check.name);
    results.push({ name: check.name, ...finding });
  }
  return results;
}

const leftOut = (missing: readonly string[]): Finding =>
  notChecked(`First this must be fixed: ${missing.join(', ')}.`);

async function findingOf(check: Check, context: Context): Promise<Finding> {
  try {
    return await check.run(context);
  } catch (error) {
    const { error: name, code, at = '' } = traceOf(error);
    return broken(
      `The check itself failed (${code ?? name} ${at.split(' ← ')[0]}).`,
      'Report this to the makers of the product, with this line.',
    );
  }
}
