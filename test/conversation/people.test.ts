// 検索: finding people by their names, a receipt number or the end of a phone number, and the card of one.
import { addDays, addMinutes, addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { searchPeople } from '../../src/records/people-search.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { allRows, decoded } from '../privacy/all-records.ts';
import { putBooking } from './bookings-of.ts';
import { clerk, counter, openWithOneClerk } from './with-one-clerk.ts';

let visitors = 0;
openWithOneClerk();

type Changes = Parameters<typeof putBooking>[3] & { phone?: string; minutes?: number };

async function someone(name: string, { phone = '09012345678', minutes = 120, ...changes }: Changes = {}) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const booking = await putBooking(counter, visitor, minutes, changes);
  await counter.prisma.$transaction((tx) =>
    recordDetails(tx, counter.database.sealer, booking.personId, { name, jobNumber: null, phone }),
  );
  return { visitor, booking, receipt: receiptOf(booking) };
}

describe('検索', () => {
  test.each([
    ['a part of the name', '髙橋 美穂', '検索 美穂'],
    ['another form of its kanji', '髙橋 美穂', '検索 高橋'],
    ['kana of the other kind, in half width', 'さとう はなこ', '検索 ﾊﾅｺ'],
    ['letters without accents', 'João Silva', '検索　joao'],
    ['the whole name without its space', '渡邉 由紀', '検索 渡邉由紀'],
  ])('finds by %s', async (_, name, words) => {
    await someone(name);
    await someone('浜名 あきら');
    const list = await clerk.says(words);
    expect(list).toContain('検索 1人');
    expect(list).toContain(name);
    expect(list).toMatch(/次回 \d+月\d+日\(.\)\d+:\d\d\(確定\)/);
    expect(list).not.toContain('浜名');
    expect(list).not.toContain('5678');
  });

  test('says いま of the consultation under way, and 次回 of the one that is agreed on after it', async () => {
    const { visitor } = await someone('浜名 花子', { minutes: -5, state: 'inProgress' });
    expect(await clerk.says('検索 花子')).not.toContain('次回');
    await putBooking(counter, visitor, 7 * 24 * 60);
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await clerk.says('検索 花子')).toMatch(/いま \d+月\d+日\(.\)\d+:\d\d\(相談中\)・次回 \d+月/);
  });

  test('finds by the phone, whole or its last four digits, and by the receipt number, whole or its end', async () => {
    const { receipt, booking } = await someone('馬場 あや', { phone: '08011119876' });
    await someone('浜名 あきら');
    for (const words of [
      '9876',
      '08011119876',
      '080-1111-9876',
      '０８０ー１１１１ー９８７６',
      receipt,
      String(booking.number).padStart(4, '0'),
    ])
      expect(await clerk.says(`検索 ${words}`), words).toContain('馬場 あや');
  });

  test('with less than two characters shows the right form; nobody found is one sentence', async () => {
    for (const words of ['検索', '検索 花', '検索 12'])
      expect(await clerk.says(words), words).toContain('検索 花子');
    const nobody = await clerk.says('検索 花見川');
    expect(nobody).toContain('見つかりませんでした');
    expect(nobody).not.toContain('花見川');
  });

  test.each([
    '検索って何ですか',
    '検索 花子？',
    '検索しました',
    `検索 ${'花'.repeat(100)}`,
    '検索 花子\nです',
  ])('is talk among colleagues: %s', async (words) => {
    await someone('申込 花子');
    expect(await clerk.says(words)).toBe('');
  });

  test.each([1, 12, 13, 60])(
    'lists %i people a dozen a card, in the order of their newest booking',
    async (count) => {
      for (let n = 0; n < count; n += 1) await someone(`花子 第${n}`, { minutes: 60 + n });
      let card = await clerk.says('検索 花子');
      expect(card).toContain(`検索 ${count}人`);
      let seen = 0;
      for (;;) {
        seen += card.match(/花子 第/g)?.length ?? 0;
        if (!card.includes('[つづき]')) break;
        const tap = await clerk.tapOf('つづき');
        expect(decodeURIComponent(new URLSearchParams(tap).toString())).not.toContain('花子');
        card = await clerk.taps(tap);
      }
      expect(seen).toBe(count);
    },
  );

  test('forgets whom it found after ten minutes, and in another chat at once', async () => {
    for (let n = 0; n < 13; n += 1) await someone(`花子 第${n}`, { minutes: 60 + n });
    await clerk.says('検索 花子');
    const tap = await clerk.tapOf('つづき');
    const { prisma, clock } = counter;
    await prisma.adminChat.create({ data: { chatId: 'C2', enrolledAt: clock.now() } });
    expect(await counter.visitor('C2', 'group').taps(tap)).toContain('もう一度、検索を送ってください');
    await prisma.adminChat.delete({ where: { chatId: 'C2' } });
    await clock.moveTo(addMinutes(clock.now(), 10));
    const late = await clerk.taps(tap);
    expect(late).toContain('もう一度、検索を送ってください');
    expect(late).not.toContain('花子');
  });

  test('keeps nothing of what was searched for, in the records or in the log', async () => {
    for (let n = 0; n < 13; n += 1) await someone(`花子 第${n}`, { minutes: 60 + n });
    await clerk.says('検索 花子');
    await clerk.says('検索 鬼怒川温泉子');
    await counter.prisma.$executeRaw`DELETE FROM pgboss.job WHERE name = 'outbox'`;
    const everything = (await allRows(counter.prisma)).map(decoded).join('\n');
    for (const word of ['花子', '鬼怒川']) {
      expect(everything).not.toContain(word);
      expect(JSON.stringify(counter.lines)).not.toContain(word);
    }
  });

  test('opens so many names at most, and says so; a whole name is found beyond them', async () => {
    const { prisma, database, clock } = counter;
    const old = await someone('昔野 花子', { createdAt: addDays(clock.now(), -90) });
    await someone('今野 花子');
    const search = (wanted: string) =>
      prisma.$transaction((tx) => searchPeople(tx, database.sealer, wanted, 1));
    const part = await search('花子');
    expect(part.isCut).toBe(true);
    expect(part.people).toHaveLength(1);
    expect((await search('昔野花子')).people).toEqual([old.booking.personId]);
  });

  test('is nothing to a stranger', async () => {
    const { booking } = await someone('申込 花子');
    const stranger = counter.visitor('U-stranger');
    await stranger.follows();
    expect(await stranger.says('検索 花子')).not.toContain('申込');
    expect(await stranger.taps({ event: 'person.asked', person: booking.personId })).not.toContain('申込');
  });
});

