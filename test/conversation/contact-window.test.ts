// The contact window as it goes on: each new trouble reaches staff whatever came first, and nothing is said that is not so.

import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import { aFew } from '../helpers/runs.ts';
import { fillIn } from './counter.ts';
import {
  counter,
  delivered,
  hanako,
  hasBooking,
  minutesLater,
  openWithStaff,
  somebodyNew,
  staffHear,
  steps,
  sticker,
  type What,
  words,
} from './with-staff.ts';

openWithStaff();

/** What staff hear of it, and what she reads. */
async function sends(what: What): Promise<[hers: string, staff: string]> {
  const hers = await hanako.does(what);
  return [hers, await staffHear()];
}

describe('each new trouble reaches staff', () => {
  test.each([
    ['a sticker', sticker],
    ['「はい」', words('はい')],
    ['「今から行きます」', words('今から行きます')],
    ['a photo', { type: 'media', kind: 'image' }],
    ['「ありがとうございます」', words('ありがとうございます')],
  ] as [string, What][])(
    '%s ten minutes before the start hides none of what comes after it',
    async (_, first) => {
      const { id } = await hasBooking(10);
      expect((await sends(first))[1]).toContain('相談の時間にメッセージがありました');
      await minutesLater(30);
      const [hers, staff] = await sends(words('zoom落ちた'));
      expect(staff).toContain('音や画面で困っている方');
      expect(hers).toContain('職員に伝えました');
      expect(hers).not.toContain('10分');
      expect((await sends(words('だれもいない')))[1]).toContain('待っている方');
      expect((await sends(words('電話ほしいです')))[1]).toContain('お電話をご希望');
      expect(await steps(id)).toEqual(['contact', 'inside', 'waiting', 'callMe']);
    },
  );

  test('once for each kind, however it is worded', async () => {
    const { id } = await hasBooking(-2);
    await sends(words('入れない😭'));
    for (const text of ['はいれません', 'つながらん', 'エラーが出る']) {
      const [hers, staff] = await sends(words(text));
      expect(staff).toBe('');
      expect(hers).toContain('伝えてあります');
    }
    expect(await steps(id)).toEqual(['trouble']);
  });

  test('again after she got in, but not without end', async () => {
    await hasBooking(-1);
    let cards = 0;
    for (let round = 0; round < 6; round += 1) {
      await minutesLater(1);
      const [hers, staff] = await sends(words('入れない'));
      if (staff !== '') cards += 1;
      expect(staff !== '' || !/伝えました|職員からお電話/.test(hers)).toBe(true);
      await minutesLater(1);
      await sends(words('入れた！'));
    }
    expect(cards).toBe(3);
  });
});

describe('she got in', () => {
  test('and staff who would phone her hear of it', async () => {
    const { id } = await hasBooking(-3);
    await hanako.says('つながらない');
    await staffHear();
    const [hers, staff] = await sends(words('入れた！'));
    expect(staff).toContain('Zoomがつながったと連絡がありました');
    expect(staff).not.toContain('登録の番号にお電話ください');
    expect(hers).toContain('無事につながって、よかったです');
    expect(hers).not.toContain('入室してください');
    expect(await steps(id)).toEqual(['trouble', 'entered']);
  });

  test.each(aFew(['今入りました。遅れてすみません', '入れました', 'つながった！', 'いま入りました']))(
    '「%s」 at first is no alarm, but a sign of life that counts',
    async (text) => {
      const { id } = await hasBooking(-8);
      const [hers, staff] = await sends(words(text));
      expect(staff).toBe('');
      expect(hers).not.toMatch(/伝え|入室してください/);
      expect(await steps(id)).toEqual(['entered']);
      await minutesLater(5);
      expect((await sends(words('ちょっと待ってください')))[0]).not.toContain('10分');
    },
  );
});

describe('the ten minutes', () => {
  test('are not named to somebody who was in touch before, whatever it was', async () => {
    for (const first of [words('はい'), sticker, { type: 'tap', tap: { event: 'booking.asked' } } as const]) {
      await somebodyNew();
      await hasBooking(-5);
      await hanako.does(first);
      await minutesLater(8);
      for (const text of ['入れない', '遅れます', 'もしもし', '予約を見る']) {
        const answer = await hanako.says(text);
        expect(answer).not.toContain('10分');
      }
    }
  });

  test('are not named to somebody who wrote in time and whose message came late', async () => {
    const { id } = await hasBooking(-20);
    const sentAt = addMinutes(counter.clock.now(), -15);
    const answer = await delivered(words('いまトイレなので5分待ってください'), sentAt);
    expect(answer).not.toContain('10分');
    const [step] = await counter.prisma.bookingStep.findMany({ where: { bookingId: id } });
    expect(step?.at).toEqual(sentAt);
  });
});

