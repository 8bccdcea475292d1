// The database goes away while people are in the form; `npm run drill` plays worse and for longer.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeOnServer } from '../helpers/database.ts';
import { allowConnections, refuseConnections } from '../helpers/server-template.ts';
import { press } from './applicant.ts';
import { startTwoServers, type TwoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });
const patience = { timeoutMs: 40_000 };

describeOnServer('a database that goes away while ten people are in the form', () => {
  let office: TwoServers;
  beforeAll(async () => {
    office = await startTwoServers(1);
  });
  afterAll(() => office?.close());

  /** The moment at which it goes: before anybody writes, and while turns and calls to LINE are under way. */
  test.each(['before', 'while'])(
    '%s they write: all are answered once, without an apology, by the same process',
    async (when) => {
      const { simulator, url, servers } = office;
      const people = Array.from({ length: 10 }, (_, n) => simulator.person(`${when}${n}`));
      await Promise.all(
        people.map(async (person) => {
          await person.follow();
          await person.receives();
          for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(person, label);
        }),
      );
      const seen = people.map((person) => person.messages().length);
      if (when === 'before') await refuseConnections(url);
      const said = people.map((person) => person.says('申込 花子'));
      if (when === 'while') await refuseConnections(url);
      await allowConnections(url);
      await Promise.all(said);
      await Promise.all(people.map((person) => person.receives('求職番号', patience)));
      await office.atRest();
      for (const [n, person] of people.entries())
        expect(person.messages().slice(seen[n]), person.story()).toHaveLength(1);
      const { status } = await fetch(`${servers[0]?.origin}/healthz`);
      expect(status).toBe(200);
    },
  );
});
