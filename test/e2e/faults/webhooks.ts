// Webhooks that come twice, late, again, in another order, without names or tokens: each during a whole booking.

import { defaultSwitches } from 'line-simulator';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { patience, waitedIn } from '../helpers/chat-driver.ts';
import { answer, cardOf, confirm, fillUpTo, receiptNumberIn, request, type Wish } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { openPrompt, questions } from '../helpers/open-prompts.ts';
import { withPostman } from '../helpers/postman.ts';
import { repeatsIn } from '../helpers/repeats.ts';
import { office } from '../helpers/the-office.ts';

const booked: { hanako: Guest; wish: Wish }[] = [];
const times = ['10:00', '11:00', '14:00', '15:00'];

async function newGuest(): Promise<{ hanako: Guest; wish: Wish }> {
  const day = addDays(office.monday, 2 + Math.floor(booked.length / times.length));
  const one = {
    hanako: await office.guest(),
    wish: { day, time: times[booked.length % times.length] ?? '' },
  };
  booked.push(one);
  return one;
}

/** Answers whatever stands, until the receipt; resolves with its number. */
async function finish(hanako: Guest, wish: Wish): Promise<string> {
  for (let tries = 0; tries < 2 * questions.length; tries += 1) {
    const shown = hanako.person.lastMessage()?.text ?? '';
    const question = questions.find((one) => openPrompt[one].test(shown));
    if (!question) return receiptNumberIn(shown);
    await answer(question, hanako, wish);
  }
  throw new Error(`It never ends:\n${hanako.person.story()}`);
}

async function endsWell(hanako: Guest): Promise<void> {
  expect(await hanako.hears('予約が確定しました')).toContain(room.shown);
  await office.simulator.settled();
  expect(await hanako.says('予約を見る')).toContain(room.shown);
  expect(hanako.timesSeen('申し込みを受け付けました')).toBe(1);
  expect(hanako.timesSeen('予約が確定しました')).toBe(1);
}

/** Takes whatever comes next for the answer, be it pushed. */
const contentWithPushes = (hanako: Guest): Guest => ({
  ...hanako,
  async says(text) {
    await hanako.person.says(text);
    return hanako.hears('');
  },
  async presses(...how) {
    await hanako.person.presses(...how);
    return hanako.hears('');
  },
});

const said = ({ person }: Guest) => person.messages().length;

