// What came of a drill: everybody answered once, one receipt each, no apology, nothing lost, nothing twice.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from '../helpers/server-process.ts';
import { answersTo, type Crowd, type Walker } from './crowd.ts';
import type { Scene } from './scene.ts';

export type Verdict = {
  drill: string;
  /** How it was played and what was measured. */
  notes: string[];
  /** What should not have happened. Empty: it passed. */
  faults: string[];
};

/** Late answers, and second ones, have come by then. */
const quietMs = 4_000;

/** Waits for the crowd, and for silence; then counts. */
export async function judge(drill: string, scene: Scene, crowd: Crowd, notes: string[]): Promise<Verdict> {
  crowd.letGo();
  await crowd.arrived;
  await silence(scene);
  const { walkers } = crowd;
  const { simulator, group } = scene;
  const faults: string[] = [];
  const count = (what: string, found: (walker: Walker) => boolean) => {
    const some = walkers.filter(found).length;
    if (some > 0) faults.push(`${some} of ${walkers.length} people ${what}`);
  };
  const seen = (walker: Walker, words: string) =>
    walker.person.messages().filter(({ text }) => text.includes(words)).length;
  count('had a message that was never answered', (one) => answersTo(simulator, one.person) < one.acts);
  count('had more answers than messages', (one) => answersTo(simulator, one.person) > one.acts);
  count('got an apology', (one) => seen(one, 'こちらの不具合で') > 0);
  count('have no receipt', (one) => seen(one, '申し込みを受け付けました') === 0);
  count('have two receipts', (one) => seen(one, '申し込みを受け付けました') > 1);
  const cards = group.messages().filter(({ text }) => text.includes('新しい申し込み')).length;
  if (cards !== walkers.length) faults.push(`staff saw ${cards} cards for ${walkers.length} requests`);
  for (const why of new Set(walkers.flatMap(({ stuck }) => stuck ?? []))) faults.push(`  stuck: ${why}`);
  const acts = walkers.reduce((sum, one) => sum + one.acts, 0);
  const refused = walkers.reduce((sum, one) => sum + one.refused, 0);
  const longest = Math.max(...walkers.map((one) => one.longestMs));
  notes.push(`${acts} messages, ${refused} webhooks not answered 200, longest wait ${seconds(longest)}`);
  return { drill, notes, faults };
}

async function silence({ simulator }: Scene): Promise<void> {
  for (let before = -1; before < simulator.calls.length; ) {
    before = simulator.calls.length;
    await sleep(quietMs);
  }
}

/** A server that ended although nobody asked it to. */
export async function endedByItself(scene: Scene): Promise<Exit | undefined> {
  return Promise.race([scene.servers.at(-1)?.exited, sleep(0).then(() => undefined)]);
}

export const seconds = (ms: number | undefined): string =>
  ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;

/** What the processes of a drill that failed have written, for whoever looks for the reason. */
export async function withLogs({ servers }: Scene, verdict: Verdict): Promise<Verdict> {
  if (verdict.faults.length === 0) return verdict;
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-drill-log-'));
  for (const [n, server] of servers.entries()) await writeFile(join(folder, `server-${n}.log`), server.log());
  return { ...verdict, notes: [...verdict.notes, `logs in ${folder}`] };
}
