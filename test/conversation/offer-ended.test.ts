// Other times that staff proposed come to an end: nobody took one in time, or staff decide otherwise. Nobody hears of it twice.
import { beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, dayOf } from '../../src/core/jst.ts';
import { expire } from '../../src/timers/expire.ts';
import { textOf } from './counter.ts';
import { ends, fires, kindsFor, later, offerOf, proposed, takes } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);
beforeEach(async () => {
  await counter.prisma.closure.deleteMany();
});

test('What is agreed on and moved by staff ends the proposal; its person hears of the move alone', async () => {
  const booking = await office.confirmed(later, null);
  await proposed(booking);
  await office.first.says(booking.receipt);
  const days = await office.first.presses('日時を変える');
  await office.first.presses([...days.matchAll(/\[(\d+月\d+日\(.\))\]/g)][0]?.[1] ?? '');
  await office.first.presses('15:00');
  await office.first.presses('変える');
  await counter.minutePasses();
  expect((await booking.person.news()).map(({ about }) => about)).toEqual(['moved']);
  expect(await kindsFor(booking.id)).toEqual(['booking']);
  expect(await counter.prisma.offer.count()).toBe(0);
});

test('A move that is taken back leaves the proposal, and its first time held', async () => {
  const booking = await office.confirmed(later, null);
  await proposed(booking);
  await office.first.says(booking.receipt);
  const days = await office.first.presses('日時を変える');
  await office.first.presses([...days.matchAll(/\[(\d+月\d+日\(.\))\]/g)][0]?.[1] ?? '');
  await office.first.presses('15:00');
  await office.first.presses('変える');
  await office.second.presses('取り消す');
  expect(await kindsFor(booking.id)).toEqual(['booking', 'offer']);
  expect(await takes(booking)).toContain('予約の日時が変わりました');
});

describe('At its end', () => {
  test('what is agreed on stands, its person hears so once, and staff with their next word', async () => {
    const booking = await office.confirmed(later, null);
    await proposed(booking);
    const { until } = await offerOf(booking.id);
    for (const now of [addMinutes(until, -1), until, addMinutes(until, 600)]) await ends(booking, now);
    const news = await booking.person.news();
    expect(news.map(({ about }) => about)).toEqual(['offerLapsed']);
    expect(textOf(news)).toContain('いまの予約は、そのままです');
    expect(await kindsFor(booking.id)).toEqual(['booking']);
    expect(await office.first.says('おはよう')).toContain('期限までに選ばれませんでした');
  });

  test('a request is over, with free times for another one', async () => {
    const request = await office.request(later);
    await proposed(request);
    await ends(request, (await offerOf(request.id)).until);
    const said = textOf(await request.person.news());
    expect(said).toContain('日時のご案内が終わりました');
    expect(said).toMatch(/\[\d+月\d+日\(.\) \d+:\d\d\]/);
    expect((await request.now()).state).toBe('expired');
    const looked = await request.person.says('予約を見る');
    expect(looked).toContain('お選びいただく期限がすぎました');
    expect(looked).not.toContain('お返事できませんでした');
    expect(await kindsFor(request.id)).toEqual([]);
  });

  test('that comes while staff have declined it a moment ago changes nothing', async () => {
    const request = await office.request(later);
    await proposed(request);
    const { until } = await offerOf(request.id);
    await office.first.says(request.receipt);
    await office.first.presses('お断りする');
    await office.first.presses('日時の都合がつかない');
    await ends(request, until);
    expect((await request.now()).state).toBe('declined');
    await office.second.presses('取り消す');
    expect((await request.now()).state).toBe('proposed');
    expect(await kindsFor(request.id)).toEqual(['booking', 'offer']);
  });
});

test('Declined while times are proposed, its person hears of the refusal alone', async () => {
  const request = await office.request(later);
  await proposed(request);
  await office.first.says(request.receipt);
  await office.first.presses('お断りする');
  await office.first.presses('日時の都合がつかない');
  await counter.minutePasses();
  expect((await request.person.news()).map(({ about }) => about)).toEqual(['declined']);
  expect(await kindsFor(request.id)).toEqual([]);
  expect(await counter.prisma.offer.count()).toBe(0);
});

test('提案を取り下げる is told a minute later; taken back, the times can be chosen as before', async () => {
  const request = await office.request(later);
  await proposed(request);
  await office.first.says(request.receipt);
  await office.first.presses('提案を取り下げる');
  expect((await request.now()).state).toBe('requested');
  expect(await office.second.presses('取り消す')).toContain('[提案を取り下げる]');
  expect(await kindsFor(request.id)).toEqual(['booking', 'offer']);
  await office.later();
  await office.first.presses('提案を取り下げる');
  await counter.minutePasses();
  expect(textOf(await request.person.news())).toContain('先ほどの別の日時のご案内は、取り下げました');
  expect(await kindsFor(request.id)).toEqual(['booking']);
  expect(await request.person.presses('どれも合わない')).toContain('もう終わっています');
});

test('今日 and 承認待ち say what is held and proposed; 提案中 waits for nobody of the staff', async () => {
  const request = await office.request(later);
  await proposed(request);
  const pending = await office.first.says('承認待ち');
  expect(pending).toContain('承認待ち 0件');
  expect(pending).toMatch(/提案中・提案の期限 /);
  const [first] = (await offerOf(request.id)).starts;
  const [, month, day] = dayOf(first ?? new Date(0))
    .split('-')
    .map(Number);
  expect(await office.first.says(`${month}/${day}`)).toMatch(/提案中 \d+:\d\d/);
  expect(await office.first.says(`休業 ${month}/${day}`)).toMatch(/提案中 \d+:\d\d 浜名 花子/);
});

test('While times are proposed the old promise and its end do nothing; refused, the request has a promise and an end again', async () => {
  const request = await office.request(later);
  await proposed(request);
  await fires(addMinutes(request.startsAt, -60), (tx, at) => expire(tx, request.id, at));
  expect((await request.now()).state).toBe('proposed');
  await request.person.presses('どれも合わない');
  const { promisedBy } = await request.now();
  expect(promisedBy > counter.clock.now()).toBe(true);
  expect(promisedBy < request.startsAt).toBe(true);
  await fires(addMinutes(request.startsAt, -60), (tx, at) => expire(tx, request.id, at));
  expect((await request.now()).state).toBe('expired');
});

test('Pressed in time it counts though LINE brings it late; pressed too late it ends, whatever the timer does', async () => {
  const { clock } = counter;
  const request = await office.request(later);
  await proposed(request);
  const { starts, until } = await offerOf(request.id);
  const tap = { event: 'offer.taken', booking: request.id, at: String(starts[0]?.getTime()) };
  const inTime = request.person.event({ type: 'tap', tap });
  const other = await office.request(later + 60);
  await proposed(other);
  const late = { ...tap, booking: other.id, at: String((await offerOf(other.id)).starts[0]?.getTime()) };
  await clock.moveTo(addMinutes(until, 5));
  await counter.hear({ ...inTime, happenedAt: addMinutes(until, -1).getTime() });
  expect((await request.now()).startsAt).toEqual(starts[0]);
  expect(await other.person.taps(late)).toContain('もう終わっています');
  expect((await other.now()).state).toBe('expired');
});
