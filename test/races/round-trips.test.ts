// What the server costs the database server, counted at the wire and not timed.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { describeOnServer, freshServerUrl } from '../helpers/database.ts';
import { startListening } from '../helpers/listening-server.ts';
import { countRoundTrips } from '../helpers/round-trips.ts';

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

describeOnServer('a server that nobody writes to', () => {
  test('asks the database at most three times a second', async () => {
    const door = await countRoundTrips(await databaseInUse());
    onTestFinished(door.close);
    const server = await startListening({
      DATABASE_URL: door.url,
      LINE_API_BASE_URL: 'http://127.0.0.1:9',
      LINE_CHANNEL_SECRET: 'secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'token',
    });
    // The start itself is over.
    await sleep(3_000);
    door.take();
    const seconds = 20;
    await sleep(seconds * 1_000);
    const asked = door.take();
    await server.stop();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length, asked.map((one) => one.join(' ').slice(0, 80)).join('\n')).toBeLessThanOrEqual(
      3 * seconds,
    );
  });
});
