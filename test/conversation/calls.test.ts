// What LINE did not bring: it stands for staff until it was told or sent again, as the booking is by then.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { anyQuota, type PushQuota } from '../../src/outbox/promised-push.ts';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let group: Visitor;
let quota: PushQuota = anyQuota;
let met = 0;
const day = 24 * 60;

beforeAll(async () => {
  counter = await openCounter({ quota: () => quota });
  group = counter.visitor('C-calls', 'group', 'U-clerk');
  await counter.prisma.adminChat.create({ data: { chatId: group.chatId, enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.database.close());

beforeEach(async () => {
  await counter.prisma.call.deleteMany();
  await counter.prisma.pageLink.deleteMany();
});

const record = (lost: Omit<Parameters<typeof recordUndelivered>[0], 'id'>, id = uuidv7()) => {
  const { database, clock, services } = counter;
  const line = { isIn: async () => ({ kind: 'unreached' }), info: async () => ({ kind: 'unreached' }) };
  return recordUndelivered({ id, ...lost }, { database, services, clock, log: quietLog, line });
};

/** Her booking, and a message about it that did not arrive. */
async function missed(about: string, reason: string, changes: Parameters<typeof putBooking>[3] = {}) {
  met += 1;
  const hanako = counter.visitor(`U-missed-${met}`);
  await hanako.follows();
  const booking = await putBooking(counter, hanako, (met + 2) * day, changes);
  const id = uuidv7();
  const { clock, prisma } = counter;
  const madeAt = clock.now().getTime();
  await record({ chatId: hanako.chatId, about, reason, booking: booking.id, madeAt }, id);
  await hanako.news();
  const press = async (event: 'call.told' | 'call.resent' | 'call.away', by: Visitor = group) => {
    const away = event === 'call.away' ? { tries: String((await row()).tries) } : {};
    return by.taps({ event, call: id, ...away });
  };
  const row = () => prisma.call.findUniqueOrThrow({ where: { id } });
  const steps = async () =>
    (await prisma.callStep.findMany({ where: { callId: id }, orderBy: { id: 'asc' } })).map(
      ({ event, chatId, staffId }) => [event, chatId, staffId !== null],
    );
  const card = () => group.taps({ event: 'call.asked', call: id });
  const arrived = async () => textOf(await hanako.news());
  return { hanako, booking, id, press, row, steps, card, arrived };
}
const later = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));

describe('what did not arrive', () => {
  test('comes with the answer to the next word, once a day, and with お電話', async () => {
    await missed('confirmed', 'quota');
    const answer = await group.says('おはようございます');
    expect(answer).toContain('お電話 1件');
    expect(answer).toContain('確定をお伝えできていません(上限)');
    expect(await group.says('今日もよろしく')).toBe('');
    expect(await group.says('お電話')).toContain('浜名 花子');
    await later(day);
    expect(await group.says('おはようございます')).toContain('お電話 1件');
  });

  test('opens from its line as a card: what to tell, why, whose, and what can be done', async () => {
    const { booking } = await missed('confirmed', 'quota');
    await group.says('お電話');
    const card = await group.presses('浜名 花子');
    const parts = ['予約が確定したこと', '送信数が上限', receiptOf(booking), '浜名 花子', '090-****-5678'];
    for (const part of [...parts, '[電話のページ]', '[伝えた]', '[留守]', '[LINEで送り直す]'])
      expect(card).toContain(part);
  });

  test.each([
    ['confirmed', '予約が確定しました'],
    ['reminder', 'もうすぐ相談の日です'],
    ['answer', '予約は確定しています'],
  ])('(%s) is sent again as the booking is now', async (about, words) => {
    const { press, arrived } = await missed(about, 'quota');
    expect(await press('call.resent')).toContain('送り直しを始めました');
    expect(await arrived()).toContain(words);
  });

  test.each([
    ['confirmed', 'cancelled'],
    ['confirmed', 'declined'],
    ['reminder', 'cancelled'],
    ['declined', 'requested'],
    ['expired', 'confirmed'],
  ] as const)('(%s) is not sent again when the booking is %s by now, and stands on', async (about, state) => {
    const { booking, press, card, arrived } = await missed(about, 'quota');
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { state } });
    const shown = await card();
    expect(shown).not.toContain('[LINEで送り直す]');
    expect(shown).toContain('予約の状態が変わったか');
    expect(await press('call.resent')).toContain('送り直せません');
    expect(await arrived()).toBe('');
    expect(await press('call.told')).toContain('記録しました');
  });

  test('is not sent again to somebody who blocks the account, and may be once that is over', async () => {
    const { hanako, press, card, arrived } = await missed('confirmed', 'blocked');
    const block = (blockedAt: Date | null) =>
      counter.prisma.person.update({ where: { chatId: hanako.chatId }, data: { blockedAt } });
    await block(new Date());
    expect(await card()).toMatch(/ブロック中で、LINEでは送り直せません(?![\s\S]*LINEで送り直す)/);
    expect(await press('call.resent')).toContain('ブロック中');
    expect(await arrived()).toBe('');
    await block(null);
    await later(1);
    expect(await card()).toContain('[LINEで送り直す]');
    expect(await press('call.resent')).toContain('送り直しを始めました');
  });

  test('is not sent again while LINE says that nothing is left this month', async () => {
    const { press, card, arrived, row } = await missed('confirmed', 'quota');
    quota = { ...anyQuota, suffices: () => false };
    expect(await card()).toMatch(/いまは送り直せません(?![\s\S]*LINEで送り直す)/);
    expect(await press('call.resent')).toContain('送信数が上限');
    expect([await arrived(), (await row()).state]).toEqual(['', 'open']);
    quota = anyQuota;
    await later(1);
    expect(await card()).toContain('[LINEで送り直す]');
    expect(await press('call.resent')).toContain('送り直しを始めました');
    expect(await arrived()).toContain('予約が確定しました');
  });

  test('is closed by one of six who press at once in six chats; the others learn who it was, when and how', async () => {
    const { id, steps } = await missed('confirmed', 'quota');
    const chats = Array.from({ length: 6 }, (_, n) => counter.visitor(`C-six-${n}`, 'group', `U-clerk-${n}`));
    const enrolledAt = counter.clock.now();
    await counter.prisma.adminChat.createMany({ data: chats.map(({ chatId }) => ({ chatId, enrolledAt })) });
    await Promise.all(
      chats.map((chat, n) =>
        counter.hear(
          chat.event({ type: 'tap', tap: { event: n % 2 ? 'call.told' : 'call.resent', call: id } }),
        ),
      ),
    );
    const answers = await Promise.all(chats.map(async (chat) => textOf(await chat.news())));
    expect(answers.filter((text) => /記録しました|送り直しを始めました/.test(text))).toHaveLength(1);
    const second = /職員\dさんが\d+:\d\dに「(?:伝えた|LINEで送り直す)」を押しました/;
    expect(answers.filter((text) => second.test(text))).toHaveLength(5);
    expect(await steps()).toHaveLength(1);
    await counter.prisma.adminChat.deleteMany({ where: { chatId: { startsWith: 'C-six' } } });
  });

  test('is shown again when the answer that showed it was lost itself', async () => {
    const { row } = await missed('confirmed', 'quota');
    expect(await group.says('どうでしょう')).toContain('お電話 1件');
    const madeAt = (await row()).shownAt?.getTime() ?? 0;
    await record({ chatId: group.chatId, about: 'answer', reason: 'unknown', madeAt });
    expect(await group.says('どうでしょう')).toContain('お電話 1件');
  });
});

