// Answers given too soon, twice, late or to another question: none counts where it was not meant.
import { addDays } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOf, instant, weekday } from '../../src/core/jst.ts';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
});

const daysIn = (shown: string): string[] =>
  [...shown.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, label = '']) => label);
const hers = () => ({ where: { person: { chatId: hanako.chatId } } });

/** Fills in the form up to the day; answers the days that are shown. */
async function untilDay(visitor = hanako): Promise<string[]> {
  await fillIn(visitor, 'phone');
  return daysIn(await visitor.says('もう一度'));
}

describe('a bare はい', () => {
  test('three times in a row takes the time that was said back, and nothing after it', async () => {
    const [day = ''] = await untilDay();
    expect(await hanako.says(`${day} 10:00`)).toContain('でよろしいですか');
    expect(await hanako.says('はい')).toContain('同席する方はいますか');
    for (let n = 0; n < 2; n += 1) expect(await hanako.says('はい')).toContain('同席する方はいますか');
    expect(await counter.saved(hanako.chatId)).toMatchObject({
      value: 'companion',
      context: { companion: null },
    });
    expect(await counter.prisma.booking.count(hers())).toBe(0);
  });

  test('hands nothing in; the words of the button do', async () => {
    await fillIn(hanako, 'review');
    expect(await hanako.says('はい')).toContain('この内容で申し込みますか');
    expect(await counter.prisma.booking.count(hers())).toBe(0);
    expect(await hanako.says('この内容で申し込む')).toContain('申し込みを受け付けました');
  });
});

test('words that come late answer no question that was asked after they were written', async () => {
  await fillIn(hanako, 'name');
  const late = hanako.event({ type: 'text', text: '22020-1234567' });
  // By the time they arrive, the number has been asked for and given, and the phone is asked for.
  await hanako.says('22020-7654321');
  await hanako.news();
  await counter.hear({ ...late, happenedAt: late.happenedAt - 5_000 });
  expect(textOf(await hanako.news())).toMatch(/^電話番号を/);
  expect(await hanako.says('090-1234-5678')).toContain('希望の日を選んでください');
});

test('a chat that once heard something from the future hears what is said now', async () => {
  await fillIn(hanako, 'name');
  const heardAt = new Date('9999-12-31T23:59:59Z');
  await counter.prisma.conversation.update({ where: { chatId: hanako.chatId }, data: { heardAt } });
  expect(await hanako.says('22020-7654321')).toMatch(/^電話番号を/);
  const saved = await counter.saved(hanako.chatId);
  expect(saved?.heardAt.getTime()).toBeLessThanOrEqual(counter.clock.now().getTime());
});

test('「同意する」 on a card of terms that have changed since agrees to nothing: the terms come again', async () => {
  await hanako.follows();
  await hanako.presses('相談を申し込む');
  const agree = await hanako.tapOf('同意する');
  expect(await hanako.taps({ ...agree, terms: 'R1-01-01' })).toContain('利用規約に同意しますか');
  expect(await counter.prisma.consent.count(hers())).toBe(0);
  expect(await hanako.taps(await hanako.tapOf('同意する'))).toContain('すべて当てはまりますか');
  expect(await counter.prisma.consent.count(hers())).toBe(1);
});

test('「夫がいます」 says that somebody will be there', async () => {
  const [day = ''] = await untilDay();
  const times = await hanako.presses(day);
  await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
  expect(await hanako.says('夫がいます')).toContain('同席する方 いる');
});

describe('a button of the question just before', () => {
  test('that is another answer is told so', async () => {
    const [, second = ''] = await untilDay();
    const early = await hanako.tapOf(second);
    await hanako.presses('ほかの日');
    const answer = await hanako.taps(early);
    expect(answer).toContain('前の質問のボタン');
    expect(answer).toContain('希望の日を選んでください');
  });

  test('that was pressed twice brings the open question alone', async () => {
    const [day = ''] = await untilDay();
    const tap = await hanako.tapOf(day);
    await hanako.taps(tap);
    const answer = await hanako.taps(tap);
    expect(answer).not.toContain('前の質問のボタン');
    expect(answer).toContain('何時から');
  });
});