describe('the card of a person', () => {
  test('has the history in numbers and the last bookings as lines that bring their cards', async () => {
    const { booking, receipt } = await someone('申込 花子');
    const { id: _, number: __, ...same } = booking;
    for (let n = 1; n <= 6; n += 1)
      await counter.prisma.booking.create({
        data: {
          ...{ ...same, state: n === 1 ? 'noShow' : 'done', counsellor: 70, zoomHash: null },
          startsAt: addDays(booking.startsAt, -n),
          endsAt: addDays(booking.endsAt, -n),
        },
      });
    await clerk.says('検索 花子');
    const card = await clerk.presses('申込 花子');
    expect(card).toContain('実施5・連絡なし1');
    expect(card).toContain(`確定・${receipt}`);
    expect(card).toContain('ほかに2件あります');
    expect(card).toContain('[利用見合わせ]');
    expect(card).not.toContain('5678');
    const row = / \[(\d+月\d+日\(.\) \d+:\d\d)\] 確定/.exec(` ${card.replaceAll('\n', ' ')}`)?.[1] ?? '';
    expect(await clerk.presses(row)).toContain(receipt);
  });

  test('of somebody who was forgotten meanwhile is said to be gone', async () => {
    const { booking } = await someone('申込 花子');
    await clerk.says('検索 花子');
    const tap = await clerk.tapOf('申込 花子');
    await counter.prisma.booking.deleteMany({ where: { personId: booking.personId } });
    await counter.prisma.person.delete({ where: { id: booking.personId } });
    expect(await clerk.taps(tap)).toContain('もう記録にありません');
  });
});
