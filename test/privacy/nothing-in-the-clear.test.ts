// Personal data and meeting numbers lie sealed, and nowhere else: not in a row, a file or a log.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { numbersOfBooking } from '../../src/records/zoom-numbers.ts';
import { testServer } from '../helpers/database.ts';
import { say } from '../races/applicant.ts';
import { allFiles, allRows, decoded } from './all-records.ts';
import { canary, foundIn } from './canary.ts';
import { play, prepareScenario, type Scenario } from './scenario.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** Which of the texts have a canary value in them, and which; the control value too. */
const leaks = (texts: readonly string[]): [string[], string][] =>
  texts.flatMap((text): [string[], string][] => {
    const found = foundIn(decoded(text));
    return found.length === 0 ? [] : [[found, text.slice(0, 80)]];
  });

let scenario: Scenario;
let log: string;
let rows: string[];

beforeAll(async () => {
  scenario = await prepareScenario();
  const server = await scenario.start();
  await play(scenario, server);
  expect(await server.stop()).toBe(0);
  log = server.log();
  rows = await scenario.inRecords(({ prisma }) => allRows(prisma));
});
afterAll(() => scenario?.close());

describe('after a whole booking', () => {
  test('every canary value was really said, and the records can be opened with the key', async () => {
    const people = await scenario.inRecords(({ prisma, sealer }) =>
      prisma.person
        .findUniqueOrThrow({ where: { chatId: scenario.applicant.userId }, include: { bookings: true } })
        .then(({ id: row, name, phone, jobNumber, bookings: [booking] }) => ({
          name: name && sealer.open({ of: 'person.name', row }, name),
          phone: phone && sealer.open({ of: 'person.phone', row }, phone),
          jobNumber: jobNumber && sealer.open({ of: 'person.jobNumber', row }, jobNumber),
          passcode: booking && numbersOfBooking(sealer, booking)?.passcode,
        })),
    );
    expect(people).toEqual({
      name: canary.name,
      phone: canary.phone.replaceAll('-', ''),
      jobNumber: canary.jobNumber,
      passcode: canary.passcode,
    });
    const staffRows = rows.filter((row) => row.startsWith('StaffMember '));
    expect(staffRows).toHaveLength(1);
  });

  test('no row of any table has any of it, in any spelling', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(leaks(rows)).toEqual([]);
  });

  test('the log has none of it, though it says all it can', () => {
    expect(log).toContain('"level":20');
    expect(leaks(log.split('\n'))).toEqual([]);
  });

  test.skipIf(testServer)('no file of the embedded database has any of it', async () => {
    const files = await allFiles(scenario.dataDir);
    expect(files.some((text) => text.includes(scenario.applicant.userId))).toBe(true);
    expect(files.flatMap(foundIn)).toEqual([]);
  });

  test('the same search finds what is kept in the clear on purpose, so that it can fail', () => {
    const { userId } = scenario.applicant;
    const tables = new Set(rows.filter((row) => row.includes(userId)).map((row) => row.split(' ')[0]));
    expect([...tables]).toEqual(expect.arrayContaining(['Person', 'Conversation']));
    expect(log).toContain('マザーズハローワーク浜松');
    const hidden = {
      bytes: `(1,"\\\\x${Buffer.from(canary.name).toString('hex')}")`,
      base64: Buffer.from(JSON.stringify({ phone: canary.phone })).toString('base64'),
      escaped: JSON.stringify(canary.name).replaceAll(
        /[^ -~]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16)}`,
      ),
      digits: `{"n":"${canary.phone.replaceAll('-', '')}"}`,
    };
    for (const [how, text] of Object.entries(hidden)) expect(leaks([text]), how).toHaveLength(1);
  });
});

test('what was typed and not submitted is gone after 24 hours, and sealed until then', () => {
  const drafts = rows.filter((row) => row.startsWith('Draft '));
  expect(drafts.filter((row) => row.includes(scenario.forgetful.userId))).toEqual([]);
  expect(drafts.filter((row) => row.includes(scenario.undecided.userId))).toHaveLength(1);
});

test('a turn that fails says in the log that it failed, and nothing of what she wrote', async () => {
  const { undecided } = scenario;
  await scenario.inRecords(({ prisma }) =>
    prisma.draft.update({ where: { chatId: undecided.userId }, data: { sealed: new Uint8Array(60) } }),
  );
  const server = await scenario.start();
  await say(undecided, canary.jobNumber);
  expect(undecided.lastMessage()?.text).toContain('申し訳ありません');
  expect(await server.stop()).toBe(0);
  expect(server.log()).toContain('A turn failed and its sender gets an apology');
  expect(server.log()).toContain('SealError');
  expect(leaks(server.log().split('\n'))).toEqual([]);
  expect(leaks(await scenario.inRecords(({ prisma }) => allRows(prisma)))).toEqual([]);
});
