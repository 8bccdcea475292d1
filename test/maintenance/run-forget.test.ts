// `npm run forget -- RECEIPT`: a person goes, the counts stay.
import { addMinutes } from 'date-fns';
import { expect, test, vi } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { dayOf } from '../../src/core/jst.ts';
import { runForget } from '../../src/maintenance/run-forget.ts';
import { nobody } from '../../src/records/forget.ts';
import { fillIn, openCounter, textOf } from '../conversation/counter.ts';
import {
  contextInMemory as context,
  embeddedInMemory,
  open,
  server,
  type Where,
} from '../db/backup/places.ts';
import { freshServerUrl, testServer } from '../helpers/database.ts';
import { allRows } from '../privacy/all-records.ts';

vi.setConfig({ testTimeout: 60_000 });

const place = async (): Promise<Where> =>
  testServer ? server(await freshServerUrl()) : await embeddedInMemory();

async function inOffice<T>(
  where: Where,
  step: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  const database = await open(where);
  try {
    return await step(database);
  } finally {
    await database.close();
  }
}

/** A request of hers that she withdrew or not, and her receipt number. */
const requested = (where: Where, withdrawn: boolean) =>
  inOffice(where, async (database) => {
    const counter = await openCounter({ database });
    const hanako = counter.visitor('Uhanako');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    if (withdrawn) {
      await hanako.presses('申し込みを取り下げる');
      await hanako.presses('取り下げる');
    }
    const booking = await database.prisma.booking.findFirstOrThrow();
    await callsFor(database, 'C1', booking);
    return receiptOf(booking);
  });

type Office = Awaited<ReturnType<typeof open>>;

/** Somebody has to be told about this booking and about another thing; a page is open, and nobody answered. */
async function callsFor(
  { prisma, clock }: Pick<Office, 'prisma' | 'clock'>,
  chatId: string,
  { id, personId }: { id: string; personId: string },
  staffId: string | null = null,
): Promise<void> {
  const at = clock.now();
  for (const bookingId of [id, null]) {
    const call = { personId, bookingId, about: 'answer', reason: 'quota', createdAt: at, dueAt: at };
    const { id: callId } = await prisma.call.create({ data: call });
    await prisma.callStep.create({ data: { callId, at, event: 'away', chatId, staffId } });
    const page = { purpose: 'call', subject: callId, chatId, staffId, madeAt: at, expiresAt: at };
    await prisma.pageLink.create({ data: { tokenHash: callId, ...page } });
  }
}

test('nothing of her is left in any table, the booking keeps state and day, and she can begin anew', async () => {
  const where = await place();
  const receipt = await requested(where, true);
  const before = await inOffice(where, ({ prisma }) => prisma.booking.findFirstOrThrow());
  expect(await runForget(where, [receipt.replace('-', 'ー')], context)).toMatchObject({ exitCode: 0 });
  await inOffice(where, async (database) => {
    const rows = await allRows(database.prisma);
    expect(rows.filter((row) => row.includes('Uhanako'))).toEqual([]);
    expect(await database.prisma.booking.findFirstOrThrow()).toMatchObject({
      state: 'withdrawn',
      startsAt: before.startsAt,
      number: before.number,
      personId: nobody.id,
    });
    expect(await database.prisma.consent.count()).toBe(0);
    expect(rows.filter((row) => /^(?:Call|CallStep|PageLink) /.test(row))).toEqual([]);
    const counter = await openCounter({ database });
    const hanako = counter.visitor('Uhanako');
    await hanako.follows();
    expect(await hanako.presses('相談を申し込む')).toContain('同意');
    expect(textOf(await counter.sentTo('Uhanako'))).not.toContain('前回の登録');
  });
  const again = await runForget(where, [receipt], context);
  expect(again).toMatchObject({ exitCode: 0, words: expect.stringContaining('forgotten before') });
});

/** She withdrew, then had an admin chat of her own for a while, where she looked at another one's contact and decided. */
const wasStaff = (where: Where, isEnded: boolean) =>
  inOffice(where, async (database) => {
    const counter = await openCounter({ database });
    const { prisma, clock } = database;
    await prisma.adminChat.create({ data: { chatId: 'C-staff', enrolledAt: clock.now() } });
    const staffChat = counter.visitor('C-staff', 'group', 'U-clerk');
    const invitation = async (one: typeof staffChat) =>
      /\d{4}-\d{4}/.exec(await one.says('招待'))?.[0] ?? 'none';
    const later = () => clock.moveTo(addMinutes(clock.now(), 1));
    const hanako = counter.visitor('Uhanako');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const receipt = receiptOf(await prisma.booking.findFirstOrThrow());
    await hanako.presses('申し込みを取り下げる');
    await hanako.presses('取り下げる');
    await later();
    await hanako.says(`登録 ${await invitation(staffChat)}`);
    const momoko = counter.visitor('U-momoko');
    await fillIn(momoko, 'review');
    await momoko.presses('この内容で申し込む');
    await hanako.presses('連絡先を見る');
    await hanako.presses('お断りする');
    await hanako.presses('日時の都合がつかない');
    const ofMomoko = await prisma.booking.findFirstOrThrow({ where: { person: { chatId: 'U-momoko' } } });
    const clerk = await prisma.staffMember.findUnique({ where: { lineUserId: 'Uhanako' } });
    await callsFor(database, 'Uhanako', ofMomoko, clerk?.id ?? null);
    await later();
    const branch = counter.visitor('C-branch', 'group', 'U-clerk');
    await branch.says(await invitation(hanako));
    if (isEnded) {
      await staffChat.says('トーク一覧');
      const event = await prisma.adminChat.findUniqueOrThrow({ where: { chatId: 'Uhanako' } });
      const since = String(event.enrolledAt.getTime());
      await staffChat.taps({ event: 'chat.ended', chat: 'Uhanako', since, sure: '1' });
    }
    return receipt;
  });

