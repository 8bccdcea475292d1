// At the last look: only the button sends the request, and its own words. All other yes-words hear that nothing is sent yet.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const notSentYet = 'まだ申し込んでいません。\n「この内容で申し込む」を押すと、申し込めます。';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(async () => {
  chats += 1;
  hanako = counter.visitor(`U${String(chats).padStart(32, '0')}`);
  await fillIn(hanako, 'review');
});

const bookings = () => counter.prisma.booking.count({ where: { person: { chatId: hanako.chatId } } });

describe('sent is', () => {
  test.each(aFew(['この内容で申し込む', 'この内容で申し込む。', '「この内容で申し込む」']))(
    '「%s」',
    async (text) => {
      expect(await hanako.says(text)).toContain('申し込みを受け付けました');
      expect(await bookings()).toBe(1);
      await counter.prisma.booking.updateMany({ data: { state: 'withdrawn' } });
    },
  );
});

describe('nothing is sent by', () => {
  test.each(
    aFew([
      '申し込みます',
      '申し込む',
      '送信',
      'これで申し込む',
      'おｋ',
      'けってい',
      'りょうかい',
      'りょうかいです！',
      'かくていでおねがいします',
      'はい、これで送ってください',
      'じゃあ申し込みお願いします',
      'ありがとうございます',
      '👍',
      '申し込めましたか？',
      'これで申し込めてますか',
      'もう予約できましたか？',
      '届いてますか',
      'だいじょうぶです',
      'なにもちがいません',
      '変わりないです',
    ]),
  )('「%s」, and one sentence says so', async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain(notSentYet);
    expect(answer).toContain('[この内容で申し込む]');
    expect(await bookings()).toBe(0);
  });
});

describe('what is wrong is asked after', () => {
  test.each(aFew(['ちがいます', 'いいえ', '違うよ', 'ちょっとまちがってる', '間違ってるところがあります']))(
    '「%s」',
    async (text) => {
      const answer = await hanako.says(text);
      expect(answer).toContain('どこを直しますか？');
      expect(answer).toContain('[電話番号]');
    },
  );

  test.each(aFew(['やっぱりやめます', '申し込みやめたい', '申し込むのやめたい']))(
    'and nothing else is: 「%s」 ends the form',
    async (text) => {
      expect(await hanako.says(text)).toContain('入力をやめました');
    },
  );
});

test.each(aFew(['電話番号は080-1111-2222じゃないです', '電話番号 080-1111-2222は解約しました']))(
  'a number that she rules out takes no place: 「%s」',
  async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain('電話番号');
    expect(answer).not.toContain('080-1111-2222');
    expect(await hanako.says('戻る')).not.toContain('080-1111-2222');
  },
);

describe('what is right stays', () => {
  test.each(
    aFew([
      '名前はあってる',
      '氏名は大丈夫',
      '名前はこのままで',
      '名前は合ってます',
      '名前は直さなくていいです',
      '電話番号は大丈夫です',
      '日時はそのままで',
      '求職番号は間違いないです',
      '同席者は変更なし',
    ]),
  )('「%s」', async (text) => {
    expect(await hanako.says(text)).toContain(notSentYet);
  });

  test('「名前は言わないで」 is no name', async () => {
    const answer = await hanako.says('名前は言わないで');
    expect(answer).toContain('うまく読み取れませんでした');
    expect(answer).toContain('申込 花子');
  });

  test.each(aFew(['名前があってない', '氏名は合っていません']))('「%s」 asks for the name', async (text) => {
    expect(await hanako.says(text)).toContain('氏名を');
  });
});

describe('the hour of a call is no wish for the consultation', () => {
  test.each(
    aFew([
      '電話するときは10時以降にして',
      '火曜は夫が休みなので電話しないで',
      '12/8は連絡しないでください',
      '連絡は15時以降だけ',
      '電話に出られるのは10時以降です',
    ]),
  )('「%s」', async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain('職員がお電話するのは、Zoomがつながらないときなどです。');
    expect(answer).toContain('[この内容で申し込む]');
  });
});

test('a day that need not be it is no wish', async () => {
  const answer = await hanako.says('12/9じゃなくていい');
  expect(answer).not.toContain('よろしいですか');
  expect(answer).not.toMatch(/\[12月9日/);
});
