// More than one admin chat: none comes about in silence, and each can be ended from another.
import { addHours, addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, fillIn, openCounter, textOf, type Visitor } from './desk.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

let turns = 0;
let desk: Visitor;
beforeEach(async () => {
  turns += 1;
  await counter.prisma.adminChat.deleteMany();
  desk = counter.visitor(`C-desk-${turns}`, 'group', 'U-clerk-1');
  await counter.prisma.adminChat.create({
    data: { chatId: desk.chatId, enrolledAt: counter.clock.now() },
  });
});

const group = (name: string) => counter.visitor(`C-${name}-${turns}`, 'group', 'U-clerk-2');
const invitation = async () => /\d{4}-\d{4}/.exec(await desk.says('招待'))?.[0] ?? 'none';
const decides = async (one: Visitor) => (await one.says('ヘルプ')).includes('承認待ち');
async function enrolled(name: string): Promise<Visitor> {
  const one = group(name);
  expect(await one.says(await invitation())).toContain('職員用のトークになりました');
  return one;
}

describe('a new admin chat', () => {
  test('is told to the others: what it is called, how many are in it, and who asked for the code', async () => {
    const branch = group('branch');
    const code = await invitation();
    await desk.news();
    expect(await branch.says(code)).toContain('ほかの職員用のトークにも、このことをお知らせします');
    const news = textOf(await desk.news());
    for (const part of ['増えました', `トーク ${branch.chatId}`, 'グループ 5人', '職員1さん', '[取り消す]'])
      expect(news).toContain(part);
    expect(textOf(await branch.news())).not.toContain('増えました');
  });

  test('of one person is told to the others, and says itself what that means', async () => {
    const phone = counter.visitor(`U-duty-${turns}`);
    const code = await invitation();
    await desk.news();
    expect(await phone.says(`登録 ${code}`)).toContain('このLINEを使う方は、だれでも見て');
    expect(textOf(await desk.news())).toContain('1対1のトーク');
  });

  test('is named in no row and no line of the log in the clear', async () => {
    const branch = await enrolled('secret');
    const row = await counter.prisma.adminChat.findUniqueOrThrow({ where: { chatId: branch.chatId } });
    const { invitedBy } = await counter.prisma.adminChat.findUniqueOrThrow({
      where: { chatId: branch.chatId },
      include: { invitedBy: true },
    });
    expect(row.members).toBe(5);
    for (const bytes of [row.name, invitedBy?.name]) {
      expect(bytes?.length).toBeGreaterThan(30);
      expect(Buffer.from(bytes ?? []).toString()).not.toMatch(/トーク|職員/);
    }
    expect(JSON.stringify(counter.lines)).not.toMatch(/トーク C|職員1/);
  });

  test('can be taken back with one press, and decides nothing any more', async () => {
    const branch = await enrolled('stranger');
    const hanako = counter.visitor(`U-${turns}`);
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const old = await branch.tapOf('確定する');
    const ended = await desk.presses('取り消す');
    expect(ended).toContain(`トーク ${branch.chatId}`);
    expect(ended).toContain('職員用から外しました');
    expect(await branch.taps(old)).toBe(
      'ここは、職員用のトークではなくなりました。\nほかの職員用のトークで、終了の操作がありました。\nもう一度使うには、招待コードが必要です。',
    );
    for (const word of ['ヘルプ', '招待', 'トーク一覧', '承認待ち']) expect(await branch.says(word)).toBe('');
    expect(await branch.taps(old)).toBe('');
    expect(await counter.prisma.booking.count({ where: { state: 'confirmed' } })).toBe(0);
    expect(await desk.presses('取り消す')).toContain('もう職員用ではありません');
    expect(await decides(desk)).toBe(true);
  });

  test('that was taken back does not come back with a code that it had asked for', async () => {
    const branch = await enrolled('rival');
    const code = /\d{4}-\d{4}/.exec(await branch.says('招待'))?.[0] ?? 'none';
    expect(await desk.presses('取り消す')).toContain('前に出した招待コードも、もう使えません');
    await branch.says('ヘルプ');
    expect(await branch.says(code)).toContain('使えませんでした');
    expect(await counter.prisma.adminChat.count({ where: { leftAt: null } })).toBe(1);
    expect(await group('friend').says(code)).toContain('使えませんでした');
  });

  test('is asked about first when it is taken back days later; an old button never ends a newer enrolment', async () => {
    const branch = await enrolled('old');
    const old = await desk.tapOf('取り消す');
    await counter.clock.moveTo(addHours(counter.clock.now(), 25));
    expect(await desk.taps(old)).toContain('このトークを終了しますか？');
    expect(await decides(branch)).toBe(true);
    await desk.presses('はい、終了する');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    await branch.says(await invitation());
    expect(await desk.taps(old)).toContain('もう職員用ではありません');
    expect(await decides(branch)).toBe(true);
  });
});

