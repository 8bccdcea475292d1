// What staff can type, and what is left alone.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { cardOf, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('in the admin chat', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

  describe('commands', () => {
    test('ヘルプ tells the commands', async () => {
      const help = await office.staff.suzuki.says('ヘルプ');
      for (const command of ['承認待ち', '会議室', '招待', 'ヘルプ'])
        expect(help).toContain(`「${command}」`);
    });

    test('会議室 lists the names and never the numbers', async () => {
      const { suzuki } = office.staff;
      expect(await suzuki.says('会議室')).toContain('まだ登録されていません');
      expect(await suzuki.says(`会議室 追加 ${room.name} ${room.shown} ${room.passcode}`)).toContain(
        `「${room.name}」を登録しました`,
      );
      expect(await suzuki.says('会議室　追加　相談室Ｂ　９８７－６５４－３２１０　Pass-1')).toContain(
        '相談室B',
      );
      const list = await suzuki.says('会議室');
      expect(list).toContain(room.name);
      expect(list).toContain('相談室B');
      expect(list).not.toContain(room.shown);
      expect(list).not.toContain(room.passcode);
    });

    test.each([
      '会議室 追加',
      '会議室 追加 相談室C',
      '会議室 追加 相談室C 123',
      '会議室 追加 812 3456 7890 x1y2z3',
    ])('「%s」 is answered with how it is written', async (words) => {
      expect(await office.staff.suzuki.says(words)).toContain('会議室 追加 相談室A');
    });

    test('承認待ち brings the open requests, the most urgent first, to be decided there', async () => {
      const { suzuki, group } = office.staff;
      expect(await suzuki.says('承認待ち')).toContain('承認待ちの申し込みはありません');
      const numbers: string[] = [];
      for (const index of [4, 2, 3]) numbers.push(await request(await office.guest(), on(index, '10:00')));
      for (const number of numbers) await cardOf(number, office);
      const list = await suzuki.says('承認待ち');
      expect(list).toContain('3件');
      for (const number of numbers) expect(list).toContain(number);
      const [first = ''] = numbers.filter((number) => group.lastMessage()?.text.includes(number));
      await suzuki.presses('確定する');
      expect(await suzuki.presses(room.name)).toContain(first);
      expect(await suzuki.says('承認待ち')).toContain('2件');
    });

    test('with more than fit, the rest is said to wait', async () => {
      for (const time of ['11:00', '14:00', '15:00']) await request(await office.guest(), on(7, time));
      const list = await office.staff.suzuki.says('承認待ち');
      expect(list).toContain('5件');
      expect(list.match(/\[確定する\]/g)).toHaveLength(4);
      expect(list).toContain('残り');
    });
  });

  test('whatever else staff say to each other is left alone', async () => {
    const { suzuki, takahashi, group } = office.staff;
    const before = group.messages().length;
    for (const words of [
      'おはようございます',
      '承認待ちの件ですが、午後に見ます',
      'ヘルプデスクに電話しました',
      '10時の方、来ましたか?',
      '会議室の鍵どこですか',
      '相談を申し込む',
      '同意する',
      '了解です👍',
      '812 3456 7890',
    ]) {
      await suzuki.member.says(words);
      await takahashi.member.sends('sticker');
      await takahashi.member.sends('image');
    }
    expect(await takahashi.says('へるぷ')).toContain('承認待ち');
    expect(group.messages()).toHaveLength(before + 1);
  });

  test('a line that mentions a colleague or everybody is talk; one that mentions the account is a command', async () => {
    const { suzuki, takahashi, group } = office.staff;
    const { botUserId } = office.simulator.channel;
    const before = group.messages().length;
    await suzuki.member.says('@高橋 承認待ち', { mentions: [takahashi.member.person.userId] });
    await suzuki.member.says('@All ヘルプ', { mentions: ['all'] });
    await suzuki.member.says('@窓口 @高橋 招待', { mentions: [botUserId, takahashi.member.person.userId] });
    await suzuki.member.says('@窓口 ヘルプ(moon)', { mentions: [botUserId], emojis: ['(moon)'] });
    await suzuki.hears('次の言葉も使えます');
    expect(group.messages()).toHaveLength(before + 1);
  });

  describe('while a meeting ID is asked for', () => {
    let hanako: Guest;
    let number: string;
    beforeAll(async () => {
      hanako = await office.guest();
      number = await request(hanako, on(8, '10:00'));
      const { suzuki } = office.staff;
      await suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
      await suzuki.presses('会議IDを入力');
    });

    test('talk among staff is no answer, and a wrong number is asked again', async () => {
      const { suzuki, takahashi, group } = office.staff;
      const before = group.messages().length;
      await takahashi.member.says('お昼に行ってきます');
      await takahashi.member.says('10:30に戻ります');
      const unclear = await suzuki.says('1234567');
      expect(unclear).toContain('ミーティングIDが読み取れませんでした');
      expect(
        group
          .messages()
          .slice(before)
          .map(({ text }) => text)
          .join(),
      ).not.toContain('パスコード');
    });

    test('ひとつ前へ and 入力し直す ask for it again, and only この番号で確定する counts', async () => {
      const { suzuki } = office.staff;
      expect(await suzuki.says('811-2222-3333')).toContain('パスコードを送ってください');
      expect(await suzuki.presses('ひとつ前へ')).toContain('ミーティングIDを送ってください');
      await suzuki.says('811-2222-3333');
      expect(await suzuki.says('長すぎるパスコード123'.replace(/[^\w]/g, 'x'))).toContain(
        'パスコードが読み取れませんでした',
      );
      expect(await suzuki.says('k9x2m4')).toContain('この番号で確定しますか');
      expect(await suzuki.presses('入力し直す')).toContain('ミーティングIDを送ってください');
      await suzuki.says('844 5555 6666');
      expect(await suzuki.says('z1z1z1')).toContain('844 5555 6666');
      expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
      await suzuki.presses('この番号で確定する');
      expect(await hanako.hears('予約が確定しました')).toContain('z1z1z1');
    });

    test('a number in a line that is edited is asked for again, and no edited line is ever a command', async () => {
      const { suzuki, group } = office.staff;
      const momoko = await office.guest();
      await suzuki.presses('確定する', {
        message: (await cardOf(await request(momoko, on(8, '14:00')), office)).id,
      });
      await suzuki.presses('会議IDを入力');
      await suzuki.member.says('お昼です');
      await suzuki.member.edits(suzuki.lastId(), '承認待ち');
      expect(await suzuki.says('844 5555 6666 z1z1z1')).toContain('この番号で確定しますか');
      await suzuki.member.edits(suzuki.lastId(), '844 5555 7777 z1z1z1');
      await suzuki.hears('メッセージが編集されたので、前の番号は消しました');
      await suzuki.hears('ミーティングIDを送ってください');
      expect(group.messages().at(-1)?.text).not.toContain('7777');
      expect(await momoko.says('予約を見る')).toContain('まだ確定していません');
      await suzuki.says('やめる');
    });

    test('when a colleague is quicker, the second is told so', async () => {
      const { suzuki, takahashi } = office.staff;
      const momoko = await office.guest();
      const late = await request(momoko, on(8, '11:00'));
      const { id } = await cardOf(late, office);
      await suzuki.presses('確定する', { message: id });
      await suzuki.presses('会議IDを入力');
      await takahashi.presses('お断りする', { message: id });
      expect(await takahashi.presses('日時の都合がつかない')).toContain('高橋さんがお断りしました');
      await momoko.hears('お受けできませんでした');
      // The numbers were asked for a request that is settled now: they are chatter.
      const before = office.staff.group.messages().length;
      await suzuki.member.says('844 5555 6666');
      await suzuki.says('ヘルプ');
      expect(office.staff.group.messages()).toHaveLength(before + 1);
    });
  });
});
