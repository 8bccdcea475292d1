// Days and times that cannot be had: she hears why, and is shown what can.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, type Day, dateText, dayLabel } from '../helpers/calendar.ts';
import { fillUpTo, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('days and times that cannot be had', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });
  const phone = '053-454-1910';
  const askedForDay = '希望の日を選んでください';

  async function atTheDay(): Promise<Guest> {
    const hanako = await office.guest();
    await fillUpTo('day', hanako, on(2, '10:00'));
    return hanako;
  }

  describe('a day', () => {
    const says = async (day: Day, time = '') => (await atTheDay()).says(`${dateText(day)}${time}`);

    test('on which the office is closed is refused with the reason and open days nearby', async () => {
      const saturday = addDays(office.monday, 5);
      const refused = await says(saturday, ' 10時');
      expect(refused).toContain(`${dayLabel(saturday)}は、お休みです`);
      expect(refused).toContain(`[${dayLabel(addDays(office.monday, 4))}]`);
      expect(refused).toContain(`[${dayLabel(addDays(office.monday, 7))}]`);
      expect(refused).toContain(askedForDay);
    });

    test('today is for the phone', async () => {
      const refused = await says(office.monday);
      expect(refused).toContain('今日の相談は、LINEでは申し込めません');
      expect(refused).toContain(phone);
      expect(refused).toContain(askedForDay);
    });

    test('that is over is refused', async () => {
      expect(await says(addDays(office.monday, -3))).toContain('もう過ぎています');
    });

    test('more than a month ahead is told when it opens', async () => {
      const refused = await says(addDays(office.monday, 45));
      expect(refused).toMatch(/から申し込めます|お休みです/);
      expect(refused).toContain(askedForDay);
    });

    test('that is not in the calendar is asked again', async () => {
      expect(await (await atTheDay()).says('2月30日')).toContain('カレンダーにない');
    });

    test('tomorrow can be had until 16:00 of the last business day', async () => {
      await office.at(office.monday, '15:58');
      const tuesday = addDays(office.monday, 1);
      const hanako = await atTheDay();
      const momoko = await atTheDay();
      expect(await hanako.presses(dayLabel(tuesday))).toContain('何時から');
      await momoko.says(`${dateText(tuesday)} 14時`);
      await momoko.presses('はい、この日時で');
      await answerNoToAll(momoko);

      await office.at(office.monday, '16:00');
      const late = await hanako.presses('10:00');
      expect(late).toContain(`${dayLabel(office.monday)}16:00に締め切りました`);
      expect(late).toContain(phone);
      expect(late).toContain(askedForDay);
      // Even at the last look.
      const tooLate = await momoko.presses('この内容で申し込む');
      expect(tooLate).toContain('締め切りました');
      expect(tooLate).toContain(askedForDay);
      expect(momoko.person.buttons()).not.toContain(dayLabel(tuesday));
    });
  });

  describe.concurrent('a time', () => {
    test.each([
      ['12時', '相談の時間は、10:00～12:00 と 14:00～16:00'],
      ['9時', '相談の時間は'],
      ['15時半', '相談の時間は'],
      ['10時10分', '10:10からは始められません'],
      ['25時', '時間が読み取れません'],
    ])('%s is refused with the reason, and the times stand again', async (words, reason) => {
      const hanako = await atTheDay();
      await hanako.presses(dayLabel(addDays(office.monday, 3)));
      const refused = await hanako.says(words);
      expect(refused).toContain(reason);
      expect(refused).toContain(`${dayLabel(addDays(office.monday, 3))}の何時から`);
    });

    test('ほかの時間 shows every quarter of an hour', async () => {
      const hanako = await atTheDay();
      const few = await hanako.presses(dayLabel(addDays(office.monday, 3)));
      expect(few).not.toContain('[10:15]');
      const all = await hanako.presses('ほかの時間');
      for (const time of ['10:00', '10:15', '11:15', '14:45', '15:15']) expect(all).toContain(`[${time}]`);
      expect(all).not.toContain('[11:30]');
      expect(await hanako.presses('10:15')).toContain('同席する方はいますか');
    });
  });

  describe('a slot that somebody else took meanwhile', () => {
    test('is refused when its button is pressed, with the other times of the day', async () => {
      const [hanako, momoko] = [await atTheDay(), await office.guest()];
      await hanako.presses(dayLabel(addDays(office.monday, 3)));
      await request(momoko, on(3, '10:00'));
      const refused = await hanako.presses('10:00');
      expect(refused).toContain('空きがありません');
      expect(refused).toContain('[11:00]');
      expect(refused).not.toContain('[10:00]');
      expect(await hanako.presses('11:00')).toContain('同席する方はいますか');
    });

    test('is refused at the last look, and what she told so far is kept', async () => {
      const [hanako, momoko] = [await office.guest(), await office.guest()];
      await fillUpTo('review', hanako, on(3, '11:00'));
      await request(momoko, on(3, '11:00'));
      const refused = await hanako.presses('この内容で申し込む');
      expect(refused).toContain('空きがありません');
      expect(refused).toContain(`${dayLabel(addDays(office.monday, 3))}の何時から`);
      expect(refused).not.toContain('[11:00]');
      const lastLook = await hanako.presses('14:00');
      expect(lastLook).toContain('この内容で申し込みますか');
      expect(lastLook).toContain(hanako.details.name);
      expect(await hanako.presses('この内容で申し込む')).toContain('まだ確定していません');
    });

    test('when the last one is gone the day is full: it is offered no more, and near days are', async () => {
      const [hanako, kept] = [await office.guest(), await atTheDay()];
      await kept.says(dateText(addDays(office.monday, 3)));
      await request(hanako, on(3, '15:00'));
      const full = `${dayLabel(addDays(office.monday, 3))}は空きがありません`;
      const refused = await kept.presses('15:00');
      expect(refused).toContain('空きがありません');
      expect(refused).toContain(askedForDay);
      const typed = await kept.says(dateText(addDays(office.monday, 3)));
      expect(typed).toContain(full);
      expect(typed).toContain(`[${dayLabel(addDays(office.monday, 4))}]`);
      expect(typed.split(askedForDay)[1]).not.toContain(dayLabel(addDays(office.monday, 3)));
    });
  });
});
