// npm run drill: what an outage does to people who are in the middle of the form. Takes three minutes on a quiet machine. Needs a
// PostgreSQL of its own (initdb and pg_ctl on this machine), and for the full disk the right to mount one.
//   npm run drill -- fast terminated     only these of fast, immediate, away, terminated, frozen, alone, disk
import { fullDisk } from './full-disk.ts';
import { frozen, frozenAlone, longerAway, restarts, terminated } from './on-postgres.ts';
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts';
import type { Verdict } from './verdict.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const limitMs = 480_000;
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

type Drills = Readonly<Record<string, (postgres: OwnPostgres) => Promise<Verdict>>>;

/** Each with how it is asked for by name. These stop the server, and so have it for themselves. */
const alone: Drills = {
  fast: (postgres) => restarts(postgres, 'fast'),
  immediate: (postgres) => restarts(postgres, 'immediate'),
  away: longerAway,
};

/** These play side by side, each on a database of its own. */
const together: Drills = { terminated, frozen, alone: frozenAlone };

const among = (drills: Drills) =>
  Object.entries(drills).flatMap(([name, drill]) => (isWanted(name) ? [drill] : []));

async function drillPostgres(): Promise<void> {
  if (among(alone).length + among(together).length === 0) return;
  const postgres = await startOwnPostgres();
  if (postgres === undefined) {
    say('skipped  on PostgreSQL: no initdb in /usr/lib/postgresql/*/bin, /usr/pgsql-*/bin or /usr/bin');
    return;
  }
  try {
    for (const drill of among(alone)) tell(await drill(postgres));
    await Promise.all(among(together).map(async (drill) => tell(await drill(postgres))));
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

await Promise.all([drillPostgres(), drillDisk()]);
clearTimeout(limit);
const failed = verdicts.filter(({ faults }) => faults.length > 0).length;
say(`${verdicts.length - failed} of ${verdicts.length} drills passed.`);
process.exit(failed > 0 || verdicts.length === 0 ? 1 : 0);
