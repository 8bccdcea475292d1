// Who comes first, and whose chat it is: people, groups, and the staff's code.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeForFirstStart } from '../../src/records/enrolment.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

let chats = 0;
let hanako: Visitor;
beforeEach(() => {
  chats += 1;
  hanako = counter.visitor(`U${chats}`);
});
const group = (name: string) => counter.visitor(`C-${name}-${chats}`, 'group', 'U-clerk-1');

const makeCode = async (): Promise<string> => {
  await counter.prisma.adminChat.updateMany({ data: { leftAt: counter.clock.now() } });
  return (await codeForFirstStart(counter.database, counter.services)) ?? '';
};
const leftAt = (chatId: string) =>
  counter.prisma.adminChat.findUnique({ where: { chatId } }).then((row) => row?.leftAt);

describe('the first thing that comes from a person', () => {
  test.each([
    ['a follow', (one: Visitor) => one.follows()],
    ['a sticker', (one: Visitor) => one.sticker()],
    ['a photo', (one: Visitor) => one.does({ type: 'media', kind: 'image' })],
    ['a few words', (one: Visitor) => one.says('こんにちは')],
  ])('%s is greeted, and the menu stands', async (_, comes) => {
    const answer = await comes(hanako);
    for (const part of ['はじめまして', 'マザーズハローワーク浜松', '[相談を申し込む]'])
      expect(answer).toContain(part);
    expect(await counter.saved(hanako.chatId)).toMatchObject({ flow: 'home', value: 'menu' });
  });

  test('the words of a button are understood at once', async () => {
    expect(await hanako.says('相談を申し込む')).toContain('利用規約に同意しますか');
  });

  test('a wish to apply is understood at once, whatever day is named with it', async () => {
    expect(await hanako.says('来週の火曜10時に予約したいです')).toContain('利用規約に同意しますか');
  });

  test('a button of the rich menu is understood at once', async () => {
    expect(await hanako.taps({ event: 'apply.asked' })).toContain('利用規約に同意しますか');
  });

  test('an answer to a question she was never asked is not taken for one', async () => {
    const answer = await hanako.taps({ event: 'submitted', c: 'forged', s: '0' });
    expect(answer).toContain('前の質問のボタン');
    expect(await counter.prisma.booking.count()).toBe(0);
  });

  test('twice the same words make one person', async () => {
    await hanako.says('こんにちは');
    await hanako.says('こんにちは');
    expect(await counter.prisma.person.count({ where: { chatId: hanako.chatId } })).toBe(1);
  });
});

describe('a group', () => {
  test('is told how to become the admin chat, and is otherwise left alone', async () => {
    const staff = group('quiet');
    expect(await staff.does({ type: 'joined' })).toContain('招待コード');
    for (const text of ['こんにちは', '相談を申し込む', '承認待ち', '123-456'])
      expect(await staff.says(text)).toBe('');
    expect(await staff.sticker()).toBe('');
    expect(
      await staff.taps({
        event: 'confirm.asked',
        booking: '0190a6e0-0000-7000-8000-000000000001',
        version: '1',
      }),
    ).toBe('');
    expect(await counter.saved(staff.chatId)).toBeNull();
  });

  test('becomes the admin chat by a code, which works once', async () => {
    const code = await makeCode();
    const [staff, others] = [group('one'), group('other')];
    expect(await staff.says(code)).toContain('職員用のトークになりました');
    expect(await staff.says('ヘルプ')).toContain('承認待ち');
    expect(await others.says(code)).toContain('このコードは使えませんでした');
  });

  test('that the account was removed from decides nothing any more, and can come back by a new code', async () => {
    const staff = group('left');
    await staff.says(await makeCode());
    await staff.does({ type: 'left' });
    expect(await leftAt(staff.chatId)).toEqual(expect.any(Date));
    await staff.does({ type: 'joined' });
    expect(await staff.says('承認待ち')).toBe('');
    await staff.says(await makeCode());
    expect(await staff.says('承認待ち')).not.toBe('');
    expect(await leftAt(staff.chatId)).toBeNull();
  });

  test('that becomes the admin chat is shown at once what has waited, as one list in its own answer', async () => {
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
    for (const name of ['a', 'b', 'c', 'd']) {
      const one = counter.visitor(`${hanako.chatId}-${name}`);
      await fillIn(one, 'review');
      await one.presses('この内容で申し込む');
    }
    const staff = group('late');
    await counter.hear(staff.event({ type: 'text', text: await makeCode() }));
    const news = await staff.news();
    expect(news.map(({ messages, reply }) => [messages.length, reply !== undefined])).toEqual([[2, true]]);
    const [, list] = news[0]?.messages ?? [];
    expect(list).toMatchObject({ title: '承認待ち 4件' });
    expect(list?.kind === 'card' ? list.rows : []).toHaveLength(4);
  });
});

