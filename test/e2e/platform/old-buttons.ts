// Buttons stay in a chat for years and are tapped twice: nothing happens that was not meant.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { book, fillUpTo, receiptNumberIn, request } from '../helpers/form.ts';
import { office } from '../helpers/the-office.ts';

describe('buttons', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

  describe('a button that is tapped twice', () => {
    test('この内容で申し込む makes one request, and the second tap hears that it is received', async () => {
      const hanako = await office.guest();
      await fillUpTo('review', hanako, on(2, '10:00'));
      await Promise.all([
        hanako.person.presses('この内容で申し込む'),
        hanako.person.presses('この内容で申し込む'),
      ]);
      const second = await hanako.hears('受付ずみです');
      const [receipt] = hanako.person.messages().filter(({ text }) => text.includes('まだ確定していません'));
      expect(hanako.timesSeen('まだ確定していません')).toBe(1);
      expect(second).toContain(receiptNumberIn(receipt?.text ?? ''));
      await office.staff.suzuki.says('承認待ち');
      const cards = office.staff.group.messages().filter(({ text }) => text.includes(hanako.details.name));
      // One came by itself, one was just asked for.
      expect(cards).toHaveLength(2);
    });

    test('a day or time tapped twice only asks the next question again', async () => {
      const hanako = await office.guest();
      await fillUpTo('day', hanako, on(2, '11:00'));
      const day = dayLabel(addDays(office.monday, 2));
      await Promise.all([hanako.person.presses(day), hanako.person.presses(day)]);
      await hanako.hears('何時から');
      await hanako.hears('何時から');
      expect(hanako.timesSeen('前の質問のボタン')).toBe(0);
      expect(await hanako.presses('11:00')).toContain('同席する方はいますか');
    });

    test('確定する and the room confirm once', async () => {
      const { suzuki, group } = office.staff;
      const hanako = await office.guest();
      const number = await book(hanako, on(2, '14:00'), office);
      // What became of telling her comes with the next word.
      await suzuki.says('ヘルプ');
      const before = group.messages().length;
      const again = await suzuki.presses(room.name);
      expect(again).toMatch(new RegExp(`^鈴木さんが\\d+:\\d\\dに確定済みです。\\n受付番号 ${number}$`));
      // Within ten seconds it has its answer in the chat: after it stand the two cards of ヘルプ alone.
      await suzuki.member.presses(room.name);
      await suzuki.says('ヘルプ');
      expect(group.messages()).toHaveLength(before + 3);
      expect(hanako.timesSeen('予約が確定しました')).toBe(1);
      const outcomes = group.messages().filter(({ text }) => text.includes('確定しました'));
      expect(outcomes.filter(({ text }) => text.includes(number))).toHaveLength(1);
    });
  });

  describe('a button of an earlier question', () => {
    test('is answered, not executed, and the open question stands again', async () => {
      const hanako = await office.guest();
      await fillUpTo('day', hanako, on(2, '15:00'));
      await hanako.presses(dayLabel(addDays(office.monday, 2)));
      await hanako.presses('15:00');
      await answerNoToAll(hanako);
      const answer = await hanako.presses(dayLabel(addDays(office.monday, 3)));
      expect(answer).toContain('前の質問のボタン');
      expect(answer).toContain('この内容で申し込みますか');
      expect(answer).toContain(`${dayLabel(addDays(office.monday, 2))}\n15:00～15:45`);
    });

    test('does nothing after やめる, and says where to go on', async () => {
      const hanako = await office.guest();
      await fillUpTo('review', hanako, on(2, '15:00'));
      await hanako.presses('やめる');
      // Right after, it may have been pressed twice: the menu is answer enough.
      const answer = await hanako.presses('この内容で申し込む');
      expect(answer).toContain('何をしますか');
      expect(answer).not.toContain('受付番号');
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
    });

    test('of an earlier request does not submit the one that is under way', async () => {
      const hanako = await office.guest();
      await fillUpTo('review', hanako, on(2, '15:00'));
      const submit = hanako.dataOf('この内容で申し込む');
      await hanako.presses('やめる');
      await fillUpTo('review', hanako, on(2, '15:00'));
      const answer = await hanako.pressesData(submit);
      expect(answer).toContain('前の質問のボタン');
      expect(answer).not.toContain('受付番号');
      await hanako.presses('やめる');
      await hanako.says('予約を見る');
      const later = await hanako.pressesData(submit);
      expect(later).toContain('前のボタン');
      expect(later).toContain('[相談を申し込む]');
    });

    test('of a request that was withdrawn moves nothing', async () => {
      const hanako = await office.guest();
      await request(hanako, on(2, '15:00'));
      const [rechoose, withdraw] = [hanako.dataOf('日時を選び直す'), hanako.dataOf('申し込みを取り下げる')];
      await hanako.presses('申し込みを取り下げる');
      await hanako.presses('取り下げる');
      expect(await hanako.pressesData(rechoose)).toContain('もう変えられません');
      expect(await hanako.pressesData(withdraw)).toContain('もう変えられません');
    });
  });
});
