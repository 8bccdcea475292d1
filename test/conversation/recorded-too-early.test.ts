// What staff record while the hour lasts takes nothing away from somebody who comes all the same: staff hear it at once.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import type { BookingState } from '../../src/db/generated/client.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { pushedWhile } from './next-word.ts';
import {
  counter,
  hanako,
  hasBooking,
  minutesLater,
  openWithStaff,
  somebodyNew,
  sticker,
  type What,
  words,
} from './with-staff.ts';

openWithStaff();

type Step = Parameters<typeof takeStep>[2];

/** So many minutes before its start staff recorded that. */
async function recorded(step: Step, minutes: number) {
  const booking = await hasBooking(minutes);
  const author = { actor: 'staff', at: addMinutes(counter.clock.now(), -1) } as const;
  await counter.prisma.$transaction((tx) => takeStep(tx, booking, step, author));
  return booking;
}

const meetingId = '812 3456 7890';
const stateOf = async (id: string): Promise<BookingState> =>
  (await counter.prisma.booking.findUniqueOrThrow({ where: { id } })).state;

/** What she reads, and what is pushed. */
async function sends(what: What): Promise<[hers: string, staff: string]> {
  let hers = '';
  const staff = await pushedWhile(counter, async () => {
    hers = await hanako.does(what);
  });
  return [hers, staff];
}

describe('recorded before its end', () => {
  test.each([
    ['連絡なし', 'miss', -10, words('今入りました。遅れてすみません')],
    ['連絡なし', 'miss', -12, words('いま部屋に入っています')],
    ['連絡なし', 'miss', -12, words('やっとつながった！')],
    ['連絡なし', 'miss', -12, words('すみません、寝坊しました')],
    ['連絡なし', 'miss', -12, sticker],
    ['連絡なし', 'miss', -44, words('入れません')],
    ['欠席(連絡あり)', 'absent', 10, words('今日はよろしくお願いします。入れないです')],
    ['欠席(連絡あり)', 'absent', -2, words('だれもいないのですが')],
    ['電話で実施', 'phone', -20, words('つながらない')],
    ['電話で実施', 'phone', -20, words('Zoomに入れません')],
    ['電話で実施', 'phone', -8, words('今入りました')],
    ['電話で実施', 'phone', -5, words('10分くらい遅れます')],
  ] as [string, Step, number, What][])(
    '「%s」 (%s, %i minutes until the start): what she sends is pushed with the record, and she is not told that it is over',
    async (record, step, minutes, what) => {
      await recorded(step, minutes);
      const [hers, staff] = await sends(what);
      expect(hers).not.toMatch(/もう終わり|遅れ、申し訳|読み取れません|ありません。\n確定した/);
      expect(hers).toContain(meetingId);
      expect(staff).toContain(`「${record}」の記録のあとに、連絡がありました。`);
      expect(staff).not.toMatch(/もう終わって|前のご連絡/);
      expect(staff).toContain('[やはり来室]');
      expect(staff).toContain('[対応します]');
    },
  );

  test('her button つながらない reaches staff too', async () => {
    for (const step of ['phone', 'absent', 'miss'] as const) {
      const { id } = await recorded(step, -12);
      const [hers, staff] = await sends({ type: 'tap', tap: { event: 'trouble.told', booking: id } });
      expect(hers).toContain('職員に伝えました');
      expect(staff).toContain('の記録のあとに、連絡がありました。');
      await somebodyNew();
    }
  });

  test('what staff had heard before the record does not hide what comes after it; the same again does not push twice', async () => {
    const booking = await hasBooking(-5);
    await hanako.does(sticker);
    await hanako.says('入れない');
    await minutesLater(6);
    const author = { actor: 'staff', at: counter.clock.now() } as const;
    await counter.prisma.$transaction((tx) => takeStep(tx, booking, 'miss', author));
    await minutesLater(1);
    expect((await sends(words('まだ入れない')))[1]).toContain('の記録のあとに');
    expect((await sends(words('入れないよ')))[1]).toBe('');
    expect((await sends(sticker))[1]).toBe('');
  });

  test('the card helps at once: やはり来室 puts the record right, 対応します says who is at it', async () => {
    const { id } = await recorded('miss', -12);
    await hanako.says('いま入りました');
    const clerk = counter.visitor('C1', 'group', 'U-clerk');
    expect(await clerk.presses('対応します')).toContain('対応中');
    await clerk.presses('やはり来室');
    expect(await stateOf(id)).toBe('inProgress');
  });

  test('予約を見る shows her numbers, and nothing of the record', async () => {
    for (const [step, minutes] of [
      ['miss', -12],
      ['absent', 5],
    ] as const) {
      await recorded(step, minutes);
      const shown = await hanako.says('予約を見る');
      expect(shown).toContain(meetingId);
      expect(shown).not.toMatch(/キャンセルになりました|お休みになりました|終わりました/);
      await somebodyNew();
    }
  });

  test.each([words('お電話ありがとうございます'), words('わかりました'), words('はい'), sticker])(
    'somebody whom staff call pushes nothing with %o, and reads nothing of Zoom',
    async (what) => {
      await recorded('phone', -20);
      const [hers, staff] = await sends(what);
      expect(staff).toBe('');
      expect(hers).not.toMatch(/Zoom|職員に伝え/);
    },
  );

  test('やはり来室 on the card of the wrong 電話で実施 asks for no reason', async () => {
    const { id } = await recorded('phone', -8);
    await hanako.says('いま入りました');
    await counter.visitor('C1', 'group', 'U-clerk').presses('やはり来室');
    expect(await stateOf(id)).toBe('inProgress');
  });

  test('thanks after her own 行けない push nobody', async () => {
    const booking = await hasBooking(10);
    await hanako.does({ type: 'tap', tap: { event: 'absence.told', booking: booking.id } });
    await counter.prisma.$transaction((tx) =>
      takeStep(tx, booking, 'absent', { actor: 'staff', at: counter.clock.now() }),
    );
    await minutesLater(1);
    expect((await sends(words('すみませんでした')))[1]).toBe('');
  });
});
