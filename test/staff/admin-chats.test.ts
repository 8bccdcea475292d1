import { addHours } from 'date-fns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import {
  adminChats,
  enrol,
  findMember,
  isAdminChat,
  leaveAdminChat,
  putMember,
  staffChats,
} from '../../src/records/admin-chats.ts';
import { giveUpAdminChat } from '../../src/records/give-up.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-25T01:00:00Z');
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);

test('news goes to every enrolled chat in the order in which they came, none that was left', async () => {
  await inTurn((tx) => enrol(tx, 'C2', now));
  await inTurn((tx) => enrol(tx, 'C1', addHours(now, 1)));
  await inTurn((tx) => enrol(tx, 'C3', addHours(now, 2)));
  await inTurn((tx) => leaveAdminChat(tx, 'C1', addHours(now, 3)));
  expect(await inTurn(adminChats)).toEqual(['C2', 'C3']);
  const are = ['C1', 'C3', 'C-none'].map((chat) => inTurn((tx) => isAdminChat(tx, chat)));
  expect(await Promise.all(are)).toEqual([false, true, false]);
});

test('who hears news is read once in a transaction, and anew when a chat is enrolled or goes in it', async () => {
  await inTurn(async (tx) => {
    await enrol(tx, 'C7', addHours(now, 4));
    const idsOf = async () => (await staffChats(tx)).map(({ chatId }) => chatId);
    const before = await idsOf();
    expect(before).toContain('C7');
    expect(staffChats(tx)).toBe(staffChats(tx));
    await enrol(tx, 'C8', addHours(now, 5));
    expect(await idsOf()).toEqual([...before, 'C8']);
    await leaveAdminChat(tx, 'C7', addHours(now, 6));
    await leaveAdminChat(tx, 'C8', addHours(now, 6));
    expect(await idsOf()).toEqual(before.filter((chat) => chat !== 'C7'));
  });
});

test('a chat that was left and enrolled again counts from then on', async () => {
  await inTurn((tx) => enrol(tx, 'D1', now));
  await inTurn((tx) => leaveAdminChat(tx, 'D1', addHours(now, 1)));
  await inTurn((tx) => leaveAdminChat(tx, 'D1', addHours(now, 2)));
  expect(await database.prisma.adminChat.findUnique({ where: { chatId: 'D1' } })).toMatchObject({
    leftAt: addHours(now, 1),
  });
  await inTurn((tx) => enrol(tx, 'D1', addHours(now, 3)));
  expect(await database.prisma.adminChat.findUnique({ where: { chatId: 'D1' } })).toMatchObject({
    chatId: 'D1',
    enrolledAt: addHours(now, 3),
    leftAt: null,
  });
});

test('of two admin chats that are left at the same moment one is the last: one code is made', async () => {
  await database.prisma.adminChat.deleteMany();
  for (const chatId of ['F1', 'F2', 'F3']) await inTurn((tx) => enrol(tx, chatId, now));
  const parts = { now, sealer: database.sealer, randomInt: () => 12_345_678 };
  const left = await Promise.all(
    ['F1', 'F2', 'F3', 'F3'].map((chatId) => inTurn((tx) => giveUpAdminChat(tx, chatId, parts))),
  );
  expect(left.map((one) => one?.left).toSorted()).toEqual([0, 1, 2, undefined]);
  expect(left.filter((one) => one?.code !== undefined)).toHaveLength(1);
});

test('leaving a chat that was never enrolled is nothing', async () => {
  await inTurn((tx) => leaveAdminChat(tx, 'E1', now));
  expect(await database.prisma.adminChat.findUnique({ where: { chatId: 'E1' } })).toBeNull();
});

test('a member of the staff is known by the LINE id, under the newest name, which lies sealed', async () => {
  expect(await inTurn((tx) => findMember(tx, database.sealer, 'U1'))).toBeNull();
  const first = await inTurn((tx) => putMember(tx, database.sealer, 'U1', '鈴木', now));
  const renamed = await inTurn((tx) =>
    putMember(tx, database.sealer, 'U1', '高橋(旧姓 鈴木)', addHours(now, 1)),
  );
  expect(renamed).toEqual({ id: first.id, name: '高橋(旧姓 鈴木)' });
  expect(await inTurn((tx) => findMember(tx, database.sealer, 'U1'))).toEqual(renamed);
  const row = await database.prisma.staffMember.findUniqueOrThrow({ where: { lineUserId: 'U1' } });
  expect(row.seenAt).toEqual(addHours(now, 1));
  expect(Buffer.from(row.name).includes('高橋')).toBe(false);
});