test('電話のページ is an address that names its booking and nobody, and is asked for on record', async () => {
  const { id, booking, steps } = await missed('confirmed', 'quota');
  const answer = await group.taps({ event: 'call.page', call: id });
  expect(answer).toContain(receiptOf(booking));
  expect(answer).not.toContain('浜名');
  const [sent] = (await counter.sentTo(group.chatId)).slice(-1);
  expect(JSON.stringify(sent?.messages)).toMatch(/"link":"https:\/\/counter\.example\/call\/[\w-]{43}"/);
  expect(await steps()).toEqual([['asked', group.chatId, true]]);
  expect(await stepsOf(counter, booking.id)).toEqual(['contactAsked']);
});

describe('留守', () => {
  test('hides it for two hours, is counted, and neither sends nor closes anything', async () => {
    const { press, card, arrived, row, steps } = await missed('confirmed', 'quota');
    expect(await press('call.away')).toContain('留守を記録しました。\n12:');
    expect(await group.says('お電話')).toMatch(
      /お伝えすることはありません。\nほかに留守の1件は、12:\d\dから出ます/,
    );
    expect(await group.says('今日')).toContain('お電話 0');
    expect(await card()).toMatch(/留守[\s\S]*1回/);
    await later(119);
    expect(await group.says('どうも')).toBe('');
    await later(2);
    // By itself, with the next word: it was shown today, but that was before nobody answered.
    const answer = await group.says('どうも');
    expect(answer).toContain('お電話 1件');
    expect(answer).toContain('留守1回');
    expect(await press('call.away')).toContain('留守を記録しました');
    expect(await row()).toMatchObject({ state: 'open', tries: 2 });
    expect(await steps()).toEqual([
      ['away', group.chatId, true],
      ['away', group.chatId, true],
    ]);
    expect(await arrived()).toBe('');
  });

  test('pressed on the same card by two counts once: the second learns who it was and when it comes back', async () => {
    const { id, row } = await missed('confirmed', 'quota');
    const other = counter.visitor('C-other', 'group', 'U-other-7');
    const enrolledAt = counter.clock.now();
    await counter.prisma.adminChat.create({ data: { chatId: other.chatId, enrolledAt } });
    const tap = { event: 'call.away', call: id, tries: '0' };
    expect(await group.taps(tap)).toContain('留守を記録しました');
    expect(await other.taps(tap)).toMatch(
      /職員kさんが\d+:\d\dに「留守」を押しました。\n\d+:\d\dから、また出ます/,
    );
    expect((await row()).tries).toBe(1);
    await counter.prisma.adminChat.delete({ where: { chatId: other.chatId } });
  });

  test('after 伝えた, and 伝えた after that, say who has told and when', async () => {
    const { press, row } = await missed('confirmed', 'quota');
    expect(await press('call.told')).toContain('伝えたことを記録しました');
    for (const event of ['call.away', 'call.resent'] as const)
      expect(await press(event)).toMatch(/^職員kさんが\d+:\d\dに「伝えた」を押しました。$/);
    expect(await row()).toMatchObject({ state: 'told', tries: 0, closedAt: expect.any(Date) });
  });

  test('before it those told come first whose time has come for longest', async () => {
    const [first, second] = [await missed('confirmed', 'quota'), await missed('declined', 'quota')];
    const order = async () => {
      const list = await group.says('お電話');
      return list.indexOf('確定をお伝え') < list.indexOf('お断りをお伝え');
    };
    expect(await order()).toBe(true);
    await first.press('call.away');
    await later(121);
    expect(await order()).toBe(false);
    await second.press('call.told');
  });
});

test('A button of a call does nothing outside the admin chat', async () => {
  const { hanako, id, row } = await missed('confirmed', 'quota');
  for (const event of ['call.told', 'call.away', 'call.page', 'call.asked'])
    await hanako.taps({ event, call: id, tries: '0' });
  expect(await row()).toMatchObject({ state: 'open', tries: 0 });
  expect(await counter.prisma.pageLink.count()).toBe(0);
});

test('A forged button names a call that is not on record, and says so', async () => {
  for (const event of ['call.told', 'call.away', 'call.page', 'call.asked', 'call.resent'])
    expect(await group.taps({ event, call: uuidv7(), tries: '0' })).toContain('記録にありません');
});
