// How the server is, for `GET /healthz`. The status is that of database and queues alone: what else is wrong no restart
// fixes, and stands in the body.
import type { Database } from '../db/open.ts';
import { anyAdminChat } from '../records/admin-chats.ts';

export type Health = { healthy: boolean; problems: string[] };

const withinMs = 2_000;

const few = {
  reserve:
    'The last messages of this month are kept for confirmations: requests and other news for staff wait for a word in the admin chat,',
  usedUp: 'The messages of this month are used up: nothing is pushed,',
};

/** `problems`: sentences for the operator, none when all is well. `trouble`: LINE takes no calls. `quota`: or no pushes. */
export async function lookAtHealth(
  { queue, prisma }: Pick<Database, 'queue' | 'prisma'>,
  trouble: { since: Date; status: number } | undefined,
  quota?: { kind: 'reserve' | 'usedUp'; since: Date },
): Promise<Health> {
  const healthy = await queue.healthy();
  const problems: string[] = [];
  if (healthy && !(await somebodyDecides(prisma)))
    problems.push('No admin chat is enrolled: nobody decides about requests.');
  if (trouble)
    problems.push(`LINE takes no calls since ${trouble.since.toISOString()} (status ${trouble.status}).`);
  if (quota) problems.push(`${few[quota.kind]} since ${quota.since.toISOString()}.`);
  return { healthy, problems };
}

/** True as long as nobody knows better: whether the database answers has been asked already. */
async function somebodyDecides(prisma: Database['prisma']): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(true), withinMs);
  const asked = anyAdminChat(prisma).catch(() => true);
  const answer = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  return answer;
}
