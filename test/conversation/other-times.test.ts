// The office could not: beside the bad news stand the free times nearest to the one that was agreed on, and one press asks for one.
import { beforeEach, expect, test } from 'vitest';
import { dayOf, timeOf } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { expire } from '../../src/timers/expire.ts';
import { fillIn, textOf, type Visitor } from './counter.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

let hanako: Visitor;
let visitors = 0;
openWithRooms();
beforeEach(async () => {
  visitors += 1;
  hanako = counter.visitor(`U-times-${visitors}`);
});

const offered = (said: string): string[] =>
  [...said.matchAll(/\[(\d+月\d+日\(.\) \d+:\d\d)\]/g)].map(([, label = '']) => label);
const booking = () => counter.prisma.booking.findFirstOrThrow({ orderBy: { id: 'desc' } });

/** Through the form; confirmed by staff in a room, and told. */
async function isConfirmed(): Promise<void> {
  await office.room('相談室A');
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  await office.first.presses('確定する(相談室A)');
  await counter.minutePasses();
  await hanako.news();
}
/** What comes a minute later. */
async function toldAfter(...labels: string[]): Promise<string> {
  await office.first.says(await receipt());
  for (const label of labels) await office.first.presses(label);
  await counter.minutePasses();
  return textOf(await hanako.news());
}
const receipt = async () => String((await booking()).number).padStart(4, '0');

test.each(['相談員の都合', '機器の都合'])(
  'Cancelled for 「%s」 it offers three times, and one press leads to the last look without asking for the day',
  async (reason) => {
    await isConfirmed();
    const { startsAt } = await booking();
    const said = await toldAfter('キャンセル', reason);
    const times = offered(said);
    expect(times).toHaveLength(3);
    // What cannot be is not offered again, nor what touches it.
    expect(times).not.toContain(`${dayText(dayOf(startsAt))} ${timeOf(startsAt).replace(/^0/, '')}`);
    expect(said).toContain('いま空いている日時です');
    const [first = ''] = times;
    expect(await hanako.presses(first)).toContain('前回の登録を使いますか');
    expect(await hanako.presses('この登録で申し込む')).toContain('はい、この日時で');
    expect(await hanako.presses('はい、この日時で')).toContain('この内容で申し込む');
    expect(await hanako.presses('この内容で申し込む')).toContain('申し込みを受け付けました');
    expect(await counter.prisma.booking.count({ where: { state: 'requested' } })).toBe(1);
  },
);

test('Pressed in the middle of the form, each takes the place of the one before', async () => {
  await isConfirmed();
  const [first = '', second = '', third = ''] = offered(await toldAfter('キャンセル', '相談員の都合'));
  await hanako.says('相談を申し込む');
  const named = (label: string) => label.replace(' ', '');
  const early = await hanako.presses(first);
  expect(early).toContain(`${named(first)}のご希望ですね`);
  expect(early).toContain('前回の登録を使いますか');
  const isSaidBack = (said: string, label: string) => {
    for (const part of [...label.split(' '), 'はい、この日時で']) expect(said).toContain(part);
    expect(said).not.toContain('入力の途中です');
  };
  isSaidBack(await hanako.presses('この登録で申し込む'), first);
  isSaidBack(await hanako.presses(second), second);
  await hanako.presses('はい、この日時で');
  isSaidBack(await hanako.presses(third), third);
  expect(await hanako.presses('はい、この日時で')).toContain('この内容で申し込む');
  await hanako.presses('この内容で申し込む');
  const { startsAt } = await booking();
  expect(`${dayText(dayOf(startsAt))} ${timeOf(startsAt).replace(/^0/, '')}`).toBe(third);
});

test.each(['ご本人から', '重複'])('Cancelled for 「%s」 it offers none', async (reason) => {
  await isConfirmed();
  expect(offered(await toldAfter('キャンセル', reason))).toEqual([]);
});

test.each([
  ['日時の都合がつかない', 3],
  ['窓口でお受けする', 0],
  ['利用条件に合わない', 0],
] as const)('Declined for 「%s」 it offers %s', async (reason, count) => {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  await hanako.news();
  expect(offered(await toldAfter('お断りする', reason))).toHaveLength(count);
});

test('A time that somebody took meanwhile is said to be gone, with what is free; with a booking of her own she is shown that', async () => {
  await isConfirmed();
  const [first = '', second = ''] = offered(await toldAfter('キャンセル', '相談員の都合'));
  const tap = await hanako.tapOf(first);
  const { counsellors } = counter.office.consultation;
  for (let n = 0; n < counsellors; n += 1) {
    const other = await office.request(24 * 60 * (3 + n));
    const startsAt = new Date(`${tap.day}T${tap.time}:00+09:00`);
    const data = { startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000), counsellor: n };
    await counter.prisma.booking.update({ where: { id: other.id }, data });
  }
  await hanako.taps(tap);
  expect(await hanako.presses('この登録で申し込む')).toContain('空きがありません');
  await hanako.presses('やめる');
  await hanako.presses(second);
  await hanako.presses('この登録で申し込む');
  await hanako.presses('はい、この日時で');
  await hanako.presses('この内容で申し込む');
  const answer = await hanako.taps(tap);
  expect(answer).toContain('この日時では申し込んでいません');
  expect(answer).toContain('申し込みを受け付けています');
});

test('Nothing is offered to somebody who is to telephone (R-24)', async () => {
  await isConfirmed();
  const { personId } = await booking();
  const data = { suspendedReason: 'noShows', suspendedUntil: null };
  await counter.prisma.person.update({ where: { id: personId }, data });
  expect(offered(await toldAfter('キャンセル', '相談員の都合'))).toEqual([]);
});

test('A forged time asks for nothing', async () => {
  await hanako.follows();
  for (const time of ['25:00', '10:07', '99:99', '']) {
    const answer = await hanako.taps({ event: 'slot.wanted', day: '2026-12-10', time });
    expect(answer).not.toContain('はい、この日時で');
  }
  expect(await counter.prisma.booking.count()).toBe(0);
});

test('Nobody answered in time: three times are offered beside the apology', async () => {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  const { id, startsAt } = await booking();
  await hanako.news();
  const at = new Date(startsAt.getTime() - 12 * 3_600_000);
  const { queue, clock, services, prisma } = { ...counter, queue: counter.database.queue };
  await clock.moveTo(at);
  const outgoing = await prisma.$transaction((tx) => expire(tx, id, { ...services, now: at }));
  await queue.transaction((tx) => queue.put('outbox', outboxJobs(outgoing, services, at), tx));
  expect(offered(textOf(await hanako.news()))).toHaveLength(3);
});
