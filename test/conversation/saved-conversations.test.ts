// A conversation that is picked up again: after a new version of the product, after a day, after a block.
import { addHours } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from '../../src/db/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';
import { nextWord, openLine, waitingCard, waitingLine } from './next-word.ts';

let counter: Counter;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
let visitors = 0;
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
});

const putConversation = (data: Prisma.ConversationUpdateInput) =>
  counter.prisma.conversation.update({ where: { chatId: hanako.chatId }, data });
const hers = () => ({ where: { person: { chatId: hanako.chatId } } });
const drafts = () => counter.prisma.draft.count({ where: { chatId: hanako.chatId } });
const later = (hours: number) => counter.clock.moveTo(addHours(counter.clock.now(), hours));

const restarted = (typed = true) => shownText(ja.restarted(counter.office, typed));
const expired = () =>
  shownText(ja.remarks.draftExpired({ facts: {}, openPrompt: null, misses: 0 }, counter.office));

const gone: [what: string, conversation: Prisma.ConversationUpdateInput][] = [
  ['a question that is no longer asked', { value: { name: 'spelling' } }],
  ['a version of the form that is no longer used', { version: '0' }],
  ['a form that does not exist any more', { flow: 'fax' }],
];

describe.each(gone)('a conversation that was left at %s', (_, conversation) => {
  test('begins anew with a word of explanation, the phone and the menu', async () => {
    await fillIn(hanako, 'name');
    await putConversation(conversation);
    const answer = await hanako.says('えっと');
    for (const part of [restarted(), '053-454-1910', '何をしますか']) expect(answer).toContain(part);
    expect(await counter.saved(hanako.chatId)).toMatchObject({ flow: 'home', value: 'menu' });
  });

  test('says so once, and what she had agreed to and typed still counts', async () => {
    await fillIn(hanako, 'phone');
    await putConversation(conversation);
    await hanako.says('録音');
    const next = await hanako.says('相談を申し込む');
    expect(next).not.toContain(restarted());
    expect(next).not.toContain('利用規約に同意しますか');
    expect(next).not.toContain('前回の登録');
    expect(next).toContain('前に入力した内容が残っています');
    expect(next).toContain('希望の日を選んでください');
    expect(await counter.prisma.consent.count(hers())).toBe(1);
    expect(await drafts()).toBe(1);
  });

  test('says what is kept: nothing typed is not mentioned', async () => {
    await fillIn(hanako, 'eligible');
    await putConversation(conversation);
    const answer = await hanako.says('えっと');
    expect(answer).toContain(restarted(false));
    expect(answer).not.toContain('入力した内容');
  });

  test('goes on at the first question that is still open', async () => {
    await fillIn(hanako, 'name');
    await putConversation(conversation);
    expect(await hanako.says('相談を申し込む')).toContain('求職番号を教えて');
    await hanako.says('22020-1234567');
    expect(await hanako.says('090-1234-5678')).toContain('希望の日を選んでください');
  });

  test('does not offer as 「前回の登録」 what was never handed in, a day later either', async () => {
    await fillIn(hanako, 'phone');
    await putConversation(conversation);
    await hanako.says('相談を申し込む');
    await later(25);
    const answer = await hanako.says('もう一度');
    expect(answer).toContain(expired());
    expect(answer).toContain('氏名を教えて');
    await putConversation(conversation);
    await hanako.says('えっと');
    const anew = await hanako.says('相談を申し込む');
    expect(anew).not.toContain('前回の登録');
    expect(anew).toContain('すべて当てはまりますか');
  });

  test('does not carry out a button of before', async () => {
    await fillIn(hanako, 'eligible');
    const tap = await hanako.tapOf('ひとつ前へ');
    await putConversation(conversation);
    const answer = await hanako.taps(tap);
    expect(answer).toContain(restarted(false));
    expect(answer).not.toContain('うまく読み取れませんでした');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ flow: 'home', value: 'menu' });
  });
});

test('a conversation in the admin chat that cannot be picked up begins anew without a word', async () => {
  const group = counter.visitor('C1', 'group', 'U9');
  await group.says('ヘルプ');
  await counter.prisma.conversation.update({ where: { chatId: 'C1' }, data: { value: 'gone' } });
  expect(await group.says('おはようございます')).toBe('');
  expect(await counter.saved('C1')).toMatchObject({ flow: 'admin', value: 'idle' });
});

