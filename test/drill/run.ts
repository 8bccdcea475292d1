// npm run drill: what an outage does to people who are in the middle of the form. Takes about four minutes. Needs a
// PostgreSQL of its own (initdb and pg_ctl on this machine), and for the full disk the right to mount one.
//   npm run drill -- fast terminated     only these
import { fullDisk } from './full-disk.ts';
import { frozen, frozenAlone, longerAway, restarts, terminated } from './on-postgres.ts';
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts';
import type { Verdict } from './verdict.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const limitMs = 420_000;
const limit = setTimeout(() => {
  say(`Not done after ${limitMs / 1000} s: given up.`);
  process.exit(2);
}, limitMs);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const verdicts: Verdict[] = [];

function tell(verdict: Verdict): void {
  verdicts.push(verdict);
  say(`${verdict.faults.length === 0 ? 'passed' : 'FAILED'}  ${verdict.drill}`);
  for (const line of verdict.notes) say(`        ${line}`);
  for (const line of verdict.faults) say(`      ! ${line}`);
}

/** Each with how it is asked for by name. */
const onPostgres: Readonly<Record<string, (postgres: OwnPostgres) => Promise<Verdict>>> = {
  fast: (postgres) => restarts(postgres, 'fast'),
  immediate: (postgres) => restarts(postgres, 'immediate'),
  away: longerAway,
  terminated,
  frozen,
  alone: frozenAlone,
};

async function drillPostgres(): Promise<void> {
  const drills = Object.entries(onPostgres).filter(([name]) => isWanted(name));
  if (drills.length === 0) return;
  const postgres = await startOwnPostgres();
  if (postgres === undefined) {
    say('skipped  on PostgreSQL: no initdb in /usr/lib/postgresql/*/bin, /usr/pgsql-*/bin or /usr/bin');
    return;
  }
  try {
    for (const [, drill] of drills) tell(await drill(postgres));
  } finally {
    await postgres.close();
  }
}

async function drillDisk(): Promise<void> {
  if (!isWanted('disk')) return;
  const verdict = await fullDisk();
  if (verdict === undefined) say('skipped  the full disk: cannot mount a small one here, which takes root');
  else tell(verdict);
}

await drillPostgres();
await drillDisk();
clearTimeout(limit);
const failed = verdicts.filter(({ faults }) => faults.length > 0).length;
say(`${verdicts.length - failed} of ${verdicts.length} drills passed.`);
process.exit(failed > 0 || verdicts.length === 0 ? 1 : 0);
