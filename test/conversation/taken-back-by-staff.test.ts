// A line of staff that is taken back or edited: what it said confirms nothing any more.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
});

describe('in the admin chat', () => {
  let clerk: Visitor;
  let line: string;
  beforeEach(async () => {
    clerk = counter.visitor('C1', 'group', 'U-clerk-1');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const where = { person: { chatId: hanako.chatId } };
    line = `番号 ${receiptOf(await counter.prisma.booking.findFirstOrThrow({ where }))} `;
  });

  /** Ids of messages are never used twice. */
  const id = (n: number) => `${visitors}000${n}`;
  const confirmed = () =>
    counter.prisma.booking.count({ where: { person: { chatId: hanako.chatId }, state: 'confirmed' } });

  test('numbers that were taken back confirm nothing: the card says that they are gone', async () => {
    await clerk.says(`${line}123 4567 8901 abc123`, id(1));
    expect(await clerk.takesBack(id(1))).toBe('');
    expect(await clerk.presses('この番号で確定する')).toContain('このカードの番号は、もう消えています');
    expect(await confirmed()).toBe(0);
    await clerk.says(`${line}234 5678 9012 xyz789`, id(3));
    expect(await clerk.presses('この番号で確定する')).toContain('確定しました');
  });

  test('an edited line is read anew, and its card of before confirms nothing', async () => {
    await clerk.says(`${line}123 4567 8901 abc123`, id(1));
    const before = await clerk.tapOf('この番号で確定する');
    expect(await clerk.edits(id(1), `${line}234 5678 9012 xyz789`)).toContain('234 5678 9012');
    const lapsed = await clerk.taps(before);
    expect(lapsed).toMatch(/あとから入力し直されています[\s\S]*234 5678 9012/);
    expect(await confirmed()).toBe(0);
    expect(await clerk.presses('この番号で確定する')).toContain('確定しました');
  });

  test('a line that was told wrong may be put right by editing it', async () => {
    expect(await clerk.says(`${line}123 4567 8901`, id(1))).toContain('パスコードを');
    expect(await clerk.edits(id(1), `${line}123 4567 8901 abc123`)).toContain('この番号で確定しますか');
  });

  test('a line that is edited into talk takes its numbers along, and is said so', async () => {
    await clerk.says(`${line}123 4567 8901 abc123`, id(1));
    expect(await clerk.edits(id(1), 'すみません、間違えました')).toBe(
      'メッセージが編集されたので、前の番号は消しました。',
    );
    expect(await clerk.presses('この番号で確定する')).toContain('もう消えています');
  });

  test('an edit that arrives after its line was taken back is not read', async () => {
    await clerk.says(`${line}123 4567 8901 abc123`, id(1));
    await clerk.takesBack(id(1));
    expect(await clerk.edits(id(1), `${line}234 5678 9012 xyz789`)).toBe('');
    expect(await clerk.presses('この番号で確定する')).toContain('もう消えています');
  });

  test('a line that arrives after its edit does not bring its old numbers back', async () => {
    await clerk.edits(id(1), `${line}234 5678 9012 xyz789`);
    expect(await clerk.says(`${line}123 4567 8901 abc123`, id(1))).toBe('');
    expect(await clerk.presses('この番号で確定する')).toContain('確定しました');
  });

  test('other lines that are taken back or edited are talk, whatever they say now', async () => {
    await clerk.says(`${line}123 4567 8901 abc123`, id(1));
    for (const message of [id(7), id(8)]) {
      expect(await clerk.takesBack(message)).toBe('');
      expect(await clerk.edits(message, '承認待ち')).toBe('');
    }
    expect(await clerk.presses('この番号で確定する')).toContain('確定しました');
  });
});
