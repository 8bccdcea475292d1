// A server that is killed with work in hand. Slow: what it held is free for others after 20 or 30 seconds only.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeOnServer } from '../helpers/database.ts';
import { press, say } from './applicant.ts';
import { startTwoServers, type TwoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });
const patienceMs = 40_000;
const soon = { timeout: 10_000 };

describeOnServer('a server that is killed with work in hand', () => {
  let office: TwoServers;
  beforeAll(async () => {
    office = await startTwoServers(1);
  });
  afterAll(() => office?.close());

  test('is replaced by the other: nobody waits in vain, nothing is said twice, and order is kept', async () => {
    const { simulator, records, balancer, servers } = office;
    const [writing, unheard, heard] = ['書く人', '届かない人', '届いた人'].map((name) =>
      simulator.person(name),
    );
    if (!writing || !unheard || !heard) throw new Error('Three people were invited');
    for (const person of [writing, unheard, heard]) {
      await person.follow();
      await person.receives();
    }
    for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(writing, label);

    // Calls to LINE hang: one before it was carried out, one after.
    simulator.faults.add({ endpoint: 'reply', chatId: unheard.userId, how: 'timeout', times: 1 });
    simulator.faults.add({
      endpoint: 'reply',
      chatId: heard.userId,
      how: 'timeout',
      when: 'after',
      times: 1,
    });
    // In one webhook, so that neither call waits for the other.
    simulator.webhooks.hold();
    const said = [unheard, heard].map((person) => person.says('録音'));
    await simulator.webhooks.release({ together: true });
    await Promise.all(said);
    await expect.poll(() => simulator.faults.list(), soon).toEqual([]);
    // A turn hangs: somebody else has her row.
    await records.query('BEGIN');
    await records.query('SELECT 1 FROM "Conversation" WHERE "chatId" = $1 FOR UPDATE', [writing.userId]);
    await writing.says('申込 花子');
    await expect.poll(() => inHand(office), soon).toEqual(['inbox', 'outbox', 'outbox']);

    const other = await office.start();
    await servers[0]?.kill();
    const killedAt = Date.now();
    await records.query('ROLLBACK');
    balancer.origins = [other.origin];
    await writing.says('22020-1234567');

    const wait = { timeoutMs: patienceMs };
    await Promise.all([writing.receives('電話番号', wait), unheard.receives('【録音', wait)]);
    const finished = `SELECT 1 FROM pgboss.job WHERE name IN ('inbox', 'outbox') AND state < 'completed'`;
    await expect.poll(async () => (await records.query(finished)).rows, { timeout: patienceMs }).toEqual([]);
    expect(Date.now() - killedAt).toBeLessThan(patienceMs);
    const texts = writing.messages().map(({ text }) => text);
    expect(texts.findIndex((text) => text.includes('求職番号を教えて'))).toBe(texts.length - 2);
    for (const person of [unheard, heard]) {
      expect(person.messages().filter(({ text }) => text.includes('【録音'))).toHaveLength(1);
    }
    await say(heard, 'メニュー');
  });
});

/** The queues of the jobs that a server has taken and not finished. */
async function inHand({ records }: TwoServers): Promise<string[]> {
  const { rows } = await records.query(
    `SELECT name FROM pgboss.job WHERE state = 'active' AND name IN ('inbox', 'outbox') ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}
