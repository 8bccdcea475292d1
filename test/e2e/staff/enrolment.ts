// Which chat decides: a one-time code makes it the admin chat, and wrong codes get nobody in.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { chatDriverFor } from '../helpers/chat-driver.ts';
import { cardOf, fillUpTo, request } from '../helpers/form.ts';
import type { Clerk } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('who may decide', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  /** A clerk in a new group that the account has joined. */
  async function newGroup(name: string): Promise<Clerk & { messages(): string[] }> {
    const { simulator } = office;
    const person = simulator.person(`${name}の職員`);
    const group = simulator.group(name, [person]);
    await group.invitesBot();
    await group.receives('招待コード');
    const member = person.in(group);
    return {
      ...chatDriverFor(simulator, member),
      member,
      messages: () => group.messages().map(({ text }) => text),
    };
  }

  async function invitation(): Promise<string> {
    const code = /\b\d{4}-\d{4}\b/.exec(await office.staff.suzuki.says('招待'))?.[0];
    if (code === undefined) throw new Error('The invitation has no code');
    return code;
  }

  const next = (digits: string): string => String((Number(digits) + 1) % 10_000).padStart(4, '0');
  const wrongCode = (code: string): string => `${code.slice(0, 5)}${next(code.slice(5))}`;

  describe('a code', () => {
    test('of 招待 makes another group an admin chat too: both get the card, either decides', async () => {
      const branch = await newGroup('浜松分室');
      const code = await invitation();
      expect(await branch.says(wrongCode(code))).toContain('使えませんでした');
      // As a Japanese keyboard writes it.
      const fullWidth = code.replace(/./g, (one) =>
        one === '-' ? 'ー' : String.fromCharCode(one.charCodeAt(0) + 0xfee0),
      );
      expect(await branch.says(fullWidth)).toContain('職員用のトークになりました');

      const hanako = await office.guest();
      const number = await request(hanako, { day: addDays(office.monday, 2), time: '10:00' });
      await cardOf(number, office);
      await branch.hears(number);
      await branch.presses('お断りする');
      await branch.presses('窓口でお受けする');
      await office.later(1);
      await hanako.hears('お受けできませんでした');
      const late = await office.staff.suzuki.presses('確定する');
      expect(late).toContain('浜松分室の職員さんが');
      expect(late).toContain('お断り済みです');
    });

    test('tells the other chats what the new one is called and who asked, and they can take it back', async () => {
      const branch = await newGroup('佐鳴台分室');
      const code = await invitation();
      await branch.says(code);
      const news = await office.staff.suzuki.hears('佐鳴台分室');
      for (const part of ['増えました', 'グループ 1人', '鈴木さん', '取り消す']) expect(news).toContain(part);
      expect(await office.staff.takahashi.presses('取り消す')).toContain('高橋さんが職員用から外しました');
      expect(await branch.says('承認待ち')).toContain('職員用のトークではなくなりました');
      const before = branch.messages().length;
      await branch.member.says('承認待ち');
      expect(await office.staff.suzuki.says('ヘルプ')).toContain('トーク一覧');
      expect(branch.messages()).toHaveLength(before);
    });

    test('works once', async () => {
      const [first, second] = [await newGroup('ひとつめ'), await newGroup('ふたつめ')];
      const code = await invitation();
      expect(await first.says(code)).toContain('職員用のトークになりました');
      expect(await second.says(code)).toContain('使えませんでした');
      expect(await first.says('ヘルプ')).toContain('承認待ち');
    });

    test('works for a day', async () => {
      const late = await newGroup('遅刻');
      const code = await invitation();
      await office.later(24 * 60 + 1);
      expect(await late.says(code)).toContain('使えませんでした');
    });

    test('works in a one-to-one chat after 登録 only', async () => {
      const guest = await office.guest();
      const code = await invitation();
      expect(await guest.says(code)).toContain('何をしますか');
      expect(await guest.says(`登録 ${wrongCode(code)}`)).toContain('使えませんでした');
      expect(await guest.says(`登録 ${code}`)).toContain('職員用のトークになりました');
      expect(await guest.says('承認待ち')).toContain('承認待ち');
    });

    test('ends the one before', async () => {
      const branch = await newGroup('あたらしい分室');
      const [older, newer] = [await invitation(), await invitation()];
      expect(await branch.says(older)).toContain('使えませんでした');
      expect(await branch.says(newer)).toContain('職員用のトークになりました');
    });
  });

  test('a group that the account was removed from hears no more, and has to enrol again', async () => {
    const { simulator } = office;
    const branch = await newGroup('閉じる分室');
    expect(await branch.says(await invitation())).toContain('職員用のトークになりました');
    const group = simulator.groups().find(({ name }) => name === '閉じる分室');
    await group?.removesBot();
    const before = branch.messages().length;
    const hanako = await office.guest();
    const number = await request(hanako, { day: addDays(office.monday, 3), time: '10:00' });
    await cardOf(number, office);
    await group?.invitesBot();
    await group?.receives('招待コード');
    expect(branch.messages()).toHaveLength(before + 1);
    await branch.member.says('承認待ち');
    expect(await branch.says('0000-0002')).toContain('使えませんでした');
  });

  test('who joins the group is named there; the list ends another chat after a question', async () => {
    const { group, suzuki } = office.staff;
    await newGroup('終わる分室').then(async (branch) => branch.says(await invitation()));
    await group.adds(office.simulator.person('伊藤 新人'));
    await group.receives('伊藤 新人さんが参加しました');
    expect(await suzuki.says('トーク一覧')).toContain('終わる分室');
    const { id } = await group.receives('終わる分室');
    await suzuki.presses('終了する', { message: id });
    expect(await suzuki.presses('はい、終了する')).toContain('トーク 終わる分室');
  });

  test('ten wrong tries of one group stop that group for an hour, and no other', async () => {
    const [guesser, branch] = [await newGroup('だれか'), await newGroup('となり')];
    const code = await invitation();
    for (let tries = 1; tries < 10; tries += 1) {
      expect(await guesser.says(wrongCode(code)), `try ${tries}`).toContain('使えませんでした');
    }
    expect(await guesser.says(wrongCode(code))).toContain('1時間お休みします');
    expect(await guesser.says(code)).toContain('1時間お休みします');
    expect(await branch.says(code)).toContain('職員用のトークになりました');
    const later = await invitation();
    await office.later(61);
    expect(await guesser.says(later)).toContain('職員用のトークになりました');
  });

  test('removed from its last admin chat, the server writes a code at once, says so, and promises nothing', async () => {
    const { simulator, server, origin, staff } = office;
    const health = async () => (await fetch(`${origin}/healthz`)).json();
    for (const group of simulator.groups().filter(({ botIsMember }) => botIsMember)) await group.removesBot();
    for (const person of simulator.people().filter(({ friendship }) => friendship === 'friend'))
      await person.unfollow();
    const [, code = ''] = await server.says(/last admin chat.*\b(\d{4}-\d{4})"/);
    expect(await health()).toEqual({ healthy: true, problems: [expect.stringContaining('nobody decides')] });

    const hanako = await office.guest();
    const look = await fillUpTo('review', hanako, { day: addDays(office.monday, 4), time: '10:00' });
    const receipt = await hanako.presses('この内容で申し込む');
    for (const said of [look, receipt]) {
      expect(said).toContain('お電話ください');
      expect(said).not.toMatch(/職員に届きます|結果をお知らせ/);
    }

    await staff.group.invitesBot();
    await staff.group.receives('招待コードを送ってください');
    const welcome = await staff.suzuki.says(code);
    expect(welcome).toContain('職員用のトークになりました');
    expect(welcome).toContain(hanako.details.name);
    expect(await health()).toEqual({ healthy: true });
  });
});
