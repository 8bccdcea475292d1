// What she may not have, or did not write as we can read it: she hears why, and always has a way on.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays } from '../helpers/calendar.ts';
import { cardOf, fillUpTo, receiptNumberIn, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('what cannot be taken for an answer', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });
  const phone = '053-454-1910';

  /** Answers that cannot be read: each is refused with these words, and the question stands again. */
  async function refuses(hanako: Guest, answers: readonly (readonly [string, string])[], question: string) {
    for (const [answer, words] of answers) {
      const refused = await hanako.says(answer);
      expect(refused, answer).toContain(words);
      expect(refused, answer).toContain(question);
    }
  }

  describe.concurrent('before the form', () => {
    test('without consent there is no request, but the phone, the menu and another try', async () => {
      const hanako = await office.guest();
      await hanako.presses('相談を申し込む');
      expect(await hanako.person.presses('全文を読む')).toMatchObject({
        kind: 'uri',
        uri: expect.stringContaining('https://'),
      });
      const farewell = await hanako.presses('同意しない');
      expect(farewell).toContain('同意が必要です');
      expect(farewell).toContain(phone);
      expect(farewell).toContain('[相談を申し込む]');
      expect(await hanako.presses('相談を申し込む')).toContain('利用規約に同意しますか');
    });

    test('a bare はい or a question is no consent', async () => {
      const hanako = await office.guest();
      await hanako.presses('相談を申し込む');
      for (const words of ['はい', 'OK', '了解です', '👍', '同意する？']) {
        expect(await hanako.says(words), words).toContain('利用規約に同意しますか');
      }
      expect(await hanako.says('同意します')).toContain('当てはまりますか');
    });

    test('a missing condition gets guidance and the phone, and すべて当てはまる still goes on', async () => {
      const hanako = await office.guest();
      await fillUpTo('eligibility', hanako, on(2, '10:00'));
      expect(await hanako.presses('当てはまらないものがある')).toContain('当てはまらないものは？');
      for (const [condition, words] of [
        ['求職登録をしていない', '窓口でもインターネットでも'],
        ['継続的な支援は希望しない', '担当者'],
        ['マイページを開設していない', 'マイページ'],
        ['Zoomを使う準備がない', 'Zoomアプリ'],
      ] as const) {
        const guidance = await hanako.presses(condition);
        expect(guidance).toContain(words);
        expect(guidance).toContain(phone);
        expect(guidance).toContain('当てはまらないものは？');
      }
      expect(await hanako.presses('すべて当てはまる')).toContain('氏名を教えてください');
    });
  });

  describe.concurrent('name, number and phone', () => {
    test('what is surely no name is asked again', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      await refuses(
        hanako,
        [
          ['12345', '数字だけ'],
          ['https://example.com/', 'リンク'],
          ['佐'.repeat(200), '長い'],
          ['😊', '読み取れませんでした'],
        ],
        '氏名を送ってください',
      );
      expect(await hanako.says('Maria Aparecida dos Santos Oliveira')).toContain('求職番号を教えてください');
    });

    test('the third time, the phone stands below', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      expect(await hanako.says('1')).not.toContain(phone);
      expect(await hanako.says('2')).not.toContain(phone);
      const third = await hanako.says('3');
      expect(third).toContain(phone);
      expect(third).toContain('<電話する>');
      await hanako.says(hanako.details.name);
      expect(await hanako.says('4')).not.toContain(phone);
    });

    test('what is no jobseeker number is asked again, each with its reason', async () => {
      const hanako = await office.guest();
      await fillUpTo('jobNumber', hanako, on(2, '10:00'));
      await refuses(
        hanako,
        [
          ['090-1234-5678', '電話番号のようです'],
          ['123', 'けた数が足りない'],
          ['22020-123456789', 'けた数が多い'],
          ['1234-567890-1', '別の番号'],
          ['花子', '読み取れませんでした'],
        ],
        '求職番号',
      );
      expect(await hanako.says('２２０２０ー５５５００９９')).toContain('電話番号を教えてください');
    });

    test('a number without its hyphen is said back, masked, and counts when she says so', async () => {
      const hanako = await office.guest();
      await fillUpTo('jobNumber', hanako, on(2, '10:00'));
      const saidBack = await hanako.says('220205550098');
      expect(saidBack).toContain('求職番号は合っていますか');
      expect(saidBack).not.toContain('5550098');
      expect(await hanako.presses('いいえ、入力し直す')).toContain('求職番号');
      await hanako.says('220205550098');
      expect(await hanako.says('はい')).toContain('電話番号を教えてください');
    });

    test('番号がわからない goes on, and staff see that it is to be looked up', async () => {
      const hanako = await office.guest();
      await fillUpTo('jobNumber', hanako, on(2, '10:00'));
      expect(await hanako.presses('番号がわからない')).toContain('電話番号を教えてください');
      await hanako.says(hanako.details.phone);
      await hanako.says(`${office.monday.slice(5, 7)}/${addDays(office.monday, 2).slice(8)} 10時`);
      await hanako.presses('はい、この日時で');
      expect(await answerNoToAll(hanako)).toContain('わからない');
      const number = receiptNumberIn(await hanako.presses('この内容で申し込む'));
      expect((await cardOf(number, office)).text).toContain('求職番号 未確認');
    });

    test('what staff cannot call is asked again, each with its reason', async () => {
      const hanako = await office.guest();
      await fillUpTo('phone', hanako, on(2, '10:00'));
      await refuses(
        hanako,
        [
          ['454-1910', '市外局番'],
          ['090-1234-567', 'けた数が足りない'],
          ['0120-123-456', 'かけられない'],
          ['+1 212 555 0100', '海外'],
          ['ありません', 'ご本人が出られる番号が必要です'],
        ],
        '電話番号を送ってください',
      );
      expect(await hanako.says('０９０（１２３４）５６７８')).toContain('希望の日を選んでください');
    });
  });

  test('a second request while one is open shows the one that is open', async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(2, '11:00'));
    const shown = await hanako.says('相談を申し込む');
    expect(shown).toContain(number);
    expect(shown).toContain('[日時を選び直す]');
    expect(shown).not.toContain('利用規約に同意しますか');
  });
});
