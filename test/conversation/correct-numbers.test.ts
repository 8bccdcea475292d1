// The numbers of a confirmed booking are put right: by a line or by another room, and the person hears the new ones.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/messages/shown-text.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import { textOf } from './counter.ts';
import { numbersOf, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();

const typed = { meetingId: '84511112222', passcode: 'abcd12' };
const line = (receipt: string): string => `番号 ${receipt} 845 1111 2222 abcd12`;
/** A minute later, for until then staff can take it back. */
async function told(chatId: string): Promise<string> {
  await counter.minutePasses();
  return textOf((await counter.sentTo(chatId)).filter(({ about }) => about === 'numbersChanged'));
}

describe('番号を直す', () => {
  test.each([
    ['is there', 16, true],
    ['is not there any more', 15, false],
  ])('%s %i minutes before the start', async (_, minutes, isThere) => {
    const { receipt } = await office.confirmed(minutes, null);
    expect((await office.first.says(receipt)).includes('[番号を直す]')).toBe(isThere);
  });

  test('offers other rooms, and the line for the keyboard and to be copied', async () => {
    const roomA = await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const { receipt } = await office.confirmed(tomorrow, roomA);
    await office.first.says(receipt);
    const card = await office.first.presses('番号を直す');
    expect(card).toContain('いまの会議室 相談室A');
    expect(card).toContain('[相談室B]\n[番号を入力]\n[番号の行をコピー]');
    expect(card).not.toContain('[相談室A]');
  });
});

describe('a line of numbers for a confirmed booking', () => {
  test('is shown beside the old ones; the press changes them, tells the person, and is a row of history', async () => {
    const roomA = await office.room('相談室A');
    const { id, person, receipt, now } = await office.confirmed(tomorrow, roomA);
    const check = await office.first.says(line(receipt));
    expect(check).toContain('氏名 浜名 花子');
    expect(check).toContain('古い番号 相談室A\n812 3456 7890\nhama2026');
    expect(check).toContain('新しい番号 845 1111 2222\nabcd12');
    expect(await told(person.chatId)).toBe('');
    expect(await office.second.presses('送り直す')).toContain('職員2さんが番号を直しました');
    expect(await told(person.chatId)).toMatch(
      /ミーティングIDが変わりました[\s\S]+845 1111 2222[\s\S]+abcd12/,
    );
    expect(await now()).toMatchObject({ state: 'confirmed', version: 3, roomId: null });
    const steps = await counter.prisma.bookingStep.findMany({ where: { bookingId: id } });
    expect(steps.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['renumber', 'confirmed', 'confirmed'],
    ]);
    expect(steps[0]?.staffId).not.toBeNull();
  });

  test('goes into the reminders that come later', async () => {
    const { id, receipt, startsAt } = await office.confirmed(tomorrow, null);
    await office.first.says(line(receipt));
    await office.first.presses('送り直す');
    const { services, database } = counter;
    const reminders = await database.prisma.$transaction(async (tx) =>
      remind(tx, [{ booking: id, kind: 'soon' }], await bookingsOfPeople(tx, [id]), {
        ...services,
        now: addMinutes(startsAt, -30),
      }),
    );
    const text = reminders.map(({ messages }) => shownText(messages)).join('\n');
    expect(text).toContain('845 1111 2222');
    expect(text).not.toContain('812 3456 7890');
  });

  test('of a request that a colleague confirmed meanwhile becomes such a check, and its old card changes nothing', async () => {
    await office.room('相談室A');
    const { receipt, now } = await office.request(tomorrow);
    await office.first.says(line(receipt));
    const old = await office.first.tapOf('この番号で確定する');
    await office.second.says(receipt);
    await office.second.presses('確定する(相談室A)');
    expect(await office.first.taps(old)).toMatch(/職員2さんが.+に確定済みです/);
    expect(await office.first.says(line(receipt))).toContain('この番号を送り直しますか');
    expect((await now()).version).toBe(3);
  });

  test.each([
    ['the office’s phone', '534 541 910 x123', '電話番号のようです'],
    ['the person’s phone', '9012345678 x123', '電話番号のようです'],
    ['a leading 0', '045 1111 2222 abcd12', '0で始まらない'],
  ])('is refused with the reason: %s', async (_, numbers, reason) => {
    const { receipt } = await office.confirmed(tomorrow, null);
    expect(await office.first.says(`番号 ${receipt} ${numbers}`)).toContain(reason);
  });

  test('is refused with the reason: in use at that time', async () => {
    const other = await office.confirmed(tomorrow + 20, null, typed);
    const { receipt } = await office.confirmed(tomorrow, null);
    expect(await office.first.says(line(receipt))).toContain(other.receipt);
  });

  test('with a short passcode is sent by 「はい、この番号」 alone', async () => {
    const { receipt } = await office.confirmed(tomorrow, null);
    const check = await office.first.says(`番号 ${receipt} 845 1111 2222 12`);
    expect(check).toContain('[はい、この番号]');
    expect(check).not.toContain('[送り直す]');
  });

  test.each([
    ['confirmed booking', (minutes: number) => office.confirmed(minutes, null, numbersOf.B)],
    ['request', (minutes: number) => office.request(minutes)],
  ])(
    'for a %s, with a room’s ID and another passcode: the check says so, and can be confirmed',
    async (_, put) => {
      const roomA = await office.room('相談室A');
      const { receipt, now } = await put(tomorrow);
      const right = await office.first.says(`番号 ${receipt} 812 3456 7890 hama2026`);
      expect(right).not.toContain('ちがいます');
      const check = await office.first.says(`番号 ${receipt} 812 3456 7890 wrong99`);
      expect(check).toContain('相談室Aのパスコードとちがいます。');
      await office.first.presses('はい、この番号');
      expect(await now()).toMatchObject({ state: 'confirmed', roomId: roomA });
    },
  );

  test('with the numbers that it has says so', async () => {
    const { receipt } = await office.confirmed(tomorrow, null);
    expect(await office.first.says(`番号 ${receipt} 812 3456 7890 hama2026`)).toContain('もうその番号です');
  });

  test('from a quarter of an hour before the start changes nothing any more', async () => {
    const { receipt, id } = await office.confirmed(14, null);
    expect(await office.first.says(line(receipt))).toContain('番号を変えられません');
    const forged = { event: 'numbers.corrected', booking: id, version: '2', numbers: 'mark' };
    expect(await office.second.taps(forged)).toContain('番号を変えられません');
  });
});

