// The hour of a consultation, in her own words: whatever she sends is answered by the clock, and staff hear once
// that she is in touch.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingState } from '../../src/db/generated/enums.ts';
import { listenTo, putBooking, stepsOf } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './desk.ts';

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

const unread: [string, (one: Visitor) => Promise<string>][] = [
  ...[
    'ごめんなさい寝かしつけてて今入ります',
    '今から行きます',
    'ホストの許可を待っていますってでる',
    '音が聞こえない',
    '画面真っ暗',
    'まだ大丈夫ですか？',
    '電話来ないんですけど',
    '今向かってます5分遅れます',
    '娘が起きちゃって',
    'Zoomのアプリ更新中です',
    '子どもが泣いてて少し待ってもらえますか',
    '遅れます',
    '電話もつながりません、どうすれば',
  ].map((text): [string, (one: Visitor) => Promise<string>] => [`「${text}」`, says(text)]),
  ['a photo', photo],
  ['a sticker', sticker],
];
const entry = ['入れん', 'つながらん！！', 'パスコードが違うって出る', 'Zoomに入れないんですけど'];
const ways = ['[つながらない]', '[遅れます]', '[行けないことを伝える]', '[電話する'];

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
      for (const part of [
        '読み取れません',
        '相談を申し込む',
        '何をしますか',
        '予約は確定しています',
        'キャンセル',
      ])
        expect(answer).not.toContain(part);
      expect(await steps(id)).toEqual(['contact']);
      const told = await staffHear();
      for (const part of ['相談の時間にメッセージがありました', '浜名 花子', '受付番号', '連絡の時刻'])
        expect(told).toContain(part);
      expect(told).not.toMatch(/寝かし|真っ暗|向かって|大丈夫ですか/);
    },
  );

  test.each(entry)('「%s」 brings her numbers to copy, and the same ways on', async (text) => {
    const { id } = await hasBooking(minutes);
    const answer = await hanako.says(text);
    for (const part of [...ways, phone, '812 3456 7890', 'hama2026', '[パスコードをコピー]'])
      expect(answer).toContain(part);
    expect(answer).not.toContain('予約は確定しています');
    expect(await steps(id)).toEqual(['contact']);
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
      expect(await staffHear()).toContain('相談の時間にメッセージがありました');
    },
  );
});

describe('what she sends at the hour', () => {
  test('is told to staff once, whatever else follows, and what she presses is told besides', async () => {
    const { id } = await hasBooking(-2);
    await hanako.says('今から行きます');
    expect(await hanako.says('あと5分です')).toContain('伝えてあります');
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
    await hanako.says('今から行きます');
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
  test.each([90, 3 * 24 * 60])(
    '%s minutes before is told when she presses it, not before',
    async (minutes) => {
      const { id } = await hasBooking(minutes);
      const answer = await hanako.says('10分くらい遅れるかもです');
      expect(answer).toContain('[遅れます]');
      expect(answer).toContain(phone);
      expect(await steps(id)).toEqual([]);
      await hanako.presses('遅れます');
      expect(await steps(id)).toEqual(['late']);
    },
  );
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
    const answer = await shown();
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
