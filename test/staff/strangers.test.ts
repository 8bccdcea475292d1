// Whoever is no staff: every button and every command of theirs, from a one-to-one chat and from another group, changes nothing
// and tells nothing. Made from the tables, so that new ones are covered.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FactKind, staffTaps } from '../../flows/vocabulary.ts';
import { readTap } from '../../src/conversation/tap.ts';
import { dayOf } from '../../src/core/jst.ts';
import { staffCommandWords } from '../../src/messages/ja/staff-commands.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { staffMeaning } from '../../src/understanding/staff-words.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, type Visitor } from '../conversation/counter.ts';

let counter: Counter;
let booking: Awaited<ReturnType<typeof putBooking>>;
let room: string;
let call: string;
let closure: string;
beforeAll(async () => {
  counter = await openCounter();
  const { prisma, clock, database } = counter;
  const now = clock.now();
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: now } });
  const hanako = counter.visitor('U-hanako');
  await hanako.follows();
  booking = await putBooking(counter, hanako, -5);
  room = uuidv7();
  const numbers = { meetingId: '89876543210', passcode: 'himitsu1' };
  await prisma.$transaction((tx) =>
    putRoom(tx, database.sealer, { name: '相談室あかね', numbers, newId: room }, now),
  );
  call = uuidv7();
  const { personId, id: bookingId } = booking;
  const why = { about: 'confirmed', reason: 'blocked', createdAt: now, dueAt: now };
  await prisma.call.create({ data: { id: call, personId, bookingId, ...why } });
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  closure = (await prisma.closure.create({ data: { day, createdAt: now, counsellors: 1 } })).id;
});
afterAll(() => counter.close());

/** A button as it would be right: every row that it could name exists. */
function factOf(name: string, kind: FactKind): string[] {
  if (typeof kind !== 'string') return [...kind];
  const ids: Record<string, string> = { booking: booking.id, room, call, closure };
  const today = dayOf(counter.clock.now());
  const values: Partial<Record<string, string>> = {
    ...{ id: ids[name] ?? uuidv7(), version: name === 'tries' ? '0' : String(booking.version), page: '0' },
    ...{
      time: '10:00',
      day: today,
      chat: 'C1',
      at: String(counter.clock.now().getTime()),
      mark: 'mark',
      flag: '1',
    },
    ...{ part: 'all', count: '0', note: '', times: String(Date.parse('2026-12-10T01:00:00Z') / 60_000) },
  };
  const value = values[kind];
  if (value === undefined) throw new Error(`No button carries ${kind}`);
  return [value];
}

const everyTap = (): Record<string, string>[] =>
  Object.entries(staffTaps).flatMap(([event, { carries }]) =>
    Object.entries(carries as Record<string, FactKind>).reduce<Record<string, string>[]>(
      (taps, [name, kind]) =>
        taps.flatMap((tap) => factOf(name, kind).map((value) => ({ ...tap, [name]: value }))),
      [{ event }],
    ),
  );

const everyLine = (): string[] => {
  const receipt = `2611-${String(booking.number).padStart(4, '0')}`;
  return [
    ...Object.values(staffCommandWords).flatMap(({ send, also }) => [send, ...also.split(' ')]),
    ...['ヘルプ', '今日', '明日', '今週', '12/10', receipt, receipt.slice(5)],
    ...[
      `番号 ${receipt} 845 1111 2222 abcd12`,
      '会議室 追加 相談室B 845 1111 2222 abcd12',
      '会議室 削除 相談室あかね',
    ],
    ...['休業 12/10', '休業 一覧', '休業 解除 12/10', '12/10 1人', '通知 切', '通知 入'],
  ];
};

const records = async () => {
  const { prisma: p } = counter;
  return JSON.stringify(
    await Promise.all([
      ...[p.booking.findMany(), p.bookingStep.findMany(), p.adminChat.findMany(), p.call.findMany()],
      ...[p.callStep.findMany(), p.closure.findMany(), p.zoomRoom.findMany(), p.undelivered.findMany()],
      ...[
        p.enrolmentCode.findMany(),
        p.contactLink.findMany(),
        p.pageLink.findMany(),
        p.numbersDraft.findMany(),
      ],
      ...[p.slotUse.findMany(), p.undo.findMany(), p.offer.findMany(), p.staffMember.findMany()],
    ]),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );
};

const secret = /浜名|花子|あかね|8987654|himitsu|2611-|\d{4}-\d{4} |npm run|対応中|招待コード/;

test('the table and the words are all that staff have', () => {
  const taps = everyTap();
  expect(new Set(taps.map(({ event }) => event))).toEqual(new Set(Object.keys(staffTaps)));
  for (const tap of taps) expect(readTap(tap), tap.event).toBeDefined();
  for (const line of everyLine()) expect(staffMeaning(line, dayOf(counter.clock.now())), line).toBeDefined();
});

test.each([
  ['a one-to-one chat', () => counter.visitor('U-stranger')],
  ['another group', () => counter.visitor('C-other', 'group', 'U-stranger')],
] as const)('from %s they change nothing and tell nothing', async (_, open: () => Visitor) => {
  const stranger = open();
  if (stranger.chatId.startsWith('U')) await stranger.follows();
  const before = await records();
  const staffHeard = (await counter.sentTo('C1')).length;
  const answers: string[] = [];
  for (const tap of everyTap()) answers.push(await stranger.taps(tap));
  for (const line of everyLine()) answers.push(await stranger.says(line));
  expect(await records()).toBe(before);
  expect((await counter.sentTo('C1')).length).toBe(staffHeard);
  expect(answers.join('\n')).not.toMatch(secret);
  // A receipt number looks like a code: a group that is none of ours is told that it is no good.
  const others = answers.filter((answer) => !answer.startsWith('このコードは使えませんでした'));
  if (stranger.chatId.startsWith('C')) expect(others.join('')).toBe('');
});
