// LINE delivers late: what a person did counts when it happened, not when it is handled.

import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, dayOf, instant } from '../../src/core/jst.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { type Counter, fillIn, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let visitors = 0;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
});

type What = Parameters<Visitor['does']>[0];

/** Written at `at`, delivered now. */
async function delivered(what: What, at: Date): Promise<string> {
  await hanako.news();
  await counter.hear({ ...hanako.event(what), happenedAt: at.getTime() });
  return textOf(await hanako.news());
}

const submit = async (): Promise<What> => ({ type: 'tap', tap: await hanako.tapOf('この内容で申し込む') });
const today = (time: string) => instant(dayOf(counter.clock.now()), time);
const hers = () => ({ where: { person: { chatId: hanako.chatId } } });

/** On the morning of a business day: the form filled in as far as the last look, for the next business day. */
async function wantsTheNextDay(): Promise<void> {
  const day = businessDayAfter(dayOf(counter.clock.now()), counter.office, []);
  await counter.clock.moveTo(instant(day, '10:00'));
  await fillIn(hanako, 'phone');
  const [, first = ''] = /\[(\d+月\d+日\(.\))\]/.exec(await hanako.says('もう一度')) ?? [];
  const [, time = ''] = /\[(\d+:\d\d)\]/.exec(await hanako.presses(first)) ?? [];
  await hanako.presses(time);
  await answerNoToAll(hanako);
}

describe('a request for the next business day, sent ten seconds before the cut-off at 16:00', () => {
  const pressedAt = () => new Date(today('16:00').getTime() - 10_000);
  beforeEach(wantsTheNextDay);

  test('and delivered at 16:20 is in time, and its history says when she pressed the button', async () => {
    await counter.clock.moveTo(today('16:20'));
    expect(await delivered(await submit(), pressedAt())).toContain('申し込みを受け付けました');
    const { steps, promisedBy } = await counter.prisma.booking.findFirstOrThrow({
      ...hers(),
      include: { steps: true },
    });
    expect(steps.map(({ event, at }) => [event, at])).toEqual([['request', pressedAt()]]);
    expect(promisedBy).toEqual(today('16:30'));
  });

  test.each(['17:00', '23:50'])(
    'and delivered at %s, when nobody decides any more, is too late: it was the delay, and there is the phone',
    async (time) => {
      await counter.clock.moveTo(today(time));
      const answer = await delivered(await submit(), pressedAt());
      for (const part of ['届くのが遅れ', '申し訳ありません', '053-454-1910', '[電話する'])
        expect(answer).toContain(part);
      expect(await counter.prisma.booking.count(hers())).toBe(0);
    },
  );

  test('is too late when she pressed at 16:00 herself, however fast it came', async () => {
    await counter.clock.moveTo(today('16:20'));
    const answer = await delivered(await submit(), today('16:00'));
    expect(answer).toContain('締め切りました');
    expect(answer).not.toContain('届くのが遅れ');
  });
});

test('「明日」 written before midnight and delivered after it is the day that she meant', async () => {
  await fillIn(hanako, 'phone');
  const writtenAt = addMinutes(instant(addDays(dayOf(counter.clock.now()), 1), '00:00'), -1);
  await counter.clock.moveTo(addMinutes(writtenAt, 10));
  const tomorrow = dayOf(counter.clock.now());
  const [, month = '', day = ''] = /-0?(\d+)-0?(\d+)$/.exec(tomorrow) ?? [];
  expect(await delivered({ type: 'text', text: '明日の10時' }, writtenAt)).toMatch(
    new RegExp(`今日の相談は|${month}月${day}日`),
  );
});

test('Agreeing is on record with the time of the button', async () => {
  await hanako.follows();
  await hanako.presses('相談を申し込む');
  const agreedAt = counter.clock.now();
  const agrees: What = { type: 'tap', tap: await hanako.tapOf('同意する') };
  await counter.clock.moveTo(addMinutes(agreedAt, 20));
  await delivered(agrees, agreedAt);
  const eligible: What = { type: 'tap', tap: await hanako.tapOf('すべて当てはまる') };
  const eligibleAt = counter.clock.now();
  await counter.clock.moveTo(addMinutes(eligibleAt, 20));
  await delivered(eligible, eligibleAt);
  const person = await counter.prisma.person.findUniqueOrThrow({
    where: { chatId: hanako.chatId },
    include: { consents: true },
  });
  expect(person.consents.map((consent) => consent.agreedAt)).toEqual([agreedAt]);
  expect(person.eligibleAt).toEqual(eligibleAt);
});

test('A block that LINE held until she was back makes nobody unreachable', async () => {
  await hanako.follows();
  const blocked = hanako.event({ type: 'unfollowed' });
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 5));
  await hanako.follows(true);
  await counter.hear(blocked);
  const { blockedAt } = await counter.prisma.person.findUniqueOrThrow({ where: { chatId: hanako.chatId } });
  expect(blockedAt).toBeNull();
});
