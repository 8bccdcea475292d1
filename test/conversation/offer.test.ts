// 別の日時を提案, for a request: the card before it, the press, the minute in which it can be taken back, and choosing other times.
import { describe, expect, test } from 'vitest';
import { textOf } from './counter.ts';
import { later, offerOf, proposed, sends } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);

describe('別の日時を提案', () => {
  test('shows three free times, what the person will be told and what is held; nothing is done by that', async () => {
    const request = await office.request(later);
    await office.first.says(request.receipt);
    const card = await office.first.presses('別の日時を提案');
    expect(card).toContain('この日時を提案しますか？');
    expect(card).toContain('1分後に、ご本人に次のようにお知らせします');
    expect(card).toMatch(/最初の日時は、12月\d+日\(.\)12:00まで確保します。\nほかは早い者順です。/);
    expect(card).toContain('[この3つを送る]\n[選び直す]');
    expect((await request.now()).state).toBe('requested');
    expect(await counter.prisma.offer.count()).toBe(0);
  });

  test('pressed holds the first time beside its own, and its person hears a minute later', async () => {
    const request = await office.request(later);
    const card = await sends(request);
    expect(card).toContain('別の日時を提案しました');
    expect(card).toContain('提案中の日時');
    expect(await request.now()).toMatchObject({ state: 'proposed', startsAt: request.startsAt });
    const offer = await offerOf(request.id);
    const uses = await counter.prisma.slotUse.findMany({ where: { bookingId: request.id } });
    expect(uses.map(({ kind, startsAt }) => [kind, startsAt])).toEqual(
      expect.arrayContaining([
        ['booking', request.startsAt],
        ['offer', offer.starts[0]],
      ]),
    );
    expect(uses).toHaveLength(2);
    await request.person.news();
    await counter.minutePasses();
    const news = await request.person.news();
    expect(news.map(({ about }) => about)).toEqual(['offered']);
    expect(textOf(news)).toContain('別の日時のご案内');
    expect(textOf(news)).toMatch(/(\[\d+月\d+日\(.\) \d+:\d\d\]\n){3}\[どれも合わない\]/);
    expect(textOf(news)).toMatch(/12:00までにお選びください。\n最初の日時は、それまでおさえています/);
  });

  test('taken back within its minute leaves the request as it was, and its person hears nothing', async () => {
    const request = await office.request(later);
    await sends(request);
    await request.person.news();
    expect(await office.second.presses('取り消す')).toContain('ご本人には、何もお知らせしていません');
    expect(await request.now()).toMatchObject({ state: 'requested', startsAt: request.startsAt });
    expect(await counter.prisma.offer.count()).toBe(0);
    const uses = await counter.prisma.slotUse.findMany({ where: { bookingId: request.id } });
    expect(uses.map(({ kind }) => kind)).toEqual(['booking']);
    await counter.minutePasses();
    expect(await request.person.news()).toEqual([]);
  });

  test('pressed by two at once counts once, and the second is told who was first', async () => {
    const request = await office.request(later);
    await office.first.says(request.receipt);
    await office.first.presses('別の日時を提案');
    const tap = await office.first.tapOf('この3つを送る');
    const { version } = await request.now();
    await office.first.taps(tap);
    await office.later();
    expect(await office.second.taps(tap)).toContain('別の日時を提案済みです');
    expect((await request.now()).version).toBe(version + 1);
  });

  test('says on the card of the booking which times, until when, and that they were told', async () => {
    const request = await office.request(later);
    await proposed(request);
    const card = await office.first.says(request.receipt);
    expect(card).toMatch(/提案中の日時[\s\S]+提案の期限/);
    expect(card).toContain('[提案を取り下げる]\n[お断りする]\n[連絡先を見る]');
  });

  test('cannot be pressed for somebody whom LINE does not reach', async () => {
    const request = await office.request(later);
    await request.person.unfollows();
    const card = await office.first.says(request.receipt);
    expect(card).not.toContain('別の日時を提案');
    const { version } = await request.now();
    const times = String(request.startsAt.getTime() / 60_000 + 60);
    const tap = { event: 'offer.made', booking: request.id, version: String(version), times };
    await office.first.taps(tap);
    expect((await request.now()).state).toBe('requested');
  });
});

describe('選び直す', () => {
  test('chooses a day and a time, one after the other, and what is chosen rides on the buttons', async () => {
    const request = await office.request(later);
    await office.first.says(request.receipt);
    await office.first.presses('別の日時を提案');
    const days = await office.first.presses('選び直す');
    expect(days).not.toContain('を送る]');
    const [first = '', second = ''] = [...days.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(
      ([, day]) => day ?? '',
    );
    await office.second.presses(second);
    const one = await office.second.presses('15:00');
    expect(one).toContain('[この1つを送る]\n[もう1つ選ぶ]\n[選び直す]');
    await office.first.presses('もう1つ選ぶ');
    const times = await office.first.presses(first);
    expect(times).toContain('[この1つを送る]');
    const two = await office.first.presses('10:00');
    expect(two).toContain('[この2つを送る]');
    await office.second.presses('この2つを送る');
    const { starts } = await offerOf(request.id);
    expect(starts).toHaveLength(2);
    expect((starts[0]?.getTime() ?? 0) < (starts[1]?.getTime() ?? 0)).toBe(true);
    expect((await request.now()).state).toBe('proposed');
  });

  test('a time that somebody took meanwhile is not proposed: the card comes again with those that are free', async () => {
    const request = await office.request(later);
    await office.first.says(request.receipt);
    await office.first.presses('別の日時を提案');
    const tap = await office.first.tapOf('この3つを送る');
    const startsAt = new Date(Number((tap.times ?? '').split('.')[0]) * 60_000);
    const endsAt = new Date(startsAt.getTime() + 45 * 60_000);
    for (const counsellor of [0, 1])
      await counter.prisma.slotUse.create({
        data: { kind: 'call', counsellor, startsAt, endsAt, until: endsAt },
      });
    const answer = await office.first.taps(tap);
    expect(answer).toContain('その日時は、もう空いていません');
    expect(answer).toContain('[この2つを送る]');
    expect((await request.now()).state).toBe('requested');
    await counter.prisma.slotUse.deleteMany({ where: { kind: 'call' } });
  });
});

test('A forged list of times proposes nothing', async () => {
  const request = await office.request(later);
  for (const times of ['', '1', 'x', '29334300.29334300', '29334360.29334300']) {
    const tap = { event: 'offer.made', booking: request.id, version: '1', times };
    await office.first.taps(tap);
  }
  expect((await request.now()).state).toBe('requested');
});
