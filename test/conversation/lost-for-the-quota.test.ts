// Every kind of message that a person must get, lost because the month's messages were used up: it stands in お電話, over the end of
// the month too, goes out by nobody but a clerk, and then says what is true.
import { addDays } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayOf, instant } from '../../src/core/jst.ts';
import type { BookingState } from '../../src/db/generated/client.ts';
import { type CalledKind, toPerson } from '../../src/messages/kinds.ts';
import { anyQuota, type PushQuota } from '../../src/outbox/promised-push.ts';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

const nothingLeft: PushQuota = { ...anyQuota, suffices: () => false, left: () => 0 };
let counter: Counter;
let group: Visitor;
let quota: PushQuota = anyQuota;
let met = 0;
beforeAll(async () => {
  counter = await openCounter({ quota: () => quota });
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
  group = counter.visitor('C-lost', 'group', 'U-clerk');
  await counter.prisma.adminChat.create({ data: { chatId: group.chatId, enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(() => counter.prisma.call.deleteMany());

/** In which state its booking is, and what it says when it is sent again. */
const lost = {
  confirmed: ['confirmed', '予約が確定しました'],
  numbersChanged: ['confirmed', 'ミーティングIDが変わりました'],
  declined: ['declined', 'お受けできませんでした'],
  cancelled: ['cancelled', 'キャンセルしました'],
  moved: ['confirmed', '予約の日時が変わりました'],
  wishRefused: ['confirmed', 'ご希望の日時には変えられませんでした'],
  wishLapsed: ['confirmed', '日時の変更について、お返事できませんでした'],
  expired: ['expired', '申し訳ありません'],
  readmitted: ['requested', 'もう一度お受けしています'],
  offered: ['proposed', '日時を調整しています'],
  offerRecalled: ['requested', '先ほどの別の日時のご案内は、取り下げました'],
  offerLapsed: ['expired', '日時のご案内が終わりました'],
  reminder: ['confirmed', 'もうすぐ相談の日です'],
  receipt: ['requested', 'まだ確定していません'],
} as const satisfies Record<CalledKind, readonly [BookingState, string]>;

test('are all that a person must get', () => {
  const called = Object.entries(toPerson).filter(([, becomes]) => becomes === 'call');
  expect(Object.keys(lost).sort()).toEqual(called.map(([kind]) => kind).sort());
});

test.each(Object.entries(lost))('%s', async (about, [state, words]) => {
  met += 1;
  const hanako = counter.visitor(`U-lost-${met}`);
  await hanako.follows();
  const { id: booking } = await putBooking(counter, hanako, 60 * 24 * 60 + met, { state });
  const { database, services, clock } = counter;
  const line = {
    isIn: async () => ({ kind: 'unreached' as const }),
    info: async () => ({ kind: 'unreached' as const }),
  };
  quota = nothingLeft;
  const what = { chatId: hanako.chatId, about, reason: 'quota', booking, madeAt: clock.now().getTime() };
  await recordUndelivered({ id: uuidv7(), ...what }, { database, services, clock, log: quietLog, line });
  await hanako.news();
  const before = await group.says('お電話');
  expect(before).toContain('浜名 花子');
  expect(before).toContain('(上限)');
  expect(await group.presses('浜名 花子')).not.toContain('[LINEで送り直す]');
  // Another month: there are messages again.
  const [year = '', month = ''] = dayOf(clock.now()).split('-');
  await clock.moveTo(instant(dayOf(new Date(Date.UTC(Number(year), Number(month), 1, 3))), '12:00'));
  quota = anyQuota;
  expect(await hanako.news()).toEqual([]);
  expect(await group.says('お電話')).toContain('浜名 花子');
  await clock.moveTo(addDays(clock.now(), 1));
  expect(await hanako.news()).toEqual([]);
  await group.says('お電話');
  await group.presses('浜名 花子');
  await group.presses('LINEで送り直す');
  expect(textOf(await hanako.news())).toContain(words);
  await clock.moveTo(addDays(clock.now(), 1));
  expect(await group.says('お電話')).toContain('お電話でお伝えすることはありません');
});
