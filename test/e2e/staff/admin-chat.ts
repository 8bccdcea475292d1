// What staff can type, and what is left alone.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { book, cardOf, request } from '../helpers/form.ts';
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
      for (const command of ['承認待ち', 'お電話', '会議室', '招待', 'トーク一覧', '今日'])
        expect(help).toContain(`[${command}\n`);
      for (const typed of ['電話予約', '検索 花子', '台帳 12月', '12/3 1人'])
        expect(help).toContain(`「${typed}」`);
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

    test('承認待ち lists the open requests, the oldest promise first; a line brings the card that decides', async () => {
      const { suzuki } = office.staff;
      expect(await suzuki.says('承認待ち')).toContain('承認待ちの申し込みはありません');
      const guests: Guest[] = [];
      for (const index of [4, 2, 3]) {
        const guest = await office.guest();
        await cardOf(await request(guest, on(index, '10:00')), office);
        guests.push(guest);
      }
      const list = await suzuki.says('承認待ち');
      expect(list).toContain('承認待ち 3件');
      for (const { details } of guests) expect(list).toContain(details.name);
      const row = `${dayLabel(addDays(office.monday, 2))} 10:00 ${guests[1]?.details.name}`;
      expect(await suzuki.presses(row)).toContain('これまで 初めて');
      await suzuki.presses('確定する');
      await suzuki.presses(room.name);
      await office.later(1);
      await guests[1]?.hears('予約が確定しました');
      expect(await suzuki.says('承認待ち')).toContain('承認待ち 2件');
    });

    test('今日, a date and a receipt number bring the day and the card, with names and without numbers', async () => {
      const { suzuki } = office.staff;
      const hanako = await office.guest();
      const number = await book(hanako, on(7, '11:00'), office);
      expect(await suzuki.says('今日')).toContain('この日の相談はありません');
      const { name, phone } = hanako.details;
      const day = addDays(office.monday, 7);
      for (const words of [`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`, dayLabel(day)])
        expect(await suzuki.says(words)).toContain(`11:00 ${name}`);
      const card = await suzuki.says(number);
      expect(card).toContain(name);
      expect(card).toContain('鈴木さん');
      expect(card).not.toContain(phone.slice(-4));
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
    expect(group.messages()).toHaveLength(before + 2);
  });

  test('a line that mentions a colleague or everybody is talk; one that mentions the account is a command', async () => {
    const { suzuki, takahashi, group } = office.staff;
    const { botUserId } = office.simulator.channel;
    const before = group.messages().length;
    await suzuki.member.says('@高橋 承認待ち', { mentions: [takahashi.member.person.userId] });
    await suzuki.member.says('@All ヘルプ', { mentions: ['all'] });
    await suzuki.member.says('@窓口 @高橋 招待', { mentions: [botUserId, takahashi.member.person.userId] });
    await suzuki.member.says('@窓口 ヘルプ(moon)', { mentions: [botUserId], emojis: ['(moon)'] });
    await suzuki.hears('書いて送る言葉');
    expect(group.messages()).toHaveLength(before + 2);
  });

  describe('the numbers of a meeting', () => {
    let hanako: Guest;
    let number: string;
    beforeAll(async () => {
      hanako = await office.guest();
      number = await request(hanako, on(8, '10:00'));
      await cardOf(number, office);
    });

    test('are typed behind what the button puts on the keyboard, and shown back with her name', async () => {
      const { suzuki, group } = office.staff;
      const { id } = await cardOf(number, office);
      expect(await suzuki.presses('確定する', { message: id })).toContain('番号の行をコピー');
      // What opens the keyboard has no other answer.
      const before = group.messages().length;
      await suzuki.member.presses('番号を入力');
      const shown = await suzuki.says(`番号 ${number} 845 1111 2222 abcd12`);
      for (const words of [hanako.details.name, '845 1111 2222', 'abcd12', 'この番号で確定する'])
        expect(shown).toContain(words);
      expect(group.messages()).toHaveLength(before + 1);
    });

    test('are told what is wrong with them in one line with the right form', async () => {
      const { suzuki } = office.staff;
      for (const [words, answer] of [
        [`番号 ${number}`, 'ミーティングIDとパスコードを'],
        [`番号 ${number} 053-454-1910 abcd12`, 'ミーティングIDが読み取れませんでした'],
        [`番号 ${number} 81534541910 abcd12`, '電話番号のようです'],
        [`番号 ${number} 845 1111 2222`, 'パスコードを'],
        [`番号 ${number} 845 1111 2222 長いです`, 'パスコードが読み取れませんでした'],
        ['番号 12 845 1111 2222 abcd12', '受付番号が読み取れませんでした'],
      ] as const) {
        const told = await suzuki.says(words);
        expect(told).toContain(answer);
        expect(told).toContain('番号 2611-0004 123 4567 8901 abc123');
      }
      expect(await suzuki.says('番号 2601-9999 845 1111 2222 abcd12')).toContain('記録にありません');
    });

    test('never come from what colleagues say meanwhile', async () => {
      const { suzuki, takahashi, group } = office.staff;
      await suzuki.says(`番号 ${number} 845 1111 2222 abcd12`);
      const before = group.messages().length;
      for (const words of ['053-454-1910 に折り返しください', 'OK', 'はい', 'やめる', '811 2222 3333'])
        await takahashi.member.says(words);
      await suzuki.says('ヘルプ');
      expect(group.messages()).toHaveLength(before + 2);
      const shown = await suzuki.says(`番号 ${number} 845 1111 2222 abcd12`);
      expect(shown).toContain('845 1111 2222');
    });

    test('of two bookings may cross: each goes to its own person', async () => {
      const { suzuki, takahashi } = office.staff;
      const momoko = await office.guest();
      const other = await request(momoko, on(8, '14:00'));
      await suzuki.says(`番号 ${number} 811 2222 3333 hana01`);
      const first = suzuki.dataOf('この番号で確定する');
      await takahashi.says(`番号 ${other} 844 5555 6666 momo01`);
      const second = takahashi.dataOf('この番号で確定する');
      expect(await takahashi.pressesData(first)).toContain(number);
      expect(await suzuki.pressesData(second)).toContain(other);
      await office.later(1);
      expect(await hanako.hears('予約が確定しました')).toContain('811 2222 3333');
      expect(await momoko.hears('予約が確定しました')).toContain('844 5555 6666');
    });

    test('that a colleague typed later for the same booking are confirmed by their own card alone', async () => {
      const { suzuki, takahashi } = office.staff;
      const momoko = await office.guest();
      const late = await request(momoko, on(8, '15:00'));
      await suzuki.says(`番号 ${late} 811 2222 3333 abc123`);
      const first = suzuki.dataOf('この番号で確定する');
      await takahashi.says(`番号 ${late} 844 5555 6666 xyz789`);
      const lapsed = await suzuki.pressesData(first);
      expect(lapsed).toContain('あとから入力し直されています');
      expect(lapsed).toContain('844 5555 6666');
      expect(await momoko.says('予約を見る')).toContain('まだ確定していません');
      await takahashi.presses('この番号で確定する');
      await office.later(1);
      expect(await momoko.hears('予約が確定しました')).toContain('xyz789');
    });

    test('for a request that a colleague settled meanwhile tell by whom', async () => {
      const { suzuki, takahashi } = office.staff;
      const momoko = await office.guest();
      const late = await request(momoko, on(8, '11:00'));
      const { id } = await cardOf(late, office);
      await suzuki.says(`番号 ${late} 811 2222 3333 abc123`);
      await takahashi.presses('お断りする', { message: id });
      expect(await takahashi.presses('日時の都合がつかない')).toContain('高橋さんがお断りしました');
      expect(await suzuki.presses('この番号で確定する')).toMatch(/高橋さんが.+にお断り済みです/);
      expect(await suzuki.says(`番号 ${late} 811 2222 3333 abc123`)).toMatch(/高橋さんが.+にお断り済みです/);
    });

    test('with a short passcode are confirmed with はい、この番号', async () => {
      const { suzuki } = office.staff;
      const momoko = await office.guest();
      const short = await request(momoko, on(7, '10:00'));
      expect(await suzuki.says(`番号 ${short} 811 2222 3333 123`)).toContain('パスコードが短いようです');
      await suzuki.presses('はい、この番号');
      await office.later(1);
      expect(await momoko.hears('予約が確定しました')).toContain('123');
    });
  });
});