describe('a booking ends well', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });
  afterEach(() => {
    Object.assign(office.simulator.switches, defaultSwitches);
    for (const { hanako } of booked) expect(repeatsIn(hanako.person)).toEqual([]);
    expect(repeatsIn(office.staff.group)).toEqual([]);
  });

  test.each([
    ['every webhook comes twice', { duplicateWebhooks: 1 }],
    ['events hold what nobody has heard of', { surprises: true, surpriseEvents: true }],
    ['webhooks come late, and do not wait for each other', { webhookDelayMs: 20, oneWebhookAtATime: false }],
  ])('when %s', async (_, switches) => {
    const { hanako, wish } = await newGuest();
    Object.assign(office.simulator.switches, switches);
    await confirm(await request(hanako, wish), office);
    await endsWell(hanako);
  });

  test.each(['lose', 'loseAnswer'] as const)(
    'when each webhook comes again, for the first was lost (%s)',
    async (how) => {
      const { hanako, wish } = await newGuest();
      Object.assign(office.simulator.switches, { redeliveries: 1, redeliverAfterMs: 1 });
      const again = (isRedelivery: boolean) => (isRedelivery ? 'on' : how);
      await withPostman(
        office,
        ([event]) => again(event?.deliveryContext.isRedelivery ?? true),
        async () => {
          await confirm(await request(hanako, wish), office);
          await endsWell(hanako);
        },
      );
      expect(office.simulator.webhooks.deliveries.at(-1)).toMatchObject({
        isRedelivery: true,
        outcome: 'ok',
      });
    },
  );

  test('when her answers arrive in another order than she gave them', async () => {
    const { hanako, wish } = await newGuest();
    const { simulator } = office;
    await fillUpTo('name', hanako, wish);
    const before = said(hanako);
    simulator.webhooks.hold();
    const { name, jobNumber, phone } = hanako.details;
    const acts = [name, jobNumber, phone].map((text) => {
      simulator.clock.moveBy(5);
      return hanako.person.says(text);
    });
    await simulator.webhooks.release({ order: 'reversed' });
    await Promise.all(acts);
    await simulator.waitFor(() => said(hanako) >= before + acts.length, patience);
    await confirm(await finish(hanako, wish), office);
    await endsWell(hanako);
  });

  test('when LINE tells of no clerk who it is', async () => {
    const { hanako, wish } = await newGuest();
    Object.assign(office.simulator.switches, { userIdInGroupMessages: false, userIdInGroupPostbacks: false });
    const { suzuki } = office.staff;
    const number = await request(hanako, wish);
    await suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
    expect(await suzuki.says(`番号 ${number} ${room.meetingId} ${room.passcode}`)).toContain(room.shown);
    expect(await suzuki.presses('この番号で確定する')).toContain('確定しました');
    await office.later(1);
    await endsWell(hanako);
  });

  test('when another channel has the chat for a while', async () => {
    const { hanako, wish } = await newGuest();
    await fillUpTo('phone', hanako, wish);
    const before = said(hanako);
    office.simulator.switches.mode = 'standby';
    expect(await hanako.person.says(hanako.details.phone)).toMatchObject({ status: 200 });
    office.simulator.switches.mode = 'active';
    const number = await finish(hanako, wish);
    // Four more questions and the receipt: what she said meanwhile brought nothing.
    expect(said(hanako)).toBe(before + 5);
    await confirm(number, office);
    await endsWell(hanako);
  });

  test('when every reply token is too old: all answers come as pushes', async () => {
    const { hanako, wish } = await newGuest();
    const { simulator } = office;
    const isOfThePerson = (source: unknown) => JSON.stringify(source ?? '').includes(hanako.person.userId);
    const from = said(hanako);
    await withPostman(
      office,
      (events) => {
        // The platform's minute is over before the server has the event.
        if (events.some(({ source }) => isOfThePerson(source))) simulator.clock.moveBy(61_000);
        return 'on';
      },
      async () => {
        await fillUpTo('review', contentWithPushes(hanako), wish);
        await hanako.person.presses('この内容で申し込む');
      },
    );
    const number = receiptNumberIn(await hanako.hears('申し込みを受け付けました'));
    expect(hanako.person.messages().findLastIndex(({ way }) => way === 'reply')).toBe(from - 1);
    await confirm(number, office);
    await endsWell(hanako);
  });

  test('when she blocks the account in the middle, and again before it is confirmed', async () => {
    const { hanako, wish } = await newGuest();
    const { person } = hanako;
    await fillUpTo('phone', hanako, wish);
    await person.unfollow();
    await person.unblock();
    await hanako.hears('おかえりなさい');
    await hanako.presses('相談を申し込む');
    const number = await finish(hanako, wish);
    await person.unfollow();
    const { name } = hanako.details;
    const news = waitedIn(await office.staff.suzuki.says('ヘルプ'));
    expect(news.filter(([, who]) => who === name)).toEqual([['LINEが届かない方がいます', name, number]]);
    await confirm(number, office);
    // LINE takes it, and shows it to nobody.
    await office.simulator.waitFor(({ pushes }) => {
      const [last] = pushes()
        .filter(({ chatId }) => chatId === person.userId)
        .slice(-1);
      return last && !last.delivered;
    }, patience);
    await person.unblock();
    await hanako.hears('おかえりなさい');
    expect(await hanako.says('予約を見る')).toContain(room.shown);
    expect(hanako.timesSeen('予約が確定しました')).toBe(0);
  });

  test('and each of them is reminded, once', async () => {
    for (const day of new Set(booked.map(({ wish }) => wish.day))) {
      const theirs = booked.filter(({ wish }) => wish.day === day);
      await office.at(addDays(day, -1), '17:00');
      await Promise.all(theirs.map(({ hanako }) => hanako.hears('もうすぐ相談の日です')));
      await Promise.all(theirs.map(({ hanako }) => hanako.says('予約を見る')));
      for (const { hanako } of theirs) expect(hanako.timesSeen('もうすぐ相談の日です')).toBe(1);
    }
  });
});