describe('what was typed and left for a day', () => {
  test('is there after 23 hours', async () => {
    await fillIn(hanako, 'name');
    await later(23);
    expect(await hanako.says('22020-1234567')).toContain('電話番号を教えて');
  });

  test('is gone after 24: she is told, and asked for it again from the start', async () => {
    await fillIn(hanako, 'jobNumber');
    await later(25);
    const answer = await hanako.says('もう一度');
    expect(answer).toContain(expired());
    expect(answer).toContain('氏名を教えて');
    expect(await hanako.says('申込 花子')).not.toContain(expired());
  });

  test('is not taken from an answer that was meant for another question', async () => {
    await fillIn(hanako, 'jobNumber');
    await later(25);
    await hanako.says('来週の火曜10時');
    const { expiresAt } = await counter.prisma.draft.findUniqueOrThrow({ where: { chatId: hanako.chatId } });
    expect(expiresAt < counter.clock.now()).toBe(true);
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: { name: 'asking' } });
  });

  test('does not make an old answer of a button count', async () => {
    await fillIn(hanako, 'review');
    const tap = await hanako.tapOf('この内容で申し込む');
    await later(25);
    const answer = await hanako.taps(tap);
    expect(answer).toContain(expired());
    expect(answer).toContain('氏名を教えて');
    expect(await counter.prisma.booking.count(hers())).toBe(0);
  });

  test.each([
    ['予約を見る', 'いまは予約がありません'],
    ['やめる', '入力をやめました'],
    ['録音していいですか?', '【録音・録画】'],
  ])('「%s」 is heard all the same', async (text, part) => {
    await fillIn(hanako, 'jobNumber');
    await later(25);
    const answer = await hanako.says(text);
    expect(answer).toContain(expired());
    expect(answer).toContain(part);
  });

  test('leaves somebody alone who had typed nothing', async () => {
    await fillIn(hanako, 'eligible');
    await later(25);
    expect(await hanako.says('申込 花子')).toContain('求職番号を教えて');
  });
});

describe('somebody whose record was emptied while she was asked whether to use it', () => {
  test('is asked for her name, and never gets an apology', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    await counter.prisma.booking.updateMany({ where: hers().where, data: { state: 'done' } });
    expect(await hanako.says('相談を申し込む')).toContain('前回の登録を使いますか');
    await counter.prisma.person.update({ where: { chatId: hanako.chatId }, data: { name: null } });
    for (const text of ['この登録で申し込む', 'もう一度']) {
      const answer = await hanako.says(text);
      expect(answer).toContain('氏名を教えて');
      expect(answer).not.toContain('申し訳ありません');
    }
  });
});

describe('somebody who blocks the account', () => {
  test('loses what she was typing, and is greeted when she comes back', async () => {
    await fillIn(hanako, 'phone');
    expect(await hanako.unfollows()).toBe('');
    expect(await drafts()).toBe(0);
    const person = () => counter.prisma.person.findUniqueOrThrow({ where: { chatId: hanako.chatId } });
    expect((await person()).blockedAt).toEqual(expect.any(Date));
    const answer = await hanako.follows(true);
    expect(answer).toContain('おかえりなさい');
    expect((await person()).blockedAt).toBeNull();
  });

  test('keeps her request, and staff hear that she cannot be reached', async () => {
    const staff = counter.visitor('C1', 'group');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    await nextWord(counter);
    await staff.news();
    await hanako.unfollows();
    expect(await staff.news()).toEqual([]);
    const [booking, ...more] = await counter.prisma.booking.findMany(hers());
    if (booking === undefined) throw new Error('The request is gone');
    expect([booking.state, more]).toEqual(['requested', []]);
    const title = 'LINEが届かない方がいます';
    const line = { title, name: '申込 花子', at: counter.clock.now() };
    expect(await nextWord(counter)).toBe(waitingCard(waitingLine(counter, booking, line)));
    expect(await openLine(counter, title)).toMatch(/^承認待ち\n氏名 申込 花子\n[\s\S]*\nLINE 届きません\n/);
  });

  test('and never wrote before leaves nothing but the fact', async () => {
    expect(await hanako.unfollows()).toBe('');
    expect(await counter.saved(hanako.chatId)).toBeNull();
    expect(await hanako.says('こんにちは')).toContain('はじめまして');
  });
});
