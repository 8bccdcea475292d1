// The hour of a consultation, in her own words: whatever she sends is answered by the clock, and staff hear once
// that she is in touch.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingState } from '../../src/db/generated/enums.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { aFew, oneOfEach } from '../helpers/runs.ts';
import { listenTo, putBooking, stepsOf } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  hanako = counter.visitor(`U-${uuidv7()}`);
  await hanako.follows();
});

const phone = '053-454-1910';
const hasBooking = (minutes: number, state: BookingState = 'confirmed') =>
  putBooking(counter, hanako, minutes, { state });
const steps = (id: string) => stepsOf(counter, id);
const staffHear = listenTo(() => counter, 'C1');
beforeEach(() => staffHear());

const says = (text: string) => (one: Visitor) => one.says(text);
const photo = (one: Visitor) => one.does({ type: 'media', kind: 'image' });
const sticker = (one: Visitor) => one.sticker();

type Comes = (one: Visitor) => Promise<string>;
const typed = (text: string): [string, Comes] => [`「${text}」`, says(text)];
const unread: [string, Comes][] = [
  ...aFew([
    'ごめんなさい寝かしつけてて今入ります',
    '今から行きます',
    'まだ大丈夫ですか？',
    '娘が起きちゃって',
    'Zoomのアプリ更新中です',
    'はい',
    'います！',
    'いない',
    'カメラは必要ですか？',
    '子ども泣いてるのでミュートにしてもいいですか',
  ]).map(typed),
  ['a photo', photo],
  ['a sticker', sticker],
];
const ways = ['[つながらない]', '[遅れます]', '[行けないことを伝える]', '[電話する'];
const never = ['読み取れません', '相談を申し込む', '何をしますか', '予約は確定しています'];

describe.each([
  ['a quarter of an hour before the start', 14],
  ['some minutes after the start', -5],
])('at the hour, %s', (_, minutes) => {
  test.each(unread)(
    '%s is answered with one short card, and staff hear that she is in touch',
    async (_, comes) => {
      const { id } = await hasBooking(minutes);
      const answer = await comes(hanako);
      for (const part of [...ways, phone, '職員に伝えました']) expect(answer).toContain(part);
      for (const part of [...never, 'キャンセル']) expect(answer).not.toContain(part);
      expect(await steps(id)).toEqual(['contact']);
      const told = await staffHear();
      for (const part of ['相談の時間にメッセージがありました', '浜名 花子', '受付番号', '連絡の時刻'])
        expect(told).toContain(part);
      expect(told).not.toMatch(/寝かし|大丈夫ですか|娘|子ども/);
    },
  );

  test.each(
    oneOfEach(
      [
        ['zoomはいれない!!', 'trouble', 'Zoomに入れない方がいます', '[パスコードをコピー]'],
        ['ぐるぐるして入れん', 'trouble', 'Zoomに入れない方がいます', '職員からお電話します'],
        ['ﾊﾟｽｺｰﾄﾞ違うって言われる', 'trouble', 'Zoomに入れない方がいます', '812 3456 7890'],
        ['できんだけど', 'trouble', 'Zoomに入れない方がいます', 'hama2026'],
        ['だれもいない', 'waiting', 'Zoomで待っている方がいます', 'このまま、Zoomでお待ちください'],
        ['ホストの許可待ちってでる', 'waiting', '待機室', 'お待ちになっていることを'],
        ['カメラつかない', 'inside', '音や画面で困っている方', '[つながらない]'],
        ['音が聞こえない', 'inside', '音や画面で困っている方', '入り直してください'],
        ['電話にしてください', 'callMe', 'お電話をご希望の方がいます', '登録の番号に、職員からお電話します'],
        ['電話もつながりません、どうすれば', 'callMe', '登録の番号にお電話ください', 'お電話のご希望を'],
        ['5分くらい遅れます', 'late', '遅れると連絡がありました', '遅れることを、職員に伝えました'],
        ['いま電車です💦', 'late', '遅れて入室するそうです', '遅れることを、職員に伝えました'],
        ['URLどこ', 'numbers', 'Zoomの番号をさがしている方', '[ミーティングIDをコピー]'],
        ['行けなくなりました', 'absenceWritten', '行けないようだと連絡', '[行けないことを伝える]'],
        [
          '電話番号変わりました080-1111-9999です',
          'newPhone',
          '登録の番号では、つながらない',
          'お電話で、番号を',
        ],
      ],
      ([, kind]) => kind,
    ),
  )('「%s」 is told to staff as what it is (%s), and answered so', async (text, kind, title, part) => {
    const { id } = await hasBooking(minutes);
    const answer = await hanako.says(text);
    for (const words of [part, '職員に伝えました', phone, '[電話する']) expect(answer).toContain(words);
    for (const words of never) expect(answer).not.toContain(words);
    expect(await steps(id)).toEqual([kind]);
    const told = await staffHear();
    for (const words of [
      title.includes('登録') || title.includes('待機室') ? '' : title,
      '浜名 花子',
      '連絡の時刻',
    ])
      expect(told).toContain(words);
    expect(told).not.toMatch(/080-1111|何か送りました/);
  });
});