describe('of two clerks', () => {
  test('the card of the first lapses when the second types other numbers', async () => {
    const { receipt, person, now } = await office.confirmed(tomorrow, null);
    await office.first.says(line(receipt));
    const old = await office.first.tapOf('送り直す');
    await office.second.says(`番号 ${receipt} 845 3333 4444 efgh34`);
    expect(await office.first.taps(old)).toMatch(/入力し直されています[\s\S]+845 3333 4444/);
    expect((await now()).version).toBe(2);
    expect(await told(person.chatId)).toBe('');
  });

  test('the second is told who changed them, and the person hears once', async () => {
    const { receipt, person } = await office.confirmed(tomorrow, null);
    await office.first.says(line(receipt));
    const press = await office.first.tapOf('送り直す');
    await office.first.taps(press);
    await office.later();
    expect(await office.second.taps(press)).toMatch(/職員1さんが.+に番号を直しました/);
    expect((await told(person.chatId)).match(/変わりました/g)).toHaveLength(1);
  });
});

describe('another room', () => {
  test('is one press, and the person hears its numbers', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    const { receipt, person, now } = await office.confirmed(tomorrow, roomA);
    await office.first.says(receipt);
    await office.first.presses('番号を直す');
    expect(await office.first.presses('相談室B')).toContain('会議室 相談室B');
    expect((await now()).roomId).toBe(roomB);
    expect(await told(person.chatId)).toContain('822 3456 7890');
  });

  test('may be its own, where that one has other numbers since', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, person } = await office.confirmed(tomorrow, roomA);
    await office.first.says('会議室 追加 相談室A 845 1111 2222 abcd12');
    await office.first.presses('これからだけ');
    await office.first.says(receipt);
    expect(await office.first.presses('番号を直す')).toContain('[相談室A]');
    await office.first.presses('相談室A');
    expect(await told(person.chatId)).toContain('845 1111 2222');
  });

  test('that is in use then is refused', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    await office.confirmed(tomorrow, roomB, numbersOf.B);
    const { receipt, now } = await office.confirmed(tomorrow, roomA);
    await office.first.says(receipt);
    expect(await office.first.presses('番号を直す')).toContain('[相談室B] 使用中');
    expect(await office.first.presses('相談室B')).toContain('次の予約で使います');
    expect((await now()).roomId).toBe(roomA);
  });
});

test('where LINE does not reach the person, staff are asked to call', async () => {
  const { receipt, person } = await office.confirmed(tomorrow, null);
  await person.unfollows();
  await office.first.says(line(receipt));
  expect(await office.first.presses('送り直す')).toContain('お電話でお知らせください');
});