test('nothing is left of one whose chat was an admin chat; what was decided there stays, as nobody’s', async () => {
  const where = await place();
  const receipt = await wasStaff(where, true);
  await inOffice(where, async ({ prisma }) => {
    const { id } = await prisma.staffMember.findUniqueOrThrow({ where: { lineUserId: 'Uhanako' } });
    const at = new Date();
    await prisma.closure.create({
      data: { day: at, createdAt: at, madeById: id, liftedAt: at, liftedById: id },
    });
  });
  const { words, exitCode } = await runForget(where, [receipt], context);
  expect([exitCode, words]).toEqual([0, expect.not.stringContaining('member of the staff')]);
  await inOffice(where, async ({ prisma }) => {
    expect((await allRows(prisma)).filter((row) => row.includes('Uhanako'))).toEqual([]);
    const chats = await prisma.adminChat.findMany({ orderBy: { chatId: 'asc' } });
    expect(chats.map(({ chatId, leftAt }) => [chatId, leftAt])).toEqual([
      ['C-branch', null],
      ['C-staff', null],
    ]);
    expect((await prisma.staffMember.findMany()).map(({ lineUserId }) => lineUserId)).toEqual(['U-clerk']);
    expect(await prisma.closure.findMany()).toEqual([
      expect.objectContaining({ madeById: null, liftedById: null, liftedAt: expect.any(Date) }),
    ]);
    expect([await prisma.contactLink.count(), await prisma.pageLink.count()]).toEqual([0, 0]);
    const called = await prisma.callStep.findMany();
    expect(called.map(({ event, chatId, staffId }) => [event, chatId, staffId])).toEqual(
      Array(2).fill(['away', nobody.chatId, null]),
    );
    const steps = await prisma.bookingStep.findMany({ where: { actor: 'staff' }, orderBy: { id: 'asc' } });
    expect(steps.map(({ event, chatId, staffId }) => [event, chatId, staffId])).toEqual([
      ['contactAsked', nobody.chatId, null],
      ['decline', nobody.chatId, null],
    ]);
  });
});

test('nothing is changed while the person’s chat is an admin chat, and it says what to do', async () => {
  const where = await place();
  const receipt = await wasStaff(where, false);
  const before = await inOffice(where, ({ prisma }) => allRows(prisma));
  const { words, exitCode } = await runForget(where, [receipt], context);
  expect([exitCode, words]).toEqual([1, expect.stringContaining('is an admin chat now')]);
  await inOffice(where, async ({ prisma }) => {
    const isOurs = (row: string) => /^(Person|AdminChat|StaffMember|Booking|BookingStep|Consent) /.test(row);
    expect((await allRows(prisma)).filter(isOurs)).toEqual(before.filter(isOurs));
  });
});

test('who has decided in a chat that is an admin chat now stays as staff, and it is said', async () => {
  const where = await place();
  const receipt = await wasStaff(where, true);
  await inOffice(where, async ({ prisma }) => {
    const { id: staffId } = await prisma.staffMember.findUniqueOrThrow({ where: { lineUserId: 'Uhanako' } });
    const decline = await prisma.bookingStep.findFirstOrThrow({ where: { event: 'decline' } });
    const { bookingId, to, at } = decline;
    await prisma.bookingStep.create({
      data: { bookingId, to, at, event: 'contactSeen', actor: 'staff', chatId: 'C-staff', staffId },
    });
    await prisma.closure.create({ data: { day: new Date('2026-12-01'), createdAt: at, madeById: staffId } });
  });
  const { words } = await runForget(where, [receipt], context);
  expect(words).toContain('As a member of the staff this person stays on record');
  await inOffice(where, async ({ prisma }) => {
    expect(await prisma.staffMember.count({ where: { lineUserId: 'Uhanako' } })).toBe(1);
    expect(await prisma.closure.count({ where: { madeBy: { lineUserId: 'Uhanako' } } })).toBe(1);
    expect(await prisma.adminChat.count({ where: { chatId: 'Uhanako' } })).toBe(0);
    expect(await prisma.person.count({ where: { chatId: 'Uhanako' } })).toBe(0);
  });
});

test('while a booking is open nothing is changed, and it says which one', async () => {
  const where = await place();
  const receipt = await requested(where, false);
  const { words, exitCode } = await runForget(where, [receipt], context);
  expect(words).toContain(`${receipt} of the same person is still open`);
  expect(exitCode).toBe(1);
  await inOffice(where, async ({ prisma }) =>
    expect(await prisma.person.findFirstOrThrow()).toMatchObject({
      chatId: 'Uhanako',
      name: expect.anything(),
    }),
  );
});

test('a number that is nobody’s, of another month or no receipt number changes nothing', async () => {
  const where = await place();
  const receipt = await requested(where, true);
  const month = dayOf(new Date()).startsWith('2026-01') ? '02' : '01';
  for (const wrong of ['2601-9999', `20${month}-${receipt.slice(5)}`])
    expect(await runForget(where, [wrong], context)).toMatchObject({
      exitCode: 1,
      words: expect.stringContaining('no booking with this receipt number'),
    });
  for (const args of [[], ['花子'], [receipt, receipt]])
    expect((await runForget(where, args, context)).exitCode).toBe(2);
  await inOffice(where, async ({ prisma }) => expect(await prisma.person.count()).toBe(1));
});