describe('a one-to-one chat', () => {
  const misses = () => counter.prisma.enrolmentMiss.count({ where: { chatId: hanako.chatId } });

  test('becomes the admin chat by 登録 and a code, in the middle of anything but the form', async () => {
    const code = await makeCode();
    await hanako.follows();
    await hanako.says('予約を見る');
    expect(await hanako.says(`登録　${code.replace('-', '－')}`)).toContain('職員用のトークになりました');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ flow: 'admin', value: 'idle' });
    expect(await hanako.says('ヘルプ')).toContain('承認待ち');
    for (const text of ['おつかれさまです', '登録 0000-0000'])
      expect(await hanako.says(text)).toContain('「ヘルプ」と送ると');
  });

  test('that was never used becomes the admin chat with its first words', async () => {
    expect(await hanako.says(`登録 ${await makeCode()}`)).toContain('職員用のトークになりました');
    expect(await counter.prisma.person.count({ where: { chatId: hanako.chatId } })).toBe(1);
  });

  test('takes eight digits alone for no code, be it the right one, and counts no miss', async () => {
    const code = await makeCode();
    await hanako.follows();
    for (const text of [code, '2202 0123', '２２０２０１２３', '0000-0000']) {
      const answer = await hanako.says(text);
      expect(answer).not.toContain('職員用');
      expect(answer).not.toContain('コード');
    }
    expect(await leftAt(hanako.chatId)).toBeUndefined();
    expect(await misses()).toBe(0);
  });

  test('in the form takes whatever is typed for an answer, whatever code there is', async () => {
    const code = await makeCode();
    await fillIn(hanako, 'name');
    for (const text of [code, `登録 ${code}`]) expect(await hanako.says(text)).not.toContain('職員用');
    expect(await leftAt(hanako.chatId)).toBeUndefined();
    expect(await misses()).toBe(0);
  });

  test('with 登録 and a wrong code is told so, with the phone; ten stop this chat and no group', async () => {
    const code = await makeCode();
    await hanako.follows();
    for (let tries = 1; tries < 10; tries += 1) {
      const answer = await hanako.says('登録 0000-0000');
      expect(answer).toContain('このコードは使えませんでした');
      expect(answer).toContain('053-454-1910');
    }
    expect(await hanako.says('登録 0000-0000')).toContain('1時間お休みします');
    expect(await hanako.says(`登録 ${code}`)).toContain('1時間お休みします');
    expect(await hanako.says('相談を申し込む')).toContain('利用規約に同意しますか');
    expect(await group('free').says(code)).toContain('職員用のトークになりました');
  });

  test('that was the admin chat is a person’s again when it is taken off the list', async () => {
    await hanako.says(`登録 ${await makeCode()}`);
    await counter.prisma.adminChat.updateMany({ data: { leftAt: counter.clock.now() } });
    const answer = await hanako.says('相談を申し込む');
    expect(answer).toContain('利用規約に同意しますか');
  });
});
