// The account is out of its last admin chat: a code for the next at once, and nobody is promised what nobody will do.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookAtHealth } from '../../src/app/health.ts';
import { asDateColumn, dayOf } from '../../src/core/jst.ts';
import { codeForFirstStart } from '../../src/records/enrolment.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const phone = '053-454-1910';
const claims =
  /職員に伝えました|職員に届きます|伝えてあります|までに、このトークで|職員が確認します|伝えられます/;
const submit = 'この内容で申し込む';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
  const { prisma, database, clock } = counter;
  const room = { name: '相談室A', numbers, newId: uuidv7() };
  await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
});
afterAll(() => counter.close());

let turns = 0;
let hanako: Visitor;
let staff: Visitor;
beforeEach(async () => {
  turns += 1;
  hanako = counter.visitor(`U${turns}`);
  staff = counter.visitor(`C${turns}`, 'group', 'U-clerk-1');
  const { prisma, clock } = counter;
  await prisma.bookingStep.deleteMany();
  await prisma.booking.deleteMany();
  await prisma.adminChat.deleteMany();
  await prisma.adminChat.create({ data: { chatId: staff.chatId, enrolledAt: clock.now() } });
  counter.lines.length = 0;
});

const codesInLog = () =>
  counter.lines.flatMap(({ level, message }) =>
    level === 'warn' && message.includes('last admin chat') ? (message.match(/\d{4}-\d{4}$/) ?? []) : [],
  );
const problems = async () => (await lookAtHealth(counter.database, undefined)).problems;

