// What people type where the form asks for something, word for word, and what they hear.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  chats += 1;
  hanako = counter.visitor(`U${chats}`);
});

describe('after a question in between', () => {
  test('the terms are not written out again, so that the answer stays in sight', async () => {
    await hanako.follows();
    expect(await hanako.presses('相談を申し込む')).toContain('【場所と機器】');
    for (const text of ['録音していいですか', 'なぜ', '予約を見る']) {
      const answer = await hanako.says(text);
      expect(answer).not.toContain('【場所と機器】');
      expect(answer).toContain('利用規約に同意しますか');
      expect(answer).toContain('[同意する]');
    }
    expect(await hanako.says('もう一度')).toContain('【場所と機器】');
  });

  test('the open question is asked in few words, and counts as no miss', async () => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says('お金かかりますか');
    expect(answer).toContain('【料金】');
    expect(answer).toContain('電話番号を送ってください。');
    expect(answer).not.toContain('Zoomがつながらないときに');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ misses: 0 });
  });
});

describe('at the name', () => {
  test.each(
    aFew([
      ['よろしくお願いします', 'ハローワークに登録した書き方'],
      ['了解', 'ハローワークに登録した書き方'],
      ['えっと', 'ハローワークに登録した書き方'],
      ['今忙しいのであとでやります', '続きから申し込めます'],
      ['言いたくない', '053-454-1910'],
      ['電話ないです', '氏名だけを送ってください'],
      ['asdf123', '数字が入っているようです'],
    ]),
  )('「%s」 is no name, and the question stands', async (text, helps) => {
    await fillIn(hanako, 'eligible');
    const answer = await hanako.says(text);
    expect(answer).toContain(helps);
    expect(answer).toContain('氏名を送ってください。');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: { name: 'asking' } });
  });

  test.each(aFew(['わたしの名前は申込花子です', '申込花子です、よろしくお願いします']))(
    '「%s」 is 申込花子',
    async (text) => {
      await fillIn(hanako, 'eligible');
      await hanako.says(text);
      await hanako.says('22020-1234567');
      const days = await hanako.says('090-1234-5678');
      const [, day = ''] = /\[(\d+月\d+日\(.\))\]/.exec(days) ?? [];
      const times = await hanako.presses(day);
      await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
      expect(await answerNoToAll(hanako)).toMatch(/氏名\n?[:： ]*申込花子\n/);
    },
  );
});

describe('at the jobseeker number', () => {
  test.each([
    ['求職番号って何', '【求職番号について】'],
    ['カードなくしました', '番号がわからなくても、申し込めます。'],
  ])('「%s」 is helped on, with the button next to it', async (text, helps) => {
    await fillIn(hanako, 'name');
    const answer = await hanako.says(text);
    expect(answer).toContain(helps);
    expect(answer).toContain('[番号がわからない]');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: { jobNumber: 'asking' } });
  });

  test.each(aFew(['今わからない', '番号わかりません']))('「%s」 is 番号がわからない', async (text) => {
    await fillIn(hanako, 'name');
    expect(await hanako.says(text)).toContain('電話番号を教えてください');
  });
});

describe('at the phone number', () => {
  test.each([
    ['夫の携帯でもいいですか', 'ご本人が出られる番号なら大丈夫です。'],
    ['電話ないです', '053-454-1910'],
    ['090-0000-0000', '番号をお確かめください。'],
  ])('「%s」 is answered, and the question stands', async (text, helps) => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says(text);
    expect(answer).toContain(helps);
    expect(answer).not.toContain('数字で送ってください');
    expect(answer).toContain('電話番号を送ってください。');
  });
});

describe('at 「この求職番号で合っていますか？」', () => {
  const doubtful = async () => {
    await fillIn(hanako, 'name');
    expect(await hanako.says('220201234567')).toContain('合っていますか');
  };

  test.each(aFew(['うん', '合ってるよ', 'そう', 'はい、あってます']))('「%s」 is yes', async (text) => {
    await doubtful();
    expect(await hanako.says(text)).toContain('電話番号を教えてください');
  });

  test.each(aFew(['ちがう', '違います', 'いや']))('「%s」 is no', async (text) => {
    await doubtful();
    expect(await hanako.says(text)).toContain('求職番号を教えてください');
  });

  test('what is neither leaves the number there, to be confirmed', async () => {
    await doubtful();
    for (const text of ['えっと', '2202']) expect(await hanako.says(text)).toContain('合っていますか');
    expect(await hanako.says('22020-7654321')).toContain('電話番号を教えてください');
  });
});

