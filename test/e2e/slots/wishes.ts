// She writes when she would like to come: it is read, and said back with a button before it counts.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dateText, dayLabel, weekdayHoliday } from '../helpers/calendar.ts';
import { fillUpTo } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('days and times in her own words', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  async function atTheDay(): Promise<Guest> {
    const hanako = await office.guest();
    await fillUpTo('day', hanako, { day: addDays(office.monday, 2), time: '10:00' });
    return hanako;
  }

  describe.concurrent('on a Monday', () => {
    test.each([
      '来週の火曜10時',
      'らいしゅうのかようび１０じ',
      '来週火よう10じでおねがいしまs',
      '来週の火曜日、午前10時からお願いできますか？😊',
      '来週の火曜10時～',
    ])('「%s」 is Tuesday of next week at 10:00, said back before it counts', async (words) => {
      const tuesday = addDays(office.monday, 8);
      const hanako = await atTheDay();
      const saidBack = await hanako.says(words);
      expect(saidBack).toContain(`${dayLabel(tuesday)}10:00～10:45 でよろしいですか`);
      expect(saidBack).toContain('[はい、この日時で]');
      expect(await hanako.presses('はい、この日時で')).toContain('同席する方はいますか');
      expect(await answerNoToAll(hanako)).toContain(`${dayLabel(tuesday)}\n10:00～10:45`);
    });

    test('a day and then a time, in two messages, become one wish', async () => {
      const hanako = await atTheDay();
      const day = addDays(office.monday, 2);
      expect(await hanako.says(`${dateText(day)}の`)).toContain(`${dayLabel(day)}の何時から`);
      // Nobody comes at two in the night.
      expect(await hanako.says('2時で')).toContain(`${dayLabel(day)}14:00～14:45 でよろしいですか`);
      expect(await hanako.says('はい')).toContain('同席する方はいますか');
    });

    test('あさって, a date with slashes and a bare weekday are days', async () => {
      const hanako = await atTheDay();
      const wednesday = addDays(office.monday, 2);
      const slashes = `${Number(wednesday.slice(5, 7))}/${Number(wednesday.slice(8))}`;
      for (const words of ['あさっての11時', `${slashes} 11:00`, '水曜の11時']) {
        expect(await hanako.says(words), words).toContain(`${dayLabel(wednesday)}11:00～11:45`);
      }
    });

    test('what was said back wrongly is put right: ほかの時間, ほかの日, other words, ひとつ前へ', async () => {
      const hanako = await atTheDay();
      const tuesday = addDays(office.monday, 8);
      await hanako.says('来週の火曜10時');
      expect(await hanako.presses('ほかの時間')).toContain(`${dayLabel(tuesday)}の何時から`);
      await hanako.says('11時');
      expect(await hanako.presses('ほかの日')).toContain('希望の日を選んでください');
      await hanako.says('来週の火曜10時');
      expect(await hanako.says('やっぱり来週の水曜の15時')).toContain(
        `${dayLabel(addDays(office.monday, 9))}15:00～15:45`,
      );
      expect(await hanako.presses('ひとつ前へ')).toContain('希望の日を選んでください');
      expect(await hanako.says('いいえ')).toContain('希望の日を選んでください');
    });

    test('a time alone asks for the day', async () => {
      const hanako = await atTheDay();
      const asked = await hanako.says('10時');
      expect(asked).toContain('日にちも');
      expect(asked).toContain('希望の日を選んでください');
    });

    test('what cannot be read is asked again, with an example, then with the phone', async () => {
      const hanako = await atTheDay();
      expect(await hanako.says('どうしようかな')).toContain('希望の日を選んでください');
      expect(await hanako.says('うーん')).toContain('例 ');
      expect(await hanako.says('むずかしい')).toContain('053-454-1910');
      expect(await hanako.says('来週の火曜10時')).toContain('10:00～10:45 でよろしいですか');
    });

    test('with two days she is asked which', async () => {
      const hanako = await atTheDay();
      const asked = await hanako.says('来週の火曜か水曜');
      expect(asked).toContain('どちらの日でしょうか');
      expect(asked).toContain(`[${dayLabel(addDays(office.monday, 8))}]`);
      expect(asked).toContain(`[${dayLabel(addDays(office.monday, 9))}]`);
      expect(await hanako.presses(dayLabel(addDays(office.monday, 9)))).toContain('何時から');
    });
  });

  test('on a Sunday, 来週の火曜 may be either of two: both are shown', async () => {
    const sunday = addDays(office.monday, 6);
    await office.at(sunday, '10:00');
    const hanako = await atTheDay();
    const asked = await hanako.says('来週の火曜10時');
    expect(asked).toContain(`[${dayLabel(addDays(sunday, 2))}]`);
    expect(asked).toContain(`[${dayLabel(addDays(sunday, 9))}]`);
  });

  test('in the evening of a holiday, tomorrow is closed since the last business day; the holiday has its name', async () => {
    const { day: holiday, name } = weekdayHoliday(addDays(office.monday, 14));
    await office.at(holiday, '20:30');
    const tomorrow = addDays(holiday, 1);
    const hanako = await atTheDay();
    const late = await hanako.says('明日の10時っていけます?');
    expect(late).toContain(`${dayLabel(tomorrow)}の申し込みは`);
    expect(late).toContain('締め切りました');
    expect(late).toContain('053-454-1910');
    expect(late).toContain('希望の日を選んでください');
    expect(await hanako.says('今日の15時は?')).toContain(name);
  });
});