describe('the account is removed', () => {
  test('from its last group: a code goes into the log at once, and enrols another one', async () => {
    expect(await problems()).toEqual([]);
    await staff.does({ type: 'left' });
    expect(await problems()).toEqual(['No admin chat is enrolled: nobody decides about requests.']);
    const [code = '', ...others] = codesInLog();
    expect(others).toEqual([]);
    const next = counter.visitor(`C-next-${turns}`, 'group', 'U-clerk-1');
    expect(await next.says(code)).toContain('職員用のトークになりました');
    expect(await problems()).toEqual([]);
  });

  test('from a one-to-one chat by a block: the same', async () => {
    await counter.prisma.adminChat.deleteMany();
    await counter.prisma.adminChat.create({
      data: { chatId: hanako.chatId, enrolledAt: counter.clock.now() },
    });
    await hanako.unfollows();
    expect(codesInLog()).toHaveLength(1);
  });

  test('from one of two: no code, for the other one decides', async () => {
    const data = { chatId: `C-other-${turns}`, enrolledAt: counter.clock.now() };
    await counter.prisma.adminChat.create({ data });
    await staff.does({ type: 'left' });
    expect(codesInLog()).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('from both at the same moment, or told twice: one code', async () => {
    const other = counter.visitor(`C-other-${turns}`, 'group');
    await counter.prisma.adminChat.create({
      data: { chatId: other.chatId, enrolledAt: counter.clock.now() },
    });
    await counter.hear(staff.event({ type: 'left' }), other.event({ type: 'left' }));
    await staff.does({ type: 'left' });
    expect(codesInLog()).toHaveLength(1);
  });

  test('long before the chat was enrolled again, told late: it stays', async () => {
    const late = { ...staff.event({ type: 'left' }), happenedAt: counter.clock.now().getTime() - 600_000 };
    await counter.hear(late);
    expect(codesInLog()).toEqual([]);
    expect(await problems()).toEqual([]);
  });
});

test('that messages run short is a problem in the body of /healthz, and nothing for a restart', async () => {
  const since = new Date('2026-12-01T00:00:00Z');
  const look = (kind: 'reserve' | 'usedUp') => lookAtHealth(counter.database, undefined, { kind, since });
  const [reserve, usedUp] = [await look('reserve'), await look('usedUp')];
  expect([reserve.healthy, usedUp.healthy]).toEqual([true, true]);
  expect(reserve.problems.join()).toMatch(/wait for a word in the admin chat, since 2026-12-01/);
  expect(usedUp.problems.join()).toMatch(/used up: nothing is pushed, since 2026-12-01/);
});

describe('while nobody decides', () => {
  test('the last look and the receipt say to call instead of a promise; a new admin chat sees the request', async () => {
    await staff.does({ type: 'left' });
    await fillIn(hanako, 'review');
    const look = await hanako.says('もう一度');
    const receipt = await hanako.presses(submit);
    const shown = await hanako.says('予約を見る');
    for (const said of [look, receipt, shown]) {
      expect(said).toContain('お電話ください');
      expect(said).toContain(phone);
      expect(said).not.toMatch(claims);
    }
    const next = counter.visitor(`C-next-${turns}`, 'group', 'U-clerk-1');
    expect(await next.says(codesInLog()[0] ?? '')).toContain('申込 花子');
    expect(await hanako.says('予約を見る')).toMatch(/までに、このトークで/);
  });

  test('a promise that was made before is not repeated', async () => {
    await fillIn(hanako, 'review');
    expect(await hanako.presses(submit)).toMatch(claims);
    await staff.does({ type: 'left' });
    const shown = await hanako.says('予約を見る');
    expect(shown).toContain('お電話ください');
    expect(shown).not.toMatch(claims);
  });

  test('no news of hers is said to be told; the next admin chat hears the newest, and what she tells again', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses(submit);
    await staff.presses('確定する(相談室A)');
    const { startsAt } = await counter.prisma.booking.findFirstOrThrow();
    await staff.does({ type: 'left' });
    const before = ['遅れます', '子どもが熱を出しました', '行けなくなりました'];
    for (const words of before) {
      const said = await hanako.says(words);
      expect(said, words).toContain('お電話ください');
      expect(said, words).not.toMatch(claims);
    }
    const told = await hanako.presses('行けないことを伝える');
    expect(told).toContain('お電話ください');
    await counter.clock.moveTo(addMinutes(startsAt, 2));
    for (const words of ['入れません', 'つながらない', 'もう少し待って', '入れない!!']) {
      const said = await hanako.says(words);
      expect(said, words).toContain(phone);
      expect(said, words).not.toMatch(claims);
    }
    expect(await hanako.sticker()).toContain('お電話ください');
    const { prisma, clock } = counter;
    const next = counter.visitor(`C-next-${turns}`, 'group', 'U-clerk-1');
    const code = await codeForFirstStart(counter.database, counter.services);
    const welcome = await next.says(code ?? '');
    expect(welcome).toContain('[連絡先を見る]');
    expect(welcome.match(/連絡の時刻/g)).toHaveLength(1);
    await next.does({ type: 'left' });
    await prisma.adminChat.updateMany({ data: { leftAt: null } });
    expect(clock.now() > startsAt).toBe(true);
    expect(await hanako.says('つながらない')).toContain('職員に伝えました');
    expect((await counter.sentTo(staff.chatId)).map(({ about }) => about)).toContain('trouble');
  });
});

describe('news that LINE would not be given now', () => {
  const day = () => asDateColumn(dayOf(counter.clock.now()));
  const tooMany = () =>
    counter.prisma.pushCount.create({
      data: { chatId: hanako.chatId, day: day(), count: 6, lastAt: counter.clock.now() },
    });
  const usedUp = () =>
    counter.prisma.undelivered.create({
      data: { id: uuidv7(), chatId: '', about: 'quota', reason: 'quota', at: counter.clock.now() },
    });
  beforeEach(async () => {
    await counter.prisma.pushCount.deleteMany();
    await counter.prisma.undelivered.deleteMany();
  });

  test.each([
    ['six a day are used up', tooMany],
    ["the month's messages are used up", usedUp],
  ])('is claimed by nobody when %s: she is told to call, and one card of a kind waits', async (_, cause) => {
    await hanako.follows();
    await putBooking(counter, hanako, -2);
    await cause();
    await staff.news();
    for (const text of ['zoom落ちた', 'また落ちた、zoomに入れません']) {
      const answer = await hanako.says(text);
      expect(answer).not.toMatch(claims);
      expect(answer).toContain('いま、LINEから職員に連絡がとれません');
      expect(answer).toContain(phone);
    }
    const cards = (await staff.news()).map(({ about }) => about);
    expect(cards.length).toBe(new Set(cards).size);
    expect(cards.length).toBeGreaterThan(0);
  });
});