test('a time that somebody else has just taken leads to the other times of that day', async () => {
  const momoko = counter.visitor(`${hanako.chatId}-other`);
  await fillIn(hanako, 'review');
  await fillIn(momoko, 'review');
  await momoko.presses('この内容で申し込む');
  const answer = await hanako.presses('この内容で申し込む');
  expect(answer).toContain('は空きがありません。');
  expect(answer).toContain('の何時から？');
  const times = /\[(\d+:\d\d)\]/.exec(answer)?.[1] ?? '';
  expect(await hanako.presses(times)).toContain('この内容で申し込みますか');
});

describe('日時を選び直す', () => {
  test('begins at the day, with no way back before it', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const asked = await hanako.presses('日時を選び直す');
    expect(asked).toContain('希望の日を選んでください');
    expect(asked).not.toContain('[ひとつ前へ]');
    const answer = await hanako.says('ひとつ前へ');
    expect(answer).toContain('これより前の質問には戻れません');
    expect(answer).toContain('希望の日を選んでください');
  });

  test.each(aFew(['お願いします', 'はい', 'これで大丈夫です']))(
    'is not done by 「%s」, and the request that stands is not said to be none',
    async (text) => {
      await fillIn(hanako, 'review');
      await hanako.presses('この内容で申し込む');
      const [, day = ''] = daysIn(await hanako.presses('日時を選び直す'));
      const times = await hanako.presses(day);
      await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
      const answer = await hanako.says(text);
      expect(answer).toContain('まだ変わっていません。');
      expect(answer).not.toContain('まだ申し込んでいません');
      expect(answer).toContain('[この内容で申し込む]');
    },
  );

  test('on the card of before the last move says so, and shows the booking as it is', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const old = await hanako.tapOf('日時を選び直す');
    const [, day = ''] = daysIn(await hanako.taps(old));
    const times = await hanako.presses(day);
    await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
    await hanako.presses('この内容で申し込む');
    const answer = await hanako.taps(old);
    expect(answer).toContain('前のボタン');
    expect(answer).toContain(day);
    expect(answer).toContain('[日時を選び直す]');
  });
});

test('a question about withdrawing is still open after a sticker and a side question', async () => {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  await hanako.presses('申し込みを取り下げる');
  expect(await hanako.sticker()).toContain('取り下げますか');
  expect(await hanako.says('録音していいですか?')).toContain('取り下げますか');
  expect(await hanako.presses('取り下げない')).toContain('まだ確定していません');
});

/** The button of that day which carries the time that was typed. */
async function candidate(label: string): Promise<Record<string, string>> {
  const cards = (await counter.sentTo(hanako.chatId)).flatMap(({ messages }) => messages);
  const taps = cards
    .flatMap((card) => [...(card.choices ?? []), ...('buttons' in card ? (card.buttons ?? []) : [])])
    .flatMap((button) => ('tap' in button && button.label === label && button.tap.time ? [button.tap] : []));
  return Object.fromEntries(Object.entries(taps.at(-1) ?? {}).map(([name, value]) => [name, String(value)]));
}

test('「来週の火曜10時」 on a Sunday: which of the two is pressed, and said back with its time', async () => {
  let sunday = counter.clock.now();
  while (weekday(dayOf(sunday)) !== 0) sunday = addDays(sunday, 1);
  await counter.clock.moveTo(instant(dayOf(sunday), '10:05'));
  await untilDay();
  const [first, second = '', ...more] = daysIn(
    (await hanako.says('来週の火曜10時')).split('希望の日を選んでください')[0] ?? '',
  );
  expect([first, more]).toEqual([expect.stringContaining('(火)'), []]);
  // The card of all days below has a button with the same words, which knows nothing of the time.
  expect(await hanako.taps(await candidate(second))).toContain(`${second}10:00～10:45 でよろしいですか`);
  expect(await hanako.says('はい')).toContain('同席する方はいますか');
});