describe('looking something up before the start', () => {
  test('is kept as a sign of life, and staff are left in peace; after it they hear that she is there', async () => {
    const { id } = await hasBooking(10);
    expect((await sends({ type: 'tap', tap: { event: 'booking.asked' } }))[1]).toBe('');
    expect((await sends(words('予約を見る')))[1]).toBe('');
    expect(await steps(id)).toEqual(['active']);
    await minutesLater(12);
    expect((await sends({ type: 'tap', tap: { event: 'booking.asked' } }))[1]).toContain(
      'メッセージがありました',
    );
    expect(await steps(id)).toEqual(['active', 'contact']);
  });
});

describe('after 行けない', () => {
  const coming = /入室してください|お会いできるのを/;

  test('nothing asks her to enter or looks forward to her, until she says that she comes', async () => {
    const { id } = await hasBooking(40);
    await hanako.says('行けなくなりました');
    await hanako.presses('行けないことを伝える');
    const looks = ['予約を見る', 'パスコードどこ？'];
    for (const text of looks) expect(await hanako.says(text)).not.toMatch(coming);
    await minutesLater(41);
    await staffHear();
    for (const text of ['すみません', ...looks]) expect(await hanako.says(text)).not.toMatch(coming);
    expect(await hanako.does(sticker)).not.toMatch(coming);
    expect(await hanako.says('やっぱり入ります！')).toContain('行けるようになったことを、職員に伝えました');
    expect(await staffHear()).toContain('やはり行けると連絡がありました');
    expect(await hanako.says('予約を見る')).toContain('入室してください');
    expect(await steps(id)).toEqual(['absence', 'contact', 'coming']);
  });

  test.each(['dayBefore', 'soon'] as const)('the reminder %s is not sent', async (kind) => {
    const minutes = kind === 'soon' ? 20 : 300;
    const { id } = await hasBooking(minutes);
    await hanako.does({ type: 'tap', tap: { event: 'absence.told', booking: id } });
    const { office, prisma, database, clock } = counter;
    const send = () =>
      prisma.$transaction(async (tx) => {
        const at = { now: clock.now(), office, sealer: database.sealer, words: ja };
        return remind(tx, [{ booking: id, kind }], await bookingsOfPeople(tx, [id]), at);
      });
    expect(await send()).toEqual([]);
    await minutesLater(1);
    await hanako.says('やっぱり行けます');
    expect(await send()).toHaveLength(1);
  });
});

test('つながらない before the start promises no call that staff are not asked for', async () => {
  await hasBooking(8);
  const [hers, staff] = await sends(words('つながらない'));
  for (const part of ['パスコード hama2026', '入れないままのときは、職員からお電話します'])
    expect(hers).toContain(part);
  expect(hers).not.toContain('お待ちください');
  expect(staff).toContain('時間になっても入室がないとき');
});

describe('at any other time the same words are no alarm', () => {
  const sentences = [
    'だれもいない',
    '電話にしてください',
    'カメラは必要ですか？',
    '画面真っ暗だったら？',
    '入れた！',
    '何番?',
  ];
  const hears = async (texts = sentences) => {
    for (const text of texts) expect(await hanako.says(text), text).not.toMatch(/伝え(?:ました|てあります)/);
    expect(await staffHear()).toBe('');
  };

  test('weeks before, the day after, and without any consultation', async () => {
    await hears();
    for (const minutes of [14 * 24 * 60, 16, -24 * 60]) {
      await somebodyNew();
      const { id } = await hasBooking(minutes);
      // On the day itself staff do hear of a wish for a call (before-the-hour.test.ts).
      await hears(minutes === 16 ? sentences.filter((text) => !text.includes('電話')) : sentences);
      expect(await steps(id)).toEqual([]);
    }
  });

  test('in the form they are for the open question', async () => {
    await fillIn(hanako, 'phone');
    await staffHear();
    await hears();
  });
});