describe('after the first ten minutes', () => {
  test.each([
    [
      '「すみません気づいたら時間すぎてて…まだ大丈夫ですか?」',
      says('すみません気づいたら時間すぎてて…まだ大丈夫ですか?'),
    ],
    ['「遅れます」', says('遅れます')],
    ['「つながらん」', says('つながらん')],
    ['a photo', photo],
  ] as const)(
    '%s is answered without a verdict: staff look at it, and the phone is quickest',
    async (_, comes) => {
      await hasBooking(-13);
      const answer = await comes(hanako);
      for (const part of ['職員が確認します', 'お電話がいちばん早いです', phone, '[電話する'])
        expect(answer).toContain(part);
      expect(answer).not.toContain('キャンセル');
      expect(await staffHear()).toContain('連絡の時刻');
    },
  );
});

describe('what she sends at the hour', () => {
  test('is told to staff once, whatever else follows, and what she presses is told besides', async () => {
    const { id } = await hasBooking(-2);
    await hanako.says('今から行きます');
    expect(await hanako.says('着替えています')).toContain('伝えてあります');
    await photo(hanako);
    expect((await staffHear()).match(/メッセージがありました/g)).toHaveLength(1);
    expect(await hanako.presses('遅れます')).toContain('遅れることを、職員に伝えました');
    const told = await staffHear();
    for (const part of ['遅れると連絡がありました', '浜名 花子', '連絡の時刻']) expect(told).toContain(part);
    expect(await hanako.taps(await hanako.tapOf('遅れます'))).toContain('もう伝えてあります');
    expect(await staffHear()).toBe('');
    expect(await steps(id)).toEqual(['contact', 'late']);
  });

  test('does not count as not understood, and no question stands afterwards', async () => {
    await hasBooking(5);
    await hanako.says('はい');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: 'resting', misses: 0 });
  });

  test('is as ever for somebody whose consultation is over, was never confirmed or is another day', async () => {
    for (const minutes of [16, 24 * 60, -46]) {
      hanako = counter.visitor(`U-${uuidv7()}`);
      await hanako.follows();
      const { id } = await hasBooking(minutes);
      expect(await hanako.says('今から行きます')).toContain('読み取れませんでした');
      expect(await steps(id)).toEqual([]);
    }
    await hasBooking(-60, 'done');
    expect(await photo(hanako)).toContain('写真は、こちらでは見られません');
    expect(await staffHear()).toBe('');
  });

  test('つながらない, which staff have already, is enough as a sign of life', async () => {
    const { id } = await hasBooking(-1);
    await hanako.says('つながらない');
    await hanako.says('入れん');
    expect(await steps(id)).toEqual(['trouble']);
  });

  test('nobody is told of somebody else’s consultation', async () => {
    const { id } = await hasBooking(-1);
    const other = counter.visitor(`U-${uuidv7()}`);
    await other.follows();
    expect(await other.taps({ event: 'late.told', booking: id })).toContain('いまは予約がありません');
    await other.says('今から行きます');
    expect(await steps(id)).toEqual([]);
  });
});

describe('遅れます before the hour', () => {
  test('on its day is told when she presses it, not before', async () => {
    const { id } = await hasBooking(90);
    const answer = await hanako.says('10分くらい遅れるかもです');
    expect(answer).toContain('[遅れます]');
    expect(answer).toContain(phone);
    expect(await steps(id)).toEqual([]);
    await hanako.presses('遅れます');
    expect(await steps(id)).toEqual(['late']);
  });
});

describe('予約を見る', () => {
  const look = async () => {
    await hanako.news();
    await counter.hear(hanako.event({ type: 'text', text: '予約を見る' }));
    return (await hanako.news()).flatMap(({ messages }) => messages);
  };
  const shown = async () => {
    await hanako.news();
    return hanako.says('予約を見る');
  };

  test.each([
    ['on the morning of the day', 90, '今日は相談の日です'],
    ['at the door', 10, 'まもなく相談の時間です'],
    ['after the start', -3, '相談の時間です'],
    ['after the first ten minutes', -12, '開始から10分をすぎています'],
  ])('%s is one card with ID and passcode', async (_, minutes, part) => {
    await hasBooking(minutes);
    const cards = await look();
    expect(cards).toHaveLength(1);
    const answer = shownText(cards);
    for (const words of [part, '812 3456 7890', 'hama2026', '[つながらない]', '[電話する', phone])
      expect(answer).toContain(words);
    for (const words of ['予約は確定しています', '当日までの準備']) expect(answer).not.toContain(words);
    if (minutes < 15) expect(answer).not.toContain('キャンセルとみなします');
  });

  test('days before still says what to prepare', async () => {
    await hasBooking(3 * 24 * 60);
    const answer = await shown();
    expect(answer).toContain('予約は確定しています');
    expect(answer).toContain('当日までの準備');
  });

  test('once she has been let in shows the numbers too, and speaks of no ten minutes', async () => {
    await hasBooking(-20, 'inProgress');
    const answer = await shown();
    expect(answer).toContain('812 3456 7890');
    expect(answer).not.toContain('10分');
  });
});
