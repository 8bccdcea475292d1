// The rich menu on somebody's phone: the day's menu while it is the day of her consultation, else the usual
// one, which is the account's default. It costs no message, and it has a queue of its own: where it fails it
// holds back none.

import type { Log } from '../core/log.ts';
import type { Job, Outcome } from '../db/queue.ts';
import type { RefusalCode } from './call-outcome.ts';
import type { LineClient, MenuOutcome } from './client.ts';

/** The alias under which the day's menu is deployed. */
export const dayMenuAlias = 'madoguchi-day';

export type DayMenuDeps = {
  client: Pick<LineClient, 'linkMenu' | 'unlinkMenu'>;
  /** Whether this person is to see the day's menu now; by the database's clock it is `dueAt` at least. */
  isOnTheDay: (chatId: string, dueAt: Date) => Promise<boolean>;
  log: Pick<Log, 'info' | 'warn'>;
};

/** Fixed elsewhere: a token or a proxy is being changed, or the menu is being replaced and LINE still names the old one. */
const passes: ReadonlySet<RefusalCode> = new Set(['unauthorized', 'forbidden', 'notFound', 'foreign']);
const triesWhenFinal = 3;

const isFinal = (outcome: MenuOutcome): boolean =>
  outcome.kind === 'broken' || (outcome.kind === 'refused' && !passes.has(outcome.code));

/** Jobs of the queue `menus`, whose key is the chat; trouble that passes answers 'failed', which is tried again. */
export const menuWorker =
  (deps: DayMenuDeps) =>
  (jobs: Job[]): Promise<Outcome[]> =>
    Promise.all(jobs.map((job) => showRightMenu(job, deps)));

async function showRightMenu(job: Job, deps: DayMenuDeps): Promise<Outcome> {
  const { client, log } = deps;
  const wanted = (await deps.isOnTheDay(job.key, job.dueAt)) ? 'day' : 'usual';
  const outcome =
    wanted === 'day' ? await client.linkMenu(job.key, dayMenuAlias) : await client.unlinkMenu(job.key);
  if (outcome.kind === 'shown') return { id: job.id, status: 'completed' };
  if (outcome.kind === 'noSuchMenu') {
    log.info({ job: job.id, alias: dayMenuAlias }, 'No such menu is deployed: the usual one stays');
    return { id: job.id, status: 'completed' };
  }
  log.warn({ job: job.id, wanted, ...outcome }, 'A menu could not be changed');
  const givenUp = isFinal(outcome) && job.attempt + 1 >= triesWhenFinal;
  return { id: job.id, status: givenUp ? 'completed' : 'failed' };
}