describe('the list of admin chats', () => {
  test.each(['トーク一覧', '登録チャット', '職員用のトーク'])(
    '「%s」 shows all others; each is ended after a question',
    async (words) => {
      expect(await desk.says(words)).toContain('ここだけです');
      const [one, two] = [await enrolled('one'), await enrolled('two')];
      const list = await desk.says(words);
      expect(list).toContain('ほかに、職員用のトークが2つあります');
      expect(list.match(/\[終了する\]/g)).toHaveLength(2);
      expect(list).not.toContain(desk.chatId);
      expect(await desk.presses('終了する')).toContain('このトークを終了しますか？');
      expect([await decides(one), await decides(two)]).toEqual([true, true]);
      expect(await desk.presses('はい、終了する')).toContain('職員用から外しました');
      expect([await decides(one), await decides(two)].toSorted()).toEqual([false, true]);
    },
  );

  test('stands in ヘルプ', async () => {
    expect(await desk.says('ヘルプ')).toContain('「トーク一覧」');
  });

  test('two that end each other at the same moment: one stays', async () => {
    const branch = await enrolled('rival');
    await branch.says('トーク一覧');
    const event = { type: 'tap' as const, tap: await desk.tapOf('取り消す') };
    await branch.presses('終了する');
    const other = { type: 'tap' as const, tap: await branch.tapOf('はい、終了する') };
    await counter.hear(desk.event(event), branch.event(other));
    expect(await counter.prisma.adminChat.count({ where: { leftAt: null } })).toBe(1);
  });

  test('a forged button ends neither its own chat nor one that is none, and none outside ends anything', async () => {
    const branch = await enrolled('target');
    const tap = await desk.tapOf('取り消す');
    const own = await counter.prisma.adminChat.findUniqueOrThrow({ where: { chatId: desk.chatId } });
    const since = String(own.enrolledAt.getTime());
    const forged = [
      { ...tap, chat: desk.chatId, since },
      { ...tap, chat: 'C-none' },
      { ...tap, since: '1' },
    ];
    for (const one of forged)
      expect(await desk.taps({ ...one, sure: '1' })).toContain('もう職員用ではありません');
    expect(await group('outside').taps(tap)).toBe('');
    expect(await counter.visitor(`U-out-${turns}`).taps(tap)).not.toContain('外しました');
    expect([await decides(desk), await decides(branch)]).toEqual([true, true]);
  });
});

describe('somebody who joins', () => {
  const joins = (one: Visitor, ...members: string[]) =>
    one.does({ type: 'memberJoined', members, count: members.length });

  test('an admin chat is named there, with what can be seen', async () => {
    expect(await joins(desk, 'U-7')).toBe(
      '職員7さんが参加しました。\nこのトークでは、申し込みと利用者の方の氏名が見られます。\n心あたりがないときは、退会してもらってください。',
    );
    expect(await joins(desk, 'U-1', 'U-2', 'U-3', 'U-4')).toContain(
      '4人が参加しました。\n・職員1さん\n・職員2さん\n・職員3さん\nほかに1人',
    );
  });

  test('another group is met with silence', async () => {
    expect(await joins(group('elsewhere'), 'U-7')).toBe('');
  });
});
