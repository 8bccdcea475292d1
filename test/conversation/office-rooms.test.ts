// The office's rooms: their list, another one's numbers and whom they reach, and removal.
import { describe, expect, test } from 'vitest';
import { askOf } from '../../src/records/forget.ts';
import { sweepRooms } from '../../src/records/zoom-rooms.ts';
import { textOf } from './counter.ts';
import { numbersOf, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();

const newNumbers = '会議室 追加 相談室A 845 1111 2222 abcd12';
/** A minute later, for until then staff can take it back. */
async function told(chatId: string): Promise<string> {
  await counter.minutePasses();
  return textOf((await counter.sentTo(chatId)).filter(({ about }) => about === 'numbersChanged'));
}

describe('会議室', () => {
  test.each([
    [0, 'まだ登録されていません', false],
    [1, '会議室 1室', false],
    [12, '会議室 12室', false],
    [13, '会議室 13室', true],
  ])('with %i rooms', async (count, head, hasMore) => {
    for (let n = 0; n < count; n += 1)
      await office.room(`相談室${String.fromCharCode(65 + n)}`, {
        ...numbersOf.A,
        meetingId: `8123456${1000 + n}`,
      });
    const list = await office.first.says('会議室');
    expect(list).toContain(head);
    expect(list.match(/これからの予約/g) ?? []).toHaveLength(Math.min(count, 12));
    expect(list.includes('[つづき]')).toBe(hasMore);
    if (hasMore) expect(await office.first.presses('つづき')).toContain('[相談室M]');
  });

  test('says how many bookings are to come in each; a line brings its card', async () => {
    const roomA = await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    await office.confirmed(tomorrow, roomA);
    await office.confirmed(2 * tomorrow, roomA);
    await office.confirmed(-tomorrow, roomA);
    const list = await office.first.says('会議室');
    expect(list).toContain('[相談室A] これからの予約 2件');
    expect(list).toContain('[相談室B] これからの予約はありません');
    expect(await office.first.presses('相談室A')).toContain(
      '[番号を変える]\n[会議室の行をコピー]\n[削除する]',
    );
  });
});

describe('a room that gets other numbers', () => {
  test('with bookings to come asks, and 「送り直す」 changes those and tells their people', async () => {
    const roomA = await office.room('相談室A');
    const coming = [await office.confirmed(tomorrow, roomA), await office.confirmed(2 * tomorrow, roomA)];
    const past = await office.confirmed(-tomorrow, roomA);
    expect(await office.first.says(newNumbers)).toContain('「相談室A」の予約 2件に送り直しますか');
    for (const { person } of coming) expect(await told(person.chatId)).toBe('');
    expect(await office.second.presses('送り直す')).toContain('予約 2件の番号を変えました');
    for (const { person, now } of coming) {
      expect(await told(person.chatId)).toContain('845 1111 2222');
      expect(await now()).toMatchObject({ version: 3, roomId: roomA });
    }
    expect(await told(past.person.chatId)).toBe('');
    expect((await past.now()).version).toBe(2);
    await office.later();
    expect(await office.first.presses('送り直す')).toContain('前の番号の予約はありません');
  });

  test('is taken back within the minute for all of them, and nobody is told', async () => {
    const roomA = await office.room('相談室A');
    const coming = [await office.confirmed(tomorrow, roomA), await office.confirmed(2 * tomorrow, roomA)];
    const before = await Promise.all(coming.map(({ now }) => now()));
    await office.first.says(newNumbers);
    const card = await office.first.presses('送り直す');
    expect(card).toContain('まだお知らせしていません');
    const undo = await office.first.tapOf('取り消す');
    expect(await office.second.taps(undo)).toContain('予約 2件の番号を、元に戻しました');
    for (const [n, { person, now }] of coming.entries()) {
      expect(await told(person.chatId)).toBe('');
      expect(await now()).toMatchObject({ zoomHash: before[n]?.zoomHash, roomId: roomA });
    }
    await office.later();
    expect(await office.first.taps(undo)).toContain('もう取り消せません');
  });

  test('twice within the minute, of which the second is taken back: the people are told of the first, and staff hear so', async () => {
    const roomA = await office.room('相談室A');
    const coming = await office.confirmed(tomorrow, roomA);
    const away = await office.confirmed(2 * tomorrow, roomA);
    await away.person.unfollows();
    await office.first.says(newNumbers);
    await office.first.presses('送り直す');
    await office.later();
    await office.first.says('会議室 追加 相談室A 845 3333 4444 efgh34');
    await office.first.presses('送り直す');
    const undone = await office.first.presses('取り消す');
    expect(undone).toContain('その前に決めたことは、そのままです。\n1件は、ご本人にこれからLINEで');
    expect(undone).toContain('LINEが届かない方が1人います');
    expect(undone).not.toContain('していません');
    expect(textOf(await counter.sentTo(coming.person.chatId))).toContain('845 1111 2222');
  });

  test('「これからだけ」 leaves them, and a later confirmation has the new ones', async () => {
    const roomA = await office.room('相談室A');
    const coming = await office.confirmed(tomorrow, roomA);
    await office.first.says(newNumbers);
    expect(await office.first.presses('これからだけ')).toContain('1件は、前の番号のままです');
    expect((await coming.now()).version).toBe(2);
    const { receipt, person } = await office.request(2 * tomorrow);
    await office.first.says(receipt);
    await office.first.presses('確定する(相談室A)');
    await counter.minutePasses();
    expect(textOf(await counter.sentTo(person.chatId))).toContain('845 1111 2222');
  });

  test('once more: the card of the first change sends nothing, and asks for the newest', async () => {
    const roomA = await office.room('相談室A');
    const { now } = await office.confirmed(tomorrow, roomA);
    await office.first.says(newNumbers);
    const old = await office.first.tapOf('送り直す');
    await office.second.says('会議室 追加 相談室A 845 3333 4444 efgh34');
    expect(await office.first.taps(old)).toContain('送り直しますか');
    expect((await now()).version).toBe(2);
  });

  test('leaves out a booking at whose time another one has these numbers', async () => {
    const roomA = await office.room('相談室A');
    const free = await office.confirmed(2 * tomorrow, roomA);
    const blocked = await office.confirmed(tomorrow, roomA);
    await office.confirmed(tomorrow + 20, null, { meetingId: '84511112222', passcode: 'abcd12' });
    await office.first.says(newNumbers);
    expect(await office.first.presses('送り直す')).toMatch(
      /1件の番号を変えました[\s\S]+1件は、同じ番号の予約が重なる/,
    );
    expect((await blocked.now()).version).toBe(2);
    expect((await free.now()).version).toBe(3);
  });

  test.each([
    ['begins soon', 14],
    ['has begun', -5],
  ])(
    'names the booking that %s: it keeps the old ones, and its person is to be called',
    async (_, minutes) => {
      const roomA = await office.room('相談室A');
      const near = await office.confirmed(minutes, roomA);
      const isLeft = `の予約(受付番号 ${near.receipt})は、もう変えられないので、前の番号のままです。\nお電話でお知らせください`;
      const changed = await office.first.says(newNumbers);
      expect(changed).toContain(isLeft);
      expect(changed).not.toContain('前の番号の予約はありません');
      await office.confirmed(tomorrow, roomA);
      await office.later();
      const asked = await office.first.says(newNumbers);
      expect(asked).toContain('予約 1件に送り直しますか');
      expect(asked).toContain(isLeft);
      expect(await office.first.presses('これからだけ')).toContain(isLeft);
      expect(await office.first.presses('送り直す')).toContain(isLeft);
      expect((await near.now()).version).toBe(2);
    },
  );

  test('without bookings to come says so', async () => {
    await office.room('相談室A');
    expect(await office.first.says(newNumbers)).toContain('前の番号の予約はありません');
  });

  test.each([
    ['会議室 追加 相談室A 53 454 1910 abcd12', '電話番号のようです'],
    ['会議室 追加 相談室A 053 454 1910 abcd12', '例\n会議室 追加'],
    ['会議室 追加 相談室A 822 3456 7890 abcd12', 'ほかの会議室のもの'],
    ['会議室 追加 相談室A', '例\n会議室 追加'],
  ])('is not changed by 「%s」', async (line, answer) => {
    const roomA = await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const row = () => counter.prisma.zoomRoom.findUnique({ where: { id: roomA } });
    const before = await row();
    expect(await office.first.says(line)).toContain(answer);
    expect(await row()).toEqual(before);
  });
});

describe('会議室 削除', () => {
  test('without bookings to come removes at once, by the end of the name too', async () => {
    const id = await office.room('相談室A');
    await office.confirmed(-tomorrow, id);
    expect(await office.first.says('会議室 削除 Ａ')).toContain('職員1さんが会議室「相談室A」を削除しました');
    expect(await office.first.says('会議室')).toContain('まだ登録されていません');
    const row = await counter.prisma.zoomRoom.findUniqueOrThrow({
      where: { id },
      include: { changedBy: true },
    });
    expect(row.removedAt).not.toBeNull();
    expect(row.changedBy).not.toBeNull();
  });

  test('with bookings asks, saying how many; those keep their numbers and the room is no choice any more', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, now } = await office.confirmed(tomorrow, roomA);
    expect(await office.first.says('会議室 削除 相談室A')).toContain('これからの予約が1件あります');
    expect(await office.first.says('会議室')).toContain('相談室A');
    expect(await office.second.presses('はい、削除する')).toContain('番号もそのままです');
    expect((await now()).zoomMeetingId).not.toBeNull();
    expect(await office.first.says(receipt)).toContain('相談室A(削除ずみ)');
    await office.first.says((await office.request(tomorrow)).receipt);
    expect(await office.first.presses('確定する')).not.toContain('[相談室A]');
    await office.later();
    expect(await office.first.presses('はい、削除する')).toContain('もう登録にありません');
  });

  test('a button of a removed room is told so, and one that shows it again after it was added anew works', async () => {
    await office.room('相談室A');
    const request = await office.request(tomorrow);
    await office.first.says(request.receipt);
    const press = await office.first.tapOf('確定する(相談室A)');
    await office.second.says('会議室 削除 A');
    expect(await office.first.taps(press)).toContain('会議室を選んでください');
    expect((await request.now()).state).toBe('requested');
    expect(await office.second.says(newNumbers)).toContain('登録しました');
    await office.later();
    expect(await office.first.taps(press)).toContain('確定しました');
  });

  test.each([
    ['会議室 削除', '会議室の名前も'],
    ['会議室 削除 和室', '登録にありません'],
    ['会議室 削除 室A', 'いくつかあります'],
  ])('「%s」 is answered with one line and the right form', async (line, answer) => {
    await office.room('相談室A');
    await office.room('面談室A', numbersOf.B);
    expect(await office.first.says(line)).toMatch(new RegExp(`${answer}[\\s\\S]+例\\n会議室 削除 相談室A`));
  });

  test('the row goes with the numbers of its last booking, and not before', async () => {
    const id = await office.room('相談室A');
    const { now } = await office.confirmed(-tomorrow, id);
    await office.first.says('会議室 削除 A');
    await office.later();
    const swept = () => counter.prisma.$transaction((tx) => sweepRooms(askOf(tx), counter.clock.now()));
    expect(await swept()).toBe(0);
    const none = { zoomMeetingId: null, zoomPasscode: null, zoomHash: null };
    await counter.prisma.booking.update({ where: { id: (await now()).id }, data: none });
    expect(await swept()).toBe(1);
    expect((await now()).roomId).toBeNull();
  });
});
