// The list of those who have to be told by telephone, however many there are.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordDetails } from '../../src/records/personal-data.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let group: Visitor;
let met = 0;

beforeAll(async () => {
  counter = await openCounter();
  group = counter.visitor('C-list', 'group', 'U-clerk');
  await counter.prisma.adminChat.create({ data: { chatId: group.chatId, enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.database.close());

const later = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));

describe('the list', () => {
  /** So many calls of as many people, whose names are long or odd. */
  async function calls(count: number) {
    const { prisma, clock, database } = counter;
    await prisma.call.deleteMany();
    const names = ['浜名 花子', 'あ'.repeat(40), '=HYPERLINK("x")', '\u202Eمريم 😀👨‍👩‍👧'];
    for (let n = 0; n < count; n += 1) {
      met += 1;
      const person = await prisma.person.create({
        data: { chatId: `U-many-${met}`, createdAt: clock.now() },
      });
      const details = { name: names[n % names.length] ?? '', jobNumber: null, phone: '09012345678' };
      await prisma.$transaction((tx) => recordDetails(tx, database.sealer, person.id, details));
      const dueAt = addMinutes(clock.now(), n - 100);
      const call = { personId: person.id, about: 'confirmed', reason: 'quota', tries: n };
      await prisma.call.create({ data: { ...call, createdAt: dueAt, dueAt } });
    }
  }
  const shown = (text: string) => text.match(/をお伝えできていません/g)?.length ?? 0;

  test.each([
    [0, [0]],
    [1, [1]],
    [12, [12]],
    [13, [12, 1]],
    [60, [12, 12, 12, 12, 12]],
  ])('of %s shows a dozen at a time, and つづき while there are more', async (count, pages) => {
    await calls(count);
    await later(1);
    const seen = [];
    let text = await group.says('お電話');
    seen.push(shown(text));
    while (text.includes('[つづき]')) {
      text = await group.presses('つづき');
      seen.push(shown(text));
    }
    expect(seen).toEqual(pages);
  });

  test('as an answer to any word shows a dozen that are new, and leads to all', async () => {
    await calls(14);
    const first = await group.says('おはよう');
    expect([shown(first), first.includes('お電話 14件'), first.includes('[お電話]')]).toEqual([
      12,
      true,
      true,
    ]);
    expect(shown(await group.says('おはよう'))).toBe(2);
    expect(await group.says('おはよう')).toBe('');
  });

  test('of a page that is no more begins again', async () => {
    await calls(1);
    await later(1);
    expect(shown(await group.taps({ event: 'calls.more', page: '4' }))).toBe(1);
  });
});
