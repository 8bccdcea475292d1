// What colleagues say to each other in the group answers no card, ends nobody's work and becomes nobody's numbers; and a line
// of numbers counts for the booking that it names, however it is typed.
import { describe, expect, test } from 'vitest';
import { numbersOf, type RoomOffice, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();

const stateOf = async (now: Awaited<ReturnType<RoomOffice['request']>>['now']) => (await now()).state;

describe('what colleagues say', () => {
  const talk = [
    '053-454-1910 に折り返しください',
    'OK',
    'やめる',
    'はい',
    'いいえ',
    'キャンセル',
    'abcd12',
    '845 1111 2222',
    '取り消す',
    '戻る',
  ];

  test('to a card that leads to the keyboard is none of its numbers', async () => {
    await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const { receipt, now } = await office.request(tomorrow);
    await office.first.says(receipt);
    await office.first.presses('確定する');
    for (const words of talk) expect(await office.second.says(words), words).toBe('');
    expect(await counter.prisma.numbersDraft.count()).toBe(0);
    expect(await stateOf(now)).toBe('requested');
    expect(await office.first.presses('相談室A')).toContain('確定しました');
  });

  test('beside a line of numbers that waits for its press changes nothing of it', async () => {
    const { receipt, now } = await office.request(tomorrow);
    await office.first.says(`番号 ${receipt} 845 1111 2222 abcd12`);
    for (const words of talk) expect(await office.second.says(words), words).toBe('');
    expect(await stateOf(now)).toBe('requested');
    expect(await office.first.presses('この番号で確定する')).toContain('確定しました');
  });

  test('while another one’s cancellation, closure or move waits for its last press ends none of them', async () => {
    const { receipt, now } = await office.confirmed(tomorrow, null);
    await office.first.says(receipt);
    await office.first.presses('キャンセル');
    for (const words of talk) expect(await office.second.says(words), words).toBe('');
    expect(await stateOf(now)).toBe('confirmed');
    expect(await office.first.presses('ご本人から')).toContain('キャンセルしました');
  });
});

describe('a line of numbers', () => {
  test.each([
    ['in full width', (receipt: string) => full(`番号 ${receipt} 845 1111 2222 abcd12`)],
    [
      'with the running number alone, in full width',
      (receipt: string) => full(`番号 ${receipt.slice(5)} 84511112222 abcd12`),
    ],
    [
      'over three lines',
      (receipt: string) => `番号 ${receipt}\nミーティングID: 845 1111 2222\nパスコード: abcd12`,
    ],
  ])('%s is read as the other one', async (_, typed) => {
    const { receipt, now } = await office.request(tomorrow);
    const other = await office.request(2 * tomorrow);
    const check = await office.first.says(typed(receipt));
    expect(check).toContain('845 1111 2222');
    expect(check).toContain('abcd12');
    expect(check).toContain(receipt);
    expect(await office.second.presses('この番号で確定する')).toContain('確定しました');
    expect([await stateOf(now), await stateOf(other.now)]).toEqual(['confirmed', 'requested']);
  });

  test('that is edited so that it names another booking leaves the first one without numbers', async () => {
    const [first, second] = [await office.request(tomorrow), await office.request(2 * tomorrow)];
    const line = '9000';
    await office.first.says(`番号 ${first.receipt} 845 1111 2222 abcd12`, line);
    const before = await office.first.tapOf('この番号で確定する');
    const check = await office.first.edits(line, `番号 ${second.receipt} 845 1111 2222 abcd12`);
    expect(check).toContain(second.receipt);
    expect(await office.second.taps(before)).toContain('このカードの番号は、もう消えています');
    expect(await office.first.presses('この番号で確定する')).toContain('確定しました');
    expect([await stateOf(first.now), await stateOf(second.now)]).toEqual(['requested', 'confirmed']);
  });

  test('that is edited after its press is a correction, which changes nothing before a press of its own', async () => {
    const { receipt, now } = await office.request(tomorrow);
    const line = '9001';
    await office.first.says(`番号 ${receipt} 845 1111 2222 abcd12`, line);
    await office.first.presses('この番号で確定する');
    const { version } = await now();
    const check = await office.first.edits(line, `番号 ${receipt} 846 1111 2222 abcd12`);
    expect(check).toContain('846 1111 2222');
    expect(check).not.toContain('[この番号で確定する]');
    expect((await now()).version).toBe(version);
  });

  test('that is none is never run when it is edited: no command, whatever it says now', async () => {
    const { receipt, now } = await office.confirmed(tomorrow, null);
    const line = '9002';
    await office.first.says('おつかれさまです', line);
    for (const words of ['今日', receipt, '休業 12/3', 'お電話', '会議室 削除 A', '招待', '通知 切'])
      expect(await office.first.edits(line, words), words).toBe('');
    expect(await stateOf(now)).toBe('confirmed');
    expect(await counter.prisma.closure.count()).toBe(0);
  });
});

/** As a telephone types it in full width. */
function full(text: string): string {
  return text
    .replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}
