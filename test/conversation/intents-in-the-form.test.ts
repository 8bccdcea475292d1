// What she writes in the form about the day of the consultation: she has none yet, and hears what happens then.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const phone = '053-454-1910';

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

type Stage = Parameters<typeof fillIn>[1];

const questions: Record<Stage, string> = {
  eligible: '氏名を送ってください。',
  name: '求職番号を送ってください。',
  jobNumber: '電話番号を送ってください。',
  phone: '希望の日を選んでください',
  review: 'この内容で申し込みますか？',
};

const hears = async (stage: Stage, text: string, part: string) => {
  await fillIn(hanako, stage);
  const before = await counter.saved(hanako.chatId);
  const answer = await hanako.says(text);
  expect(answer).toContain(part);
  expect(answer).toContain(phone);
  expect(answer).toContain(questions[stage]);
  expect(answer).not.toMatch(/予約がありません|相談を申し込む/);
  expect(await counter.saved(hanako.chatId)).toMatchObject({ value: before?.value, misses: 0 });
};

describe('what happens on the day is told, and the question stands', () => {
  test.each<[Stage, string]>(
    aFew([
      ['eligible', '電話しないでください'],
      ['name', '夫がいるので電話はやめてください'],
      ['jobNumber', '家に電話をかけないで'],
      ['phone', '夫に知られたくないので、電話しないで'],
      ['review', '電話はかけないでください'],
    ]),
  )('at %s: 「%s」 she must not be called, and nobody knows it yet', (stage, text) =>
    hears(stage, text, '申し込みのあとに、もう一度このトークに書いてください。'),
  );

  test.each<[Stage, string]>(
    aFew([
      ['eligible', '当日休みたくなったら、行けないって連絡すればいい？'],
      ['jobNumber', '急に行けなくなることもあります'],
      ['phone', '当日行けないときは？'],
      ['review', '参加できなくなったらどうなりますか'],
    ]),
  )('at %s: 「%s」 she cannot come', (stage, text) =>
    hears(stage, text, '相談の日にご都合が悪くなったときは、お電話ください。'),
  );

  test.each<[Stage, string]>(
    aFew([
      ['eligible', '当日遅れそうです'],
      ['name', '遅れるかも'],
      ['phone', '間に合わないかもしれない'],
      ['review', '少し遅刻しそう。遅れます'],
    ]),
  )('at %s: 「%s」 she may be late', (stage, text) =>
    hears(stage, text, '相談の日に遅れそうなときは、お電話ください。'),
  );

  test.each<[Stage, string]>(
    aFew([
      ['name', 'Zoomつながらなかったら？'],
      ['jobNumber', 'うまく入れないかも'],
      ['phone', 'ズームにつながらないとき困る'],
      ['review', '入室できなかったら？'],
    ]),
  )('at %s: 「%s」 she may not get in', (stage, text) => hears(stage, text, 'お電話での相談になります。'));

  test.each<[Stage, string]>(
    aFew([
      ['eligible', '仕事中は電話に出られません'],
      ['jobNumber', '電話出にくいです'],
      ['phone', '携帯に出られないことがあります'],
    ]),
  )('at %s: 「%s」 she can hardly be called', (stage, text) =>
    hears(stage, text, '職員がお電話するのは、Zoomがつながらないときなどです。'),
  );

  test.each<[Stage, string]>(
    aFew([
      ['eligible', '子どもが熱を出してしまって'],
      ['phone', '下の子がインフルで'],
      ['review', '娘が40度あって'],
    ]),
  )('at %s: 「%s」 somebody is ill', (stage, text) => hears(stage, text, 'お大事になさってください。'));

  test.each<[Stage, string]>(
    aFew([
      ['name', '今は手が離せない'],
      ['jobNumber', 'あとで送ります'],
      ['phone', 'いまはちょっと無理'],
      ['phone', 'シフトがまだ出てない'],
      ['phone', '行けない日がまだわからない'],
      ['review', '少し考えてからにします'],
      ['jobNumber', 'あとで入れます'],
    ]),
  )('at %s: 「%s」 she cannot answer now', (stage, text) =>
    hears(stage, text, 'お時間のあるときで、大丈夫です。'),
  );
});

test.each(aFew(['四時までしか無理です', '3時半までしかいけない']))(
  'at the day 「%s」 is a wish',
  async (text) => {
    await fillIn(hanako, 'phone');
    expect(await hanako.says(text)).toMatch(/までに終わる時間がある日は、こちらです。/);
  },
);

test.each(aFew(['夫は参加できません', '母は来られないです', '主人は仕事です', '通訳さんはむりです']))(
  'at the companion 「%s」 decides nothing: いない is offered',
  async (text) => {
    await fillIn(hanako, 'review');
    await hanako.presses('直す');
    await hanako.presses('同席する方');
    const answer = await hanako.says(text);
    expect(answer).toContain('同席する方がいないときは「いない」を選んでください。');
    expect(answer).toContain('[いない]');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: 'companion' });
  },
);

test('while her request waits, that she can hardly be called is answered, and no absence is offered', async () => {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  const answer = await hanako.says('電話に出られないことが多いです');
  expect(answer).toContain('相談の時間に出られる番号なら、大丈夫です。');
  expect(answer).not.toContain('行けないことを伝える');
});

test.each(aFew(['遅川 れい子', 'いけなか はなこ']))(
  '「%s」 is a name, whatever stands in it',
  async (name) => {
    await fillIn(hanako, 'eligible');
    expect(await hanako.says(name)).toContain('求職番号を教えてください');
  },
);

test('somebody in fear who must not be called gets the helplines, and hears that nobody knows of the ban yet', async () => {
  await fillIn(hanako, 'phone');
  const answer = await hanako.says('夫が怖いので電話しないで');
  expect(answer).toContain('0120-279-889');
  expect(answer).toContain('申し込みのあとに、もう一度このトークに書いてください。');
});
