// Back, やめる, fixing a field at the last look, coming back later: nothing breaks, nothing is lost.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dateText, dayLabel } from '../helpers/calendar.ts';
import { cardOf, fillUpTo, receiptNumberIn, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { openPrompt, questions } from '../helpers/open-prompts.ts';
import { office } from '../helpers/the-office.ts';

describe('changing her mind', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const wish = () => ({ day: addDays(office.monday, 2), time: '10:00' });
  const wishText = () => `${dayLabel(addDays(office.monday, 2))}\n10:00～10:45`;

  describe.concurrent('ひとつ前へ', () => {
    test('leads from the last look through every question to the first, and from there no further', async () => {
      const hanako = await office.guest();
      await fillUpTo('review', hanako, wish());
      for (const question of ['companion', 'day', 'phone', 'jobNumber', 'name', 'eligibility'] as const) {
        expect(await hanako.says('ひとつ前へ'), question).toMatch(openPrompt[question]);
      }
      const first = await hanako.says('ひとつ前へ');
      expect(first).toContain('前の質問には戻れません');
      expect(first).toMatch(openPrompt.eligibility);
    });

    test('and forth again, what was told before is told anew, and the request is right', async () => {
      const hanako = await office.guest();
      await fillUpTo('phone', hanako, wish());
      await hanako.presses('ひとつ前へ');
      await hanako.presses('ひとつ前へ');
      expect(await hanako.says('舞阪 ほのか')).toMatch(openPrompt.jobNumber);
      expect(await hanako.says(hanako.details.jobNumber)).toMatch(openPrompt.phone);
      await hanako.says(hanako.details.phone);
      await hanako.says(dateText(wish().day));
      expect(await hanako.presses('ひとつ前へ')).toMatch(openPrompt.day);
      await hanako.presses(dayLabel(wish().day));
      await hanako.presses('10:00');
      const lastLook = await hanako.presses('いる');
      expect(lastLook).toContain('舞阪 ほのか');
      expect(lastLook).toContain(wishText());
      expect(lastLook).toContain('同席する方 いる');
    });

    test('from a missing condition leads back to the conditions', async () => {
      const hanako = await office.guest();
      await fillUpTo('eligibility', hanako, wish());
      await hanako.presses('当てはまらないものがある');
      expect(await hanako.presses('ひとつ前へ')).toMatch(openPrompt.eligibility);
    });
  });

  test.each(questions)(
    'やめる at the question %s ends it, forgets what was typed, and starts anew',
    async (question) => {
      const hanako = await office.guest();
      await fillUpTo(question, hanako, wish());
      const ended = await hanako.presses('やめる');
      expect(ended).toContain('途中の内容は消しました');
      expect(ended).toContain('[相談を申し込む]');
      const again = await hanako.says('相談を申し込む');
      expect(again).toMatch(question === 'terms' ? openPrompt.terms : openPrompt.eligibility);
      if (question === 'terms') return;
      expect(await hanako.presses('すべて当てはまる')).toMatch(openPrompt.name);
    },
  );

  describe('at the last look, 直す', () => {
    const atLastLook = async () => {
      const hanako = await office.guest();
      return { hanako, lastLook: await fillUpTo('review', hanako, wish()) };
    };
    const fix = async (hanako: Guest, field: string) => {
      expect(await hanako.presses('直す')).toContain('どこを直しますか');
      return hanako.presses(field);
    };

    test('shows every field, and from each ひとつ前へ leads back and changes nothing', async () => {
      const { hanako, lastLook } = await atLastLook();
      const which = await hanako.presses('直す');
      expect(await hanako.presses('ひとつ前へ')).toBe(lastLook);
      for (const field of ['氏名', '求職番号', '電話番号', '希望日時', '同席する方']) {
        expect(which).toContain(`[${field}]`);
        await fix(hanako, field);
        expect(await hanako.presses('ひとつ前へ'), field).toBe(lastLook);
      }
    });

    test('求職番号, first misread', async () => {
      const { hanako, lastLook } = await atLastLook();
      expect(await fix(hanako, '求職番号')).toMatch(openPrompt.jobNumber);
      expect(await hanako.says('カードをなくしたかも')).toMatch(openPrompt.jobNumber);
      const fixed = await hanako.says('22020-5558888');
      expect(fixed).toBe(lastLook.replace(hanako.details.jobNumber, '22020-5558888'));
    });

    test('電話番号', async () => {
      const { hanako, lastLook } = await atLastLook();
      expect(await fix(hanako, '電話番号')).toMatch(openPrompt.phone);
      const fixed = await hanako.says('053-412-3456');
      expect(fixed).toBe(lastLook.replace(hanako.details.phone, '053-412-3456'));
    });

    test('name, day and companion one after the other, and then it is sent as it stands', async () => {
      const { hanako, lastLook } = await atLastLook();
      expect(await fix(hanako, '氏名')).toMatch(openPrompt.name);
      const named = await hanako.says('舞阪 ひかり');
      expect(named).toBe(lastLook.replace(hanako.details.name, '舞阪 ひかり'));
      expect(await fix(hanako, '希望日時')).toMatch(openPrompt.day);
      await hanako.says('来週の火曜11時');
      const newTime = `${dayLabel(addDays(office.monday, 8))}\n11:00～11:45`;
      expect(await hanako.presses('はい、この日時で')).toBe(named.replace(wishText(), newTime));
      expect(await fix(hanako, '同席する方')).toMatch(openPrompt.companion);
      expect(await hanako.presses('いる')).toContain('同席する方 いる');
      const number = receiptNumberIn(await hanako.presses('この内容で申し込む'));
      const { text } = await cardOf(number, office);
      for (const words of ['舞阪 ひかり', newTime, '同席する方 います']) expect(text).toContain(words);
    });

    test('a field may be named instead of pressed', async () => {
      const { hanako } = await atLastLook();
      expect(await hanako.says('電話番号')).toMatch(openPrompt.phone);
    });
  });

  describe('she comes back', () => {
    test('after an hour, and the form goes on where it was', async () => {
      const hanako = await office.guest();
      await fillUpTo('phone', hanako, { day: addDays(office.monday, 4), time: '10:00' });
      await office.later(60);
      expect(await hanako.says(hanako.details.phone)).toMatch(openPrompt.day);
      await office.later(60);
      await hanako.says(dateText(addDays(office.monday, 4)));
      await hanako.presses('10:00');
      const lastLook = await answerNoToAll(hanako);
      expect(lastLook).toContain(hanako.details.name);
      receiptNumberIn(await hanako.presses('この内容で申し込む'));
    });

    test('after more than a day: what she typed is gone, her day and time are kept', async () => {
      const [hanako, momoko, akari] = [await office.guest(), await office.guest(), await office.guest()];
      const day = addDays(office.monday, 7);
      await fillUpTo('phone', hanako, { day, time: '10:00' });
      await fillUpTo('review', momoko, { day, time: '10:00' });
      await fillUpTo('terms', akari, { day, time: '10:00' });
      await office.later(24 * 60 + 1);

      const gone = await hanako.says(hanako.details.phone);
      expect(gone).toContain('時間がたったので、入力した内容は安全のため消しました。');
      expect(gone).toMatch(openPrompt.name);
      // Pressed on a card of yesterday, nothing is sent with half of it missing.
      const refused = await momoko.presses('この内容で申し込む');
      expect(refused).toContain('時間がたったので');
      expect(refused).toMatch(openPrompt.name);
      await momoko.says(momoko.details.name);
      await momoko.says(momoko.details.jobNumber);
      const kept = await momoko.says(momoko.details.phone);
      expect(kept).toContain(`${dayLabel(day)}10:00～10:45`);
      // Where nothing was typed, nothing is gone.
      expect(await akari.presses('同意する')).toMatch(openPrompt.eligibility);
    });

    test('to a time that has been taken meanwhile: she hears so and chooses another', async () => {
      const [hanako, momoko] = [await office.guest(), await office.guest()];
      const day = addDays(office.monday, 8);
      await fillUpTo('review', hanako, { day, time: '14:00' });
      await office.later(24 * 60 + 1);
      await request(momoko, { day, time: '14:00' });
      await hanako.says('つづき');
      await hanako.says(hanako.details.name);
      await hanako.says(hanako.details.jobNumber);
      const taken = await hanako.says(hanako.details.phone);
      expect(taken).toContain('空きがありません');
      expect(taken).toMatch(openPrompt.time);
      expect(taken).not.toContain('[14:00]');
    });
  });
});