describe('at 「この日時でよろしいですか」', () => {
  const saidBack = async () => {
    await fillIn(hanako, 'phone');
    const [, month, day] = /(\d+)月(\d+)日/.exec(await hanako.taps({ event: 'repeat.asked' })) ?? [];
    expect(await hanako.says(`${month}月${day}日の10時`)).toContain('でよろしいですか');
  };

  test.each(aFew(['うん', 'いいよ', 'おねがいします', 'それで']))('「%s」 is yes', async (text) => {
    await saidBack();
    expect(await hanako.says(text)).toContain('同席する方');
  });

  test.each(aFew(['いや', 'やっぱり違う日']))('「%s」 is no', async (text) => {
    await saidBack();
    expect(await hanako.says(text)).toContain('希望の日を選んでください');
  });

  test('what is not understood is asked again in one line, without the example of a day', async () => {
    await saidBack();
    const answer = await hanako.says('ふつうかな');
    expect(answer).toContain('「はい」か「ほかの日」で、お答えください。');
    expect(answer).not.toContain('来週の火曜');
    expect(answer).toContain('でよろしいですか');
  });
});

describe('at the day', () => {
  const daysOf = (answer: string) =>
    [...answer.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, day = '']) => day);

  test.each(aFew(['できるだけ早く', '一番早い日', 'いつでもいい']))(
    '「%s」 offers the first days, in one card',
    async (text) => {
      await fillIn(hanako, 'phone');
      const first = daysOf(await hanako.taps({ event: 'repeat.asked' })).slice(0, 3);
      const answer = await hanako.says(text);
      expect(daysOf(answer)).toEqual(first);
      expect(answer).toContain('いちばん早い日は、こちらです。');
      expect(answer).toContain('[ほかの日]');
      expect(answer).not.toContain('希望の日を選んでください');
      expect(await hanako.presses(first[0] ?? '')).toContain('の何時から');
    },
  );

  test.each(aFew(['来週', '再来週']))(
    '「%s」 offers days of that week, or says that it has none',
    async (text) => {
      await fillIn(hanako, 'phone');
      expect(await hanako.says(text)).toMatch(
        new RegExp(`${text}は、(?:この日が空いています|申し込める日がありません)。`),
      );
      expect(await counter.saved(hanako.chatId)).toMatchObject({ value: { slot: 'day' }, misses: 0 });
    },
  );

  test('with half a day only its times are offered', async () => {
    await fillIn(hanako, 'phone');
    const [day = ''] = daysOf(await hanako.taps({ event: 'repeat.asked' }));
    const answer = await hanako.says(`${day}の午後`);
    expect(answer).toContain(`${day}の午後は、この時間が空いています。`);
    expect(answer).toContain('[14:00]');
    expect(answer).not.toContain('[10:00]');
    expect(answer).not.toContain('の何時から');
    expect(await hanako.says('午前')).toContain('[10:00]');
    expect(await hanako.presses('10:00')).toContain('同席する方');
  });

  test('「９じ」 is told the hours, without an example that would be refused', async () => {
    await fillIn(hanako, 'phone');
    const answer = await hanako.says('９じ');
    expect(answer).toContain('相談の時間は、10:00～12:00 と 14:00～16:00 です。');
    expect(answer).not.toMatch(/(?<!\d)9:00/);
    expect(await hanako.says('10:10')).toMatch(/例 来週の火曜 10:00\n/);
  });
});

describe('at the last look', () => {
  test.each([
    ['電話番号変えたい', '電話番号を教えてください'],
    ['名前間違えた', '氏名を教えてください'],
  ])('「%s」 asks for that again, and comes back', async (text, question) => {
    await fillIn(hanako, 'review');
    expect(await hanako.says(text)).toContain(question);
    expect(await hanako.presses('ひとつ前へ')).toContain('この内容で申し込みますか');
  });

  test.each([
    ['名前', '氏名を教えてください'],
    ['電話', '電話番号を教えてください'],
    ['時間', '希望の日を選んでください'],
  ])('「%s」 at 「どこを直しますか」 is that field', async (text, question) => {
    await fillIn(hanako, 'review');
    await hanako.presses('直す');
    expect(await hanako.says(text)).toContain(question);
  });

  test('another time is said back before it counts', async () => {
    await fillIn(hanako, 'review');
    const { context } = (await counter.saved(hanako.chatId)) ?? {};
    expect(context).toMatchObject({ time: '10:00' });
    expect(await hanako.says('10時じゃなくて11時')).toMatch(/11:00～11:45 でよろしいですか/);
    const review = await hanako.says('はい');
    expect(review).toContain('この内容で申し込みますか');
    expect(review).toContain('11:00～11:45');
  });

  test('another day is asked for its times, and ひとつ前へ leaves the old one', async () => {
    await fillIn(hanako, 'review');
    const { context } = (await counter.saved(hanako.chatId)) ?? {};
    const [day] = /\d{4}-\d{2}-\d{2}/.exec(JSON.stringify(context)) ?? [];
    expect(await hanako.says(`やっぱり${day?.replaceAll('-', '/')}`)).toContain('の何時から');
    await hanako.presses('ひとつ前へ');
    const review = await hanako.presses('ひとつ前へ');
    expect(review).toContain('この内容で申し込みますか');
    expect(review).toContain('10:00～10:45');
  });
});
