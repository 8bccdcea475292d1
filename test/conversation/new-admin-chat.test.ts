// A new admin chat does not come about in silence: the others are told, and can take it back.
import { addHours, addMinutes, addSeconds } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { fillIn, textOf, type Visitor } from './counter.ts';
import {
  counter,
  decides,
  enrolled,
  group,
  invitation,
  openWithServices,
  services,
  turns,
} from './enrolled-chats.ts';

openWithServices();

describe('a new admin chat', () => {
  test('is told to the others: what it is called, how many are in it, and who asked for the code', async () => {
    const branch = group('branch');
    const code = await invitation();
    await services.news();
    expect(await branch.says(code)).toContain('ほかの職員用のトークにも、このことをお知らせします');
    const news = textOf(await services.news());
    for (const part of ['増えました', `トーク ${branch.chatId}`, 'グループ 5人', '職員1さん', '[取り消す]'])
      expect(news).toContain(part);
    expect(textOf(await branch.news())).not.toContain('増えました');
  });

  test('of one person is told to the others, and says itself what that means', async () => {
    const phone = counter.visitor(`U-duty-${turns}`);
    const code = await invitation();
    await services.news();
    expect(await phone.says(`登録 ${code}`)).toContain('このLINEを使う方は、だれでも見て');
    expect(textOf(await services.news())).toContain('1対1のトーク');
  });

  test('is told whatever the one who came in has used up of the pushes, and of the month', async () => {
    const told = async () =>
      (await services.news())
        .filter(({ about }) => about === 'chatEnrolled')
        .map(({ important, cause, event }) => ({ important, cause, event }));
    const asWarning = [{ important: true, cause: undefined, event: undefined }];
    await counter.visitor(`U-stranger-${turns}`).says(`登録 ${await invitation()}`);
    expect(await told()).toEqual(asWarning);
    const code = await invitation();
    await group('branch').says(code);
    expect(await told()).toEqual(asWarning);
  });

  describe('that LINE did not bring to the others', () => {
    const lost = async (one: Visitor) => {
      const row = await counter.prisma.adminChat.findUniqueOrThrow({ where: { chatId: one.chatId } });
      const { database, clock } = counter;
      const line = {
        isIn: async () => ({ kind: 'done' as const, value: true }),
        info: async () => ({ kind: 'done' as const, value: {} }),
      };
      await recordUndelivered(
        {
          id: uuidv7(),
          chatId: services.chatId,
          about: 'chatEnrolled',
          reason: 'quota',
          madeAt: row.enrolledAt.getTime(),
        },
        {
          database,
          services: createTurnServices(database.sealer, counter.office),
          clock,
          log: quietLog,
          line,
        },
      );
    };
    const later = () => counter.clock.moveTo(addMinutes(counter.clock.now(), 1));

    test('stands as its card, with 取り消す, in the answer to the next word there, once', async () => {
      const branch = await enrolled('unseen');
      await later();
      await lost(branch);
      const answer = await services.says('ヘルプ');
      for (const part of ['増えました', `トーク ${branch.chatId}`, '職員1さん', '[取り消す]'])
        expect(answer).toContain(part);
      expect(answer).not.toContain('まだお伝えしていなかった');
      expect(await services.says('ヘルプ')).not.toContain('増えました');
      expect(await services.presses('取り消す')).toContain('職員用から外しました');
      expect(await decides(branch)).toBe(false);
    });

    test('comes before other news that waits, and of several each has its card', async () => {
      const branches: Visitor[] = [];
      for (const name of ['one', 'two']) {
        branches.push(await enrolled(name));
        await later();
      }
      for (const branch of branches) await lost(branch);
      const other = { chatId: services.chatId, about: 'absence', reason: 'quota', state: 'waiting' };
      await counter.prisma.undelivered.create({ data: { ...other, id: uuidv7(), at: counter.clock.now() } });
      const answer = await services.says('ヘルプ');
      expect(answer.match(/\[取り消す\]/g)).toHaveLength(2);
      expect(answer.lastIndexOf('[取り消す]')).toBeLessThan(answer.indexOf('まだお伝えしていなかった'));
      expect(answer).not.toContain('・職員用のトークが増えました');
    });

    test('and that is none any more keeps its line: somebody was there', async () => {
      const branch = await enrolled('gone');
      await lost(branch);
      await branch.does({ type: 'left' });
      const answer = await services.says('ヘルプ');
      expect(answer).toContain('・職員用のトークが増えました');
      expect(answer).not.toContain('[取り消す]');
    });
  });

  describe('in its first 24 hours', () => {
    test.each(['group', 'person'] as const)('ends no older one, by no button: %s', async (kind) => {
      const stranger = kind === 'group' ? group('thief') : counter.visitor(`U-thief-${turns}`);
      const code = await invitation();
      await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
      await stranger.says(kind === 'group' ? code : `登録 ${code}`);
      await counter.clock.moveTo(addHours(counter.clock.now(), 23));
      await stranger.says('トーク一覧');
      const refused = await stranger.presses('終了する');
      expect(refused).toContain('前からあるトークは、まだ終了できません');
      expect(refused).not.toContain('はい、終了する');
      const own = await counter.prisma.adminChat.findUniqueOrThrow({ where: { chatId: services.chatId } });
      const forged = { event: 'chat.ended', chat: services.chatId, since: String(own.enrolledAt.getTime()) };
      for (const tap of [forged, { ...forged, sure: '1' }])
        expect(await stranger.taps(tap)).toContain('まだ終了できません');
      expect(await decides(services)).toBe(true);
      await counter.clock.moveTo(addHours(counter.clock.now(), 1));
      expect(await stranger.presses('終了する')).toContain('このトークを終了しますか？');
      expect(await stranger.presses('はい、終了する')).toContain('職員用から外しました');
    });

    test('ends one that came after it', async () => {
      const branch = await enrolled('first');
      await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
      const newest = group('second');
      await newest.says(/\d{4}-\d{4}/.exec(await branch.says('招待'))?.[0] ?? 'none');
      expect(await branch.presses('取り消す')).toContain('職員用から外しました');
      expect(await decides(newest)).toBe(false);
    });
  });

  test('that is ended gets no card any more that LINE had not taken yet', async () => {
    const branch = await enrolled('waiting');
    const hanako = counter.visitor(`U-${turns}`);
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const waiting = async (one: Visitor) => (await counter.sentTo(one.chatId)).map(({ about }) => about);
    expect([await waiting(branch), await waiting(services)]).toEqual(
      Array(2).fill(expect.arrayContaining(['request'])),
    );
    await services.presses('取り消す');
    expect(await waiting(branch)).toEqual(['chatEnded']);
    expect(await waiting(services)).toContain('request');
  });

  test('that is ended hears so at once, also where only confirmations may still be pushed', async () => {
    const branch = await enrolled('ended');
    await services.presses('取り消す');
    const [told, ...more] = await counter.sentTo(branch.chatId);
    expect(textOf(told ? [told] : [])).toContain('ここは、職員用のトークではなくなりました');
    expect([told?.important, told?.reply, more]).toEqual([true, undefined, []]);
    // Whoever was not there when it came reads it with the next word.
    expect(await branch.says('ヘルプ')).toContain('ここは、職員用のトークではなくなりました');
    expect(await branch.says('ヘルプ')).toBe('');
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
    const ended = await services.presses('取り消す');
    expect(ended).toContain(`トーク ${branch.chatId}`);
    expect(ended).toContain('職員用から外しました');
    expect(await branch.taps(old)).toBe(
      'ここは、職員用のトークではなくなりました。\nほかの職員用のトークで、終了の操作がありました。\nもう一度使うには、招待コードが必要です。',
    );
    for (const word of ['ヘルプ', '招待', 'トーク一覧', '承認待ち']) expect(await branch.says(word)).toBe('');
    expect(await branch.taps(old)).toBe('');
    expect(await counter.prisma.booking.count({ where: { state: 'confirmed' } })).toBe(0);
    expect(await services.presses('取り消す')).toBe('');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await services.presses('取り消す')).toContain('もう職員用ではありません');
    expect(await decides(services)).toBe(true);
  });

  test('that was taken back does not come back with a code that it had asked for', async () => {
    const branch = await enrolled('rival');
    const code = /\d{4}-\d{4}/.exec(await branch.says('招待'))?.[0] ?? 'none';
    expect(await services.presses('取り消す')).toContain('前に出した招待コードも、もう使えません');
    await branch.says('ヘルプ');
    expect(await branch.says(code)).toContain('使えませんでした');
    expect(await counter.prisma.adminChat.count({ where: { leftAt: null } })).toBe(1);
    expect(await group('friend').says(code)).toContain('使えませんでした');
  });

  test('is asked about first when it is taken back days later; an old button never ends a newer enrolment', async () => {
    const branch = await enrolled('old');
    const old = await services.tapOf('取り消す');
    await counter.clock.moveTo(addHours(counter.clock.now(), 25));
    expect(await services.taps(old)).toContain('このトークを終了しますか？');
    expect(await decides(branch)).toBe(true);
    await services.presses('はい、終了する');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    await branch.says(await invitation());
    expect(await services.taps(old)).toContain('もう職員用ではありません');
    expect(await decides(branch)).toBe(true);
  });
});
