// Whatever she asks or sends in the middle of the form is answered, and the open question stands again.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { fillUpTo, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { openPrompt, questions } from '../helpers/open-prompts.ts';
import { office } from '../helpers/the-office.ts';

describe('what comes in between', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const wish = () => ({ day: addDays(office.monday, 2), time: '10:00' });

  /** The answer comes first, the open question last. */
  const expectBoth = (answer: string, words: RegExp, question: RegExp, about: string) => {
    const from = answer.search(words);
    expect(from, `${about}\n${answer}`).toBeGreaterThanOrEqual(0);
    expect(answer.slice(from), about).toMatch(question);
  };

  const asides: readonly (readonly [string, RegExp])[] = [
    ['よくある質問', /録音・録画/],
    ['録音していいですか', /どんな方法でも禁止/],
    ['スタバのWi-Fiでもいい?', /周りに人がいない場所/],
    ['無料ですか？', /無料です/],
    ['予約を見る', /いまは予約がありません/],
    ['電話する', /053-454-1910/],
    ['全文を読む', /利用規約/],
    ['メニュー', /入力の途中です/],
    ['相談を申し込む', /入力の途中です/],
  ];

  const whys: Record<(typeof questions)[number], RegExp> = {
    terms: /同意した方/,
    eligibility: /条件/,
    name: /ご本人/,
    jobNumber: /登録の内容/,
    phone: /つながらないとき/,
    day: /空いている日/,
    time: /空いている時間/,
    companion: /秘密/,
    review: /まちがい/,
  };

  const unreadable = ['sticker', 'image', 'video', 'audio', 'file', 'location'] as const;
  const politely = /ありがとうございます|聞けません|見られません|読み取れません/;

  describe.concurrent('in the middle of the form', () => {
    test.each(questions)(
      'at the question %s, whatever she asks or sends, it stands again',
      async (question) => {
        const hanako = await office.guest();
        const stands = openPrompt[question];
        expect(await fillUpTo(question, hanako, wish())).toMatch(stands);
        for (const [words, answer] of [...asides, ['なぜ?', whys[question]] as const]) {
          expectBoth(await hanako.says(words), answer, stands, words);
        }
        for (const kind of question === 'day' ? unreadable : (['sticker'] as const)) {
          expectBoth(await hanako.sends(kind), politely, stands, kind);
        }
        // Added once more, the account greets.
        await hanako.person.follow();
        await hanako.hears('予約窓口です');
        expect(await hanako.says('続き')).toMatch(stands);
        expect(await hanako.says('もう一度')).toMatch(stands);
      },
    );
  });

  describe.concurrent('at the counter', () => {
    test('each of the questions is answered from its button, and no question hangs in the air', async () => {
      const hanako = await office.guest();
      const list = await hanako.presses('よくある質問');
      const titles = [...list.matchAll(/\[([^\]]+)\]/g)].map(([, title = '']) => title);
      expect(titles.length).toBeGreaterThanOrEqual(8);
      for (const title of titles.filter((one) => !['電話する', 'メニュー'].includes(one))) {
        const answer = await hanako.presses(title);
        expect(answer).toContain(title);
        expect(answer).not.toContain('こちらの不具合');
      }
    });

    test('a sticker first is greeted, and so is whoever writes without having added the account', async () => {
      for (const greet of [
        (one: Guest) => one.sends('sticker'),
        (one: Guest) => one.says('こんにちは'),
        (one: Guest) => one.sends('audio'),
      ]) {
        const stranger = office.stranger();
        const greeting = await greet(stranger);
        expect(greeting).toContain('はじめまして');
        expect(greeting).toContain('[相談を申し込む]');
      }
    });

    test('what is not understood is answered three times with more help, then with the phone', async () => {
      const hanako = await office.guest();
      await hanako.says('あ');
      await hanako.says('。');
      expect(await hanako.says('???')).toContain('053-454-1910');
    });

    test('行けない and つながらない in her own words show her booking, its buttons and the phone', async () => {
      const hanako = await office.guest();
      const number = await request(hanako, { day: addDays(office.monday, 3), time: '10:00' });
      expect(await hanako.says('すみません、明日行けなくなりました')).toContain(number);
      expect(await hanako.says('予約はいつですか')).toContain(number);
      const cancelling = await hanako.says('キャンセルしたいです');
      expect(cancelling).toContain('053-454-1910');
      expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
    });
  });
});
