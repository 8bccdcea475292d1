// 全員に別の日時: each whom a closure hits gets three free times with one press; who has no LINE is called.
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/jst.ts';
import { textOf } from './counter.ts';
import { kindsFor, later, offerOf, type Put } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(1);
beforeEach(async () => {
  await counter.prisma.closure.deleteMany();
  await counter.prisma.call.deleteMany();
});

async function closes({ startsAt }: Put): Promise<string> {
  const [, month, day] = dayOf(startsAt).split('-').map(Number);
  await office.first.says(`休業 ${month}/${day}`);
  return office.first.presses('休業にする');
}

/** Three of one day: a confirmed one, a request, and somebody without LINE. */
async function three(): Promise<[Put, Put, Put]> {
  const confirmed = await office.confirmed(later, null);
  const request = await office.request(later + 60);
  const caller = await office.confirmed(later + 120, null);
  const { personId } = await caller.now();
  await counter.prisma.person.update({ where: { id: personId }, data: { chatId: null } });
  return [confirmed, request, caller];
}

describe('全員に別の日時', () => {
  test('stands on the card of a closure that hits somebody, and asks before anything is sent', async () => {
    const [booking] = await three();
    expect(await closes(booking)).toContain('[全員に別の日時]');
    const card = await office.first.presses('全員に別の日時');
    expect(card).toMatch(/提案する方 2件\n「お電話」に出す方 1件/);
    expect(card).toContain('まだ何も送っていません');
    expect(await counter.prisma.offer.count()).toBe(0);
  });

  test('holds another first time for each, lists who got what, and puts the others among the calls', async () => {
    const [confirmed, request, caller] = await three();
    await closes(confirmed);
    await office.first.presses('全員に別の日時');
    const result = await office.first.presses('全員に送る');
    expect(result).toContain('2件に、別の日時を提案しました');
    expect(result).toMatch(/「お電話」に出した方 1件/);
    const offers = [await offerOf(confirmed.id), await offerOf(request.id)];
    const firsts = offers.map(({ starts }) => starts[0]?.getTime());
    expect(new Set(firsts).size).toBe(2);
    expect(await kindsFor(confirmed.id)).toEqual(['booking', 'offer']);
    expect((await request.now()).state).toBe('proposed');
    expect(await counter.prisma.call.findMany()).toMatchObject([
      { bookingId: caller.id, about: 'offered', reason: 'closure', state: 'open' },
    ]);
    await counter.minutePasses();
    for (const { person } of [confirmed, request])
      expect(textOf(await person.news())).toContain('別の日時のご案内');
  });

  test('can be taken back for each alone within the minute', async () => {
    const [confirmed, request] = await three();
    await closes(confirmed);
    await office.first.presses('全員に別の日時');
    await office.first.presses('全員に送る');
    await office.first.says(request.receipt);
    await office.first.presses('取り消す');
    await counter.minutePasses();
    expect((await request.now()).state).toBe('requested');
    expect((await request.person.news()).filter(({ about }) => about === 'offered')).toEqual([]);
    expect((await confirmed.person.news()).map(({ about }) => about)).toContain('offered');
  });

  test('pressed again proposes to nobody twice, and asks anew where the bookings have changed', async () => {
    const [confirmed] = await three();
    await closes(confirmed);
    await office.first.presses('全員に別の日時');
    const tap = await office.first.tapOf('全員に送る');
    await office.first.taps(tap);
    await office.later();
    const { createdAt } = await offerOf(confirmed.id);
    const again = await office.second.taps(tap);
    expect(again).toContain('当たる予約が、先ほどから変わりました');
    expect(again).toContain('もう提案中などの方 2件');
    expect((await offerOf(confirmed.id)).createdAt).toEqual(createdAt);
  });

  test('of a closure that was lifted meanwhile proposes nothing', async () => {
    const [confirmed] = await three();
    await closes(confirmed);
    await office.first.presses('全員に別の日時');
    const tap = await office.first.tapOf('全員に送る');
    await office.second.presses('取り消す');
    expect(await office.first.taps(tap)).toContain('解除済みです');
    expect(await counter.prisma.offer.count()).toBe(0);
  });
});
