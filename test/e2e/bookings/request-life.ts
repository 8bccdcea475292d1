// What becomes of a request that is withdrawn, moved or not answered, and what 「予約を見る」 says meanwhile.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { waitedIn } from '../helpers/chat-driver.ts';
import { book, cardOf, confirm, fillUpTo, receiptNumberIn, request } from '../helpers/form.ts';
import { office } from '../helpers/the-office.ts';

describe('a request on its way', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

  describe('予約を見る', () => {
    test('says so when there is none, with the way to one', async () => {
      const hanako = await office.guest();
      const shown = await hanako.presses('予約を見る');
      expect(shown).toContain('いまは予約がありません');
      expect(shown).toContain('[相談を申し込む]');
    });

    test('shows an unconfirmed request with its number, its promise and what can be done', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(3, '10:00'));
      const shown = await hanako.says('予約を見る');
      expect(shown).toContain('まだ確定していません');
      expect(shown).toContain(number);
      expect(shown).toContain(`${dayLabel(addDays(office.monday, 1))}16:30までに`);
      expect(shown).toContain('[日時を選び直す]');
      expect(shown).toContain('[申し込みを取り下げる]');
    });

    test('shows a confirmed booking with the Zoom numbers', async () => {
      const hanako = await office.guest();
      const number = await book(hanako, on(3, '11:00'), office);
      const shown = await hanako.says('予約の確認');
      expect(shown).toContain('予約は確定しています');
      for (const words of [number, room.shown, room.passcode, '[つながらない]', '[行けないことを伝える]']) {
        expect(shown).toContain(words);
      }
      expect(shown).not.toContain('[申し込みを取り下げる]');
    });

    test('shows one that staff could not take', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(3, '14:00'));
      const { suzuki } = office.staff;
      await suzuki.presses('お断りする', { message: (await cardOf(number, office)).id });
      await suzuki.presses('窓口でお受けする');
      await office.later(1);
      await hanako.hears('窓口でのご相談をお願いします');
      const shown = await hanako.says('予約を見る');
      expect(shown).toContain('お受けできませんでした');
      expect(shown).toContain(number);
    });
  });

  describe('取り下げる', () => {
    test('asks once more, frees the slot, and tells staff', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(4, '10:00'));
      const { id } = await cardOf(number, office);
      expect(await hanako.presses('申し込みを取り下げる')).toContain('申し込みを取り下げますか');
      expect(await hanako.presses('取り下げない')).toContain('申し込みを受け付けています');
      await hanako.presses('申し込みを取り下げる');
      const withdrawn = await hanako.presses('取り下げる');
      expect(withdrawn).toContain('申し込みを取り下げました');
      expect(withdrawn).toContain(number);
      const { name } = hanako.details;
      const news = waitedIn(await office.staff.suzuki.says('ヘルプ'));
      expect(news.filter(([, who]) => who === name)).toEqual([
        ['申し込みの取り下げがありました', name, number],
      ]);
      expect(await hanako.says('予約を見る')).toContain('取り下げた申し込みです');
      // The old card decides nothing any more.
      const late = await office.staff.suzuki.presses('確定する', { message: id });
      expect(late).toContain('取り下げ済みです');

      const momoko = await office.guest();
      expect(await request(momoko, on(4, '10:00'))).not.toBe(number);
    });

    test('cannot happen to a confirmed booking, for that is cancelled by phone', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(4, '11:00'));
      await confirm(number, office);
      await hanako.hears('予約が確定しました');
      const refused = await hanako.presses('申し込みを取り下げる');
      expect(refused).toContain('もう変えられません');
      expect(refused).toContain('予約は確定しています');
      expect(await hanako.presses('日時を選び直す')).toContain('もう変えられません');
    });
  });

  describe('日時を選び直す', () => {
    test('moves the request: a new card for staff, and the old one says that it was moved', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(4, '14:00'));
      const old = await cardOf(number, office);
      const day = addDays(office.monday, 7);

      expect(await hanako.presses('日時を選び直す')).toContain('希望の日を選んでください');
      await hanako.presses(dayLabel(day));
      expect(await hanako.presses('10:00')).toContain('この日時に変えますか');
      const receipt = await hanako.presses('この内容で申し込む');
      expect(receipt).toContain('日時の変更を受け付けました');
      expect(receiptNumberIn(receipt)).toBe(number);
      expect(receipt).toContain(`${dayLabel(day)}\n10:00～10:45`);

      const card = await office.staff.group.receives('日時の変更');
      expect(card.text).toContain(`${dayLabel(day)}\n10:00～10:45`);
      const late = await office.staff.suzuki.presses('確定する', { message: old.id });
      expect(late).toContain('利用者の方が日時を変えました');
      await office.staff.suzuki.presses('確定する', { message: card.id });
      await office.staff.suzuki.presses(room.name);
      await office.later(1);
      expect(await hanako.hears('予約が確定しました')).toContain(`${dayLabel(day)}\n10:00～10:45`);
    });

    test('offers the time that she holds now as well, and やめる leaves everything as it was', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(4, '15:00'));
      await hanako.presses('日時を選び直す');
      expect(await hanako.presses(dayLabel(addDays(office.monday, 4)))).toContain('[15:00]');
      expect(await hanako.presses('やめる')).toContain('受付ずみの申し込み');
      const shown = await hanako.says('予約を見る');
      expect(shown).toContain(number);
      expect(shown).toContain(`${dayLabel(addDays(office.monday, 4))}\n15:00～15:45`);
    });

    test('ends kindly when staff have confirmed meanwhile', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, on(7, '11:00'));
      await hanako.presses('日時を選び直す');
      await hanako.presses(dayLabel(addDays(office.monday, 7)));
      await hanako.presses('14:00');
      await confirm(number, office);
      await hanako.hears('予約が確定しました');
      expect(await hanako.presses('この内容で申し込む')).toContain('いまの予約はそのままです');
      expect(await hanako.says('予約を見る')).toContain(
        `${dayLabel(addDays(office.monday, 7))}\n11:00～11:45`,
      );
    });
  });

  test('nobody answered: at 16:30 of the last business day before she gets an apology and another way', async () => {
    const tuesday = addDays(office.monday, 8);
    const lastDay = addDays(office.monday, 7);
    const hanako = await office.guest();
    const number = await request(hanako, { day: tuesday, time: '10:00' });
    await office.at(lastDay, '16:29');
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
    await office.at(lastDay, '16:30');
    const apology = await hanako.hears('お返事できませんでした');
    expect(apology).toContain(number);
    expect(apology).toContain('[相談を申し込む]');
    expect(apology).toContain('053-454-1910');
    const news = await office.staff.suzuki.says('ヘルプ');
    const { name } = hanako.details;
    expect(waitedIn(news).filter(([, who]) => who === name)).toEqual([
      ['申し込みが期限切れになりました', name, number],
    ]);
    const late = await office.staff.suzuki.presses('確定する', {
      message: (await cardOf(number, office)).id,
    });
    expect(late).toContain('期限が切れました');
    expect(await hanako.says('予約を見る')).toContain('お返事できませんでした');
  });

  test('a time that was freed by the clock can be asked for by somebody else', async () => {
    const wednesday = addDays(office.monday, 9);
    await office.at(addDays(office.monday, 8), '09:00');
    const hanako = await office.guest();
    expect(await fillUpTo('time', hanako, { day: wednesday, time: '10:00' })).toContain('[10:00]');
  });
});
