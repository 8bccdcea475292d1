// A person takes one of the times that staff proposed, or none: of many presses one counts, and each is answered with what is true.
import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../src/core/jst.ts';
import { textOf } from './counter.ts';
import { kindsFor, later, offerOf, proposed, sends, takes } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(1);

/** A press again within ten seconds is the same press. */
const again = (act: () => Promise<string>): Promise<string> => office.later().then(act);
const waiting = async () =>
  (await counter.prisma.undelivered.findMany({ where: { chatId: 'C1' } })).map(({ about }) => about);
/** Somebody else has that time. */
async function isTaken(startsAt: Date | undefined): Promise<void> {
  if (startsAt === undefined) throw new Error('There is no such time');
  const other = await office.request(later * 2);
  const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 0 };
  await counter.prisma.booking.update({ where: { id: other.id }, data });
}

describe('A time that is taken for a request', () => {
  test('is confirmed at once where a room is free, and the answer has its numbers', async () => {
    const roomId = await office.room('相談室A');
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    const answer = await takes(request);
    expect(answer).toContain('ご案内した日時をお選びいただき');
    expect(answer).toMatch(/予約が確定しました[\s\S]+812 3456 7890/);
    expect(await request.now()).toMatchObject({ state: 'confirmed', startsAt: starts[0], roomId });
    expect(await kindsFor(request.id)).toEqual(['booking']);
    expect(await counter.prisma.offer.count()).toBe(0);
    expect(await waiting()).toEqual(['offerTaken']);
    expect(await office.first.says('おはよう')).toContain('提案した日時で確定しました');
  });

  test('is a request with its slot held where no room is free, and staff get its card', async () => {
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    await office.first.news();
    const answer = await takes(request, 1);
    expect(answer).toContain('まだ確定していません');
    expect(answer).toContain('までに、このトークで結果をお知らせします');
    expect(await request.now()).toMatchObject({ state: 'requested', startsAt: starts[1] });
    expect(await kindsFor(request.id)).toEqual(['booking']);
    expect(textOf(await office.first.news())).toMatch(/提案した日時が選ばれました[\s\S]+\[確定する\]/);
  });

  test('twice is confirmed once, and the second press says so', async () => {
    await office.room('相談室A');
    const request = await office.request(later);
    await proposed(request);
    const tap = await request.person.tapOf('どれも合わない');
    const { starts } = await offerOf(request.id);
    const first = { event: 'offer.taken', booking: request.id, at: String(starts[0]?.getTime()) };
    await request.person.taps(first);
    expect(await again(() => request.person.taps(first))).toContain('その日時で、予約は確定しています');
    const other = { ...first, at: String(starts[1]?.getTime()) };
    expect(await again(() => request.person.taps(other))).toContain('もう終わっています');
    expect(await again(() => request.person.taps(tap))).toContain('もう終わっています');
    expect(await request.now()).toMatchObject({ state: 'confirmed', startsAt: starts[0] });
  });

  test('is not taken where somebody else was faster: those that are left are buttons again', async () => {
    const request = await office.request(later);
    await proposed(request);
    await isTaken((await offerOf(request.id)).starts[1]);
    const answer = await takes(request, 1);
    expect(answer).toContain('その日時は、もう選べません');
    expect(answer).toMatch(/(\[\d+月\d+日\(.\) \d+:\d\d\]\n){2}\[どれも合わない\]/);
    expect((await request.now()).state).toBe('proposed');
  });

  test('that staff have closed meanwhile is not taken either', async () => {
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    await counter.prisma.closure.createMany({
      data: starts.map((start) => ({
        day: new Date(`${addMinutes(start, 540).toISOString().slice(0, 10)}T00:00:00Z`),
        createdAt: counter.clock.now(),
      })),
    });
    const answer = await takes(request);
    expect(answer).toContain('別の日時を選ぶか、お電話でご相談ください');
    expect(answer).toContain('[日時を選び直す]');
    await counter.prisma.closure.deleteMany();
  });

  test('is nobody else’s to take, and of a time that was never proposed nothing comes', async () => {
    const request = await office.request(later);
    const stranger = await office.request(later + 60);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    const tap = { event: 'offer.taken', booking: request.id, at: String(starts[0]?.getTime()) };
    expect(await stranger.person.taps(tap)).toContain('もう変えられません');
    for (const at of ['1', '-1', String((starts[0]?.getTime() ?? 0) + 60_000)])
      expect(await request.person.taps({ ...tap, at })).toContain('その日時は、もう選べません');
    expect((await request.now()).state).toBe('proposed');
  });

  test('in the minute before it is told tells it first, and can then not be taken back', async () => {
    await office.room('相談室A');
    const request = await office.request(later);
    await sends(request);
    const undo = await office.first.tapOf('取り消す');
    const answer = await takes(request);
    expect(answer).toContain('別の日時のご案内');
    expect(answer).toContain('予約が確定しました');
    await office.first.taps(undo);
    expect((await request.now()).state).toBe('confirmed');
  });
});

