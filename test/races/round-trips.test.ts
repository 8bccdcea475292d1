// What the server costs the database server, counted at the wire and not timed.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Person, type Simulator, startSimulator } from 'line-simulator';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { describeOnServer, freshServerUrl } from '../helpers/database.ts';
import { type ListeningServer, startListening } from '../helpers/listening-server.ts';
import { countRoundTrips, type RoundTrip, type RoundTrips } from '../helpers/round-trips.ts';

const channel = { channelSecret: 'secret-of-the-test', channelAccessToken: 'token-of-the-test' };

/** As on any day but for the first minute: what comes round once an hour has just been done. */
async function databaseInUse(): Promise<string> {
  const url = await freshServerUrl();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('UPDATE pgboss.queue SET maintain_on = now(), monitor_on = now()');
  await client.query('UPDATE pgboss.version SET reindex_on = now()');
  await client.end();
  return url;
}

async function start(): Promise<{ door: RoundTrips; server: ListeningServer; simulator: Simulator }> {
  const simulator = await startSimulator({ ...channel, switches: { oneWebhookAtATime: false } });
  const door = await countRoundTrips(await databaseInUse());
  const server = await startListening({
    DATABASE_URL: door.url,
    LINE_API_BASE_URL: simulator.origin,
    LINE_CHANNEL_SECRET: channel.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
  });
  onTestFinished(async () => {
    await server.stop();
    await simulator.close();
    await door.close();
  });
  simulator.webhookUrl = `${server.origin}/webhook`;
  return { door, server, simulator };
}

const textOf = (trips: readonly RoundTrip[]): string =>
  trips
    .map(({ statements }) => statements.join(' ;; ').replaceAll(/\s+/g, ' ').trim().slice(0, 90))
    .join('\n');

/** Says it and waits for the answer. */
async function says(simulator: Simulator, person: Person, text: string): Promise<void> {
  const before = person.messages().length;
  await person.says(text);
  await simulator.waitFor(() => person.messages().length > before);
}

/** From BEGIN to COMMIT, on the connection of the turn. */
function turnIn(trips: readonly RoundTrip[]): RoundTrip[] {
  const begin = trips.find(({ statements }) => statements.includes('BEGIN'));
  return trips.filter(({ connection }) => connection === begin?.connection);
}

/** What is asked by others than the queue, besides the transaction of the turn. */
function outside(trips: readonly RoundTrip[]): string[] {
  const turn = turnIn(trips);
  return trips
    .filter((trip) => !turn.includes(trip))
    .flatMap(({ statements }) => statements)
    .filter((text) => !text.includes('pgboss.'));
}

/** Somebody of the staff in the first admin chat. */
async function enrolClerk(simulator: Simulator, server: ListeningServer) {
  const clerk = simulator.person('鈴木');
  const group = simulator.group('窓口', [clerk]);
  await group.invitesBot();
  await group.receives('招待コードを送ってください');
  const [, code = ''] = /\b(\d{4}-\d{4})"/.exec(await server.logs(/admin chat.*\d{4}-\d{4}"/)) ?? [];
  const member = clerk.in(group);
  await member.says(code);
  await group.receives('ここが職員用のトークになりました');
  return member;
}

describeOnServer('what is asked of the database', () => {
  test('by a server that nobody writes to: at most three times a second', async () => {
    const { door } = await start();
    // The start itself is over.
    await sleep(3_000);
    door.take();
    const seconds = 20;
    await sleep(seconds * 1_000);
    const asked = door.take();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length, textOf(asked)).toBeLessThanOrEqual(3 * seconds);
  });

  test('by one turn alone, with BEGIN and COMMIT: at most twelve times', async () => {
    const { door, simulator } = await start();
    const hanako = simulator.person('浜松 花子');
    await hanako.follow();
    await simulator.waitFor(() => hanako.messages().length > 0);
    for (const text of ['相談を申し込む', '同意する', 'すべて当てはまる'])
      await says(simulator, hanako, text);
    for (const text of ['浜名 花子', '22020-5551234', '090-1234-5678']) {
      door.take();
      await says(simulator, hanako, text);
      const turn = turnIn(door.take());
      expect(turn.length, text).toBeGreaterThan(4);
      expect(turn.length, `${text}\n${textOf(turn)}`).toBeLessThanOrEqual(12);
    }
  });

  test('by a tap: nothing outside its transaction; by a request that is sent off: the calendar once', async () => {
    const { door, simulator, server } = await start();
    const hanako = simulator.person('浜松 花子');
    await hanako.follow();
    await simulator.waitFor(() => hanako.messages().length > 0);
    const clerk = await enrolClerk(simulator, server);
    for (const text of [
      '相談を申し込む',
      '同意する',
      'すべて当てはまる',
      '浜名 花子',
      '22020-5551234',
      '090-1234-5678',
    ])
      await says(simulator, hanako, text);
    const taps = async (who: Pick<Person, 'allButtons' | 'presses' | 'messages'>, label: RegExp) => {
      door.take();
      const before = who.messages().length;
      await who.presses(who.allButtons().findLast((one) => label.test(one)) ?? String(label));
      await simulator.waitFor(() => who.messages().length > before);
      const trips = door.take();
      expect(outside(trips), `${label}`).toEqual([]);
      return trips.flatMap(({ statements }) => statements).join('\n');
    };
    await taps(hanako, /^\d+月\d+日/);
    await taps(hanako, /^\d+:\d+/);
    await taps(hanako, /いない/);
    const submission = await taps(hanako, /この内容で申し込む/);
    expect(submission.match(/FROM "public"."Closure"/g)).toHaveLength(1);
    expect(submission.match(/FROM "public"."SlotUse"/g)).toHaveLength(1);
    // Once LINE is asked who of the staff that is, and once the database whether somebody is on record.
    await simulator.waitFor(() => clerk.allButtons().includes('確定する'));
    for (const button of ['連絡先を見る', 'お断りする']) {
      const before = clerk.messages().length;
      await clerk.presses(button);
      await simulator.waitFor(() => clerk.messages().length > before);
    }
    await taps(clerk, /^確定する$/);
  });

  test('by thirty-two people who write at the same moment: 0.6 times each, from webhook to answer', async () => {
    const { door, simulator } = await start();
    const people = Array.from({ length: 32 }, (_, index) => simulator.person(`花子${index}`));
    const allAct = async (act: (person: Person) => Promise<unknown>) => {
      const before = simulator.calls.length;
      await Promise.all(people.map(act));
      await simulator.waitFor(() => simulator.calls.length >= before + people.length);
      // Until the outbox knows that they are sent.
      await sleep(300);
    };
    await allAct((person) => person.follow());
    let fewest = Number.POSITIVE_INFINITY;
    // How many come at the same moment is up to the machine: once must do.
    for (let round = 0; round < 10 && fewest > 0.6; round += 1) {
      door.take();
      await allAct((person) => person.says('よくある質問'));
      fewest = Math.min(fewest, door.take().length / people.length);
    }
    expect(fewest).toBeLessThanOrEqual(0.6);
  });
});
