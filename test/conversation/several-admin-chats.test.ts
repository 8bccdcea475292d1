// More than one admin chat: they are listed, each can be ended from another, and who joins one is named there.
import { addHours } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import type { Visitor } from './counter.ts';
import { counter, decides, enrolled, group, openWithServices, services, turns } from './enrolled-chats.ts';

openWithServices();

describe('the list of admin chats', () => {
  test.each(aFew(['トーク一覧', '登録チャット', '職員用のトーク']))(
    '「%s」 shows all others; each is ended after a question',
    async (words) => {
      expect(await services.says(words)).toContain('ここだけです');
      const [one, two] = [await enrolled('one'), await enrolled('two')];
      const list = await services.says(words);
      expect(list).toContain('ほかに、職員用のトークが2つあります');
      expect(list.match(/\[終了する\]/g)).toHaveLength(2);
      expect(list).not.toContain(services.chatId);
      expect(await services.presses('終了する')).toContain('このトークを終了しますか？');
      expect([await decides(one), await decides(two)]).toEqual([true, true]);
      expect(await services.presses('はい、終了する')).toContain('職員用から外しました');
      expect([await decides(one), await decides(two)].toSorted()).toEqual([false, true]);
    },
  );

  test('stands in ヘルプ', async () => {
    expect(await services.says('ヘルプ')).toContain('[トーク一覧]');
  });

  test('two that end each other at the same moment: one stays', async () => {
    const branch = await enrolled('rival');
    // Before that the newer one can end no older one.
    await counter.clock.moveTo(addHours(counter.clock.now(), 25));
    await branch.says('トーク一覧');
    await services.presses('取り消す');
    const event = { type: 'tap' as const, tap: await services.tapOf('はい、終了する') };
    await branch.presses('終了する');
    const other = { type: 'tap' as const, tap: await branch.tapOf('はい、終了する') };
    await counter.hear(services.event(event), branch.event(other));
    expect(await counter.prisma.adminChat.count({ where: { leftAt: null } })).toBe(1);
  });

  test('a forged button ends neither its own chat nor one that is none, and none outside ends anything', async () => {
    const branch = await enrolled('target');
    // Its card waited for the next word there.
    await services.says('おはよう');
    const tap = await services.tapOf('取り消す');
    const own = await counter.prisma.adminChat.findUniqueOrThrow({ where: { chatId: services.chatId } });
    const since = String(own.enrolledAt.getTime());
    const forged = [
      { ...tap, chat: services.chatId, since },
      { ...tap, chat: 'C-none' },
      { ...tap, since: '1' },
    ];
    for (const one of forged)
      expect(await services.taps({ ...one, sure: '1' })).toContain('もう職員用ではありません');
    expect(await group('outside').taps(tap)).toBe('');
    expect(await counter.visitor(`U-out-${turns}`).taps(tap)).not.toContain('外しました');
    expect([await decides(services), await decides(branch)]).toEqual([true, true]);
  });
});

describe('somebody who joins', () => {
  const joins = (one: Visitor, ...members: string[]) =>
    one.does({ type: 'memberJoined', members, count: members.length });

  test('an admin chat is named there, with what can be seen', async () => {
    expect(await joins(services, 'U-7')).toBe(
      '職員7さんが参加しました。\nこのトークでは、申し込みと利用者の方の氏名が見られます。\n心あたりがないときは、退会してもらってください。',
    );
    expect(await joins(services, 'U-1', 'U-2', 'U-3', 'U-4')).toContain(
      '4人が参加しました。\n・職員1さん\n・職員2さん\n・職員3さん\nほかに1人',
    );
  });

  test('another group is met with silence', async () => {
    expect(await joins(group('elsewhere'), 'U-7')).toBe('');
  });
});
