// The doctor in front of what is real: the server in a process of its own, and a database with records.
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/db/open.ts';
import { thisMachine } from '../../src/doctor/machine.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';
import { enrol, putMember } from '../../src/records/admin-chats.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { freshDataDir, freshServerUrl, testKey, testServer } from '../helpers/database.ts';
import { startListening } from '../helpers/listening-server.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { officesDir, type SetUp, startSetUp, valuesOf } from './set-up.ts';

const report = z.object({ checks: z.array(z.object({ name: z.string(), status: z.string() })) });

/** Statuses by the names of the checks. */
async function statuses(setUp: SetUp, values: Record<string, string>) {
  const { lookIntoDatabase } = thisMachine;
  const machine = { ...setUp.machine, lookIntoDatabase };
  const { words, exitCode } = await runDoctor(values, ['--json'], officesDir, machine);
  const { checks } = report.parse(JSON.parse(words));
  return { exitCode, ...Object.fromEntries(checks.map(({ name, status }) => [name, status])) };
}

test('a running server with its records is all right, and stays so', async () => {
  const setUp = await startSetUp();
  const values: Record<string, string> = { ...(await valuesOf(setUp)), DATA_DIR: await freshDataDir() };
  if (testServer) values.DATABASE_URL = await freshServerUrl();
  await keepRecords(values, setUp.staff.groupId);
  const readable = {
    database: 'right',
    migrations: 'right',
    'encryption key': 'right',
    'admin chat': 'right',
  };
  expect(await statuses(setUp, { ...values, PORT: '0' })).toMatchObject({ exitCode: 0, ...readable });

  const server = await startListening({ ...values, PORT: '0' });
  setUp.simulator.webhookUrl = `${server.origin}/webhook`;
  Object.assign(values, { PORT: new URL(server.origin).port, PUBLIC_URL: server.origin });
  expect(await statuses(setUp, values)).toMatchObject({
    exitCode: 0,
    server: 'right',
    'webhook reachable': 'right',
    'channel secret': 'right',
    'rich menu': 'right',
    // The embedded engine has room for one process: then the server tells how it stands.
    ...readable,
    'clock of the database': 'right',
    'Zoom rooms': 'right',
  });
  await server.stop();
});

async function keepRecords(values: Record<string, string>, chatId: string): Promise<void> {
  const { prisma, sealer, close } = await openDatabase({
    url: values.DATABASE_URL,
    dataDir: values.DATA_DIR ?? '',
    keys: [testKey],
    controlClock: false,
    log: quietLog,
  });
  const now = new Date();
  await prisma.$transaction(async (tx) => {
    await enrol(tx, chatId, now);
    await putMember(tx, sealer, `U${'1'.repeat(32)}`, '鈴木', now);
    const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
    await putRoom(tx, sealer, { name: '相談室A', numbers, newId: uuidv7() }, now);
  });
  await close();
}