describe('どれも合わない', () => {
  test('ends it, leads to choosing another time, and makes the request wait for staff again', async () => {
    const request = await office.request(later);
    await proposed(request);
    const answer = await request.person.presses('どれも合わない');
    expect(answer).toContain('[日時を選び直す]\n[電話する tel:');
    expect(await request.now()).toMatchObject({ state: 'requested', startsAt: request.startsAt });
    expect((await request.now()).promisedBy > counter.clock.now()).toBe(true);
    expect(await kindsFor(request.id)).toEqual(['booking']);
    expect(await waiting()).toEqual(['offerRefused']);
    expect(await office.first.says(request.receipt)).toContain('提案は、合わなかったそうです');
    expect(await office.first.says('承認待ち')).toContain('承認待ち 1件');
    expect(await request.person.presses('日時を選び直す')).toMatch(/\[\d+月\d+日\(.\)\]/);
  });

  test('of an older proposal refuses no newer one: that one is shown', async () => {
    const request = await office.request(later);
    await proposed(request);
    const old = await request.person.tapOf('どれも合わない');
    await office.first.says(request.receipt);
    await office.first.presses('提案を取り下げる');
    await counter.minutePasses();
    await office.later();
    await proposed(request);
    expect(await request.person.taps(old)).toContain('別の日時のご案内');
    expect((await request.now()).state).toBe('proposed');
  });
});

test('Another time of the person’s own while times are proposed ends the proposal', async () => {
  const request = await office.request(later);
  await proposed(request);
  const { version } = await request.now();
  const tap = { event: 'rechoose.asked', booking: request.id, version: String(version) };
  const days = await request.person.taps(tap);
  await request.person.presses(/\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '');
  await request.person.presses('15:00');
  expect(await request.person.presses('この内容で申し込む')).toContain('日時の変更を受け付けました');
  expect((await request.now()).state).toBe('requested');
  expect(await kindsFor(request.id)).toEqual(['booking']);
  expect(await counter.prisma.offer.count()).toBe(0);
});

test('A request that is withdrawn while times are proposed takes them along', async () => {
  const request = await office.request(later);
  await proposed(request);
  const { version } = await request.now();
  await request.person.taps({ event: 'withdraw.asked', booking: request.id, version: String(version) });
  await request.person.presses('取り下げる');
  expect((await request.now()).state).toBe('withdrawn');
  expect(await kindsFor(request.id)).toEqual([]);
});

test.each(['予約を見る', '取り下げたい', '水曜に変えて'])(
  'While times are proposed 「%s」 shows them, with all that can be done',
  async (words) => {
    const request = await office.request(later);
    await proposed(request);
    const shown = await request.person.says(words);
    expect(shown).toMatch(/別の日時のご案内[\s\S]+\[どれも合わない\]/);
    expect(shown).toContain('[日時を選び直す]\n[申し込みを取り下げる]');
  },
);
