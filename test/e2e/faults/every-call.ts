// Calls to LINE that fail, at every step of a booking: twelve people side by side, each with a fault of their own.

import type { NewFault } from 'line-simulator';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { patience } from '../helpers/chat-driver.ts';
import { answer, cardOf, type Question, receiptNumberIn, type Wish } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { questions } from '../helpers/open-prompts.ts';
import { repeatsIn } from '../helpers/repeats.ts';
import { office } from '../helpers/the-office.ts';

type Kind = Required<Pick<NewFault, 'how' | 'when'>>;
type Sufferer = Kind & { hanako: Guest };
type Applicant = Sufferer & { name: string; wish: Wish; number: string };

const kinds: Kind[] = (['500', '429-rate', '429-quota', 'timeout', 'reset', 'slow'] as const).flatMap((how) =>
  (['before', 'after'] as const).map((when) => ({ how, when })),
);

/**
 * LINE counts no replies against the quota, and says 429 only to what it has not carried out. Were that a lie,
 * the server would push what she has seen already.
 */
const repliesFail = ({ how, when }: Kind) => how !== '429-quota' && !(how === '429-rate' && when === 'after');

/** Every time-out takes its time: one in the form is enough. */
const strikesAt = ({ how }: Kind, question: Question) => how !== 'timeout' || question === 'review';

/** Given up at once and told to staff; she may have it all the same (`after`). */
const isLost = ({ how, when }: Kind) => how === '429-quota' && when === 'before';

/** The next such call about her fails. Resolves, when called, once that has happened. */
function fails(endpoint: 'reply' | 'push', { how, when, hanako }: Sufferer): () => Promise<unknown> {
  const { simulator } = office;
  const chatId = hanako.person.userId;
  const from = simulator.calls.length;
  simulator.faults.add({ endpoint, how, when, chatId, times: 1, delayMs: 100 });
  return () =>
    simulator.waitFor(
      ({ calls }) => calls.slice(from).some((call) => call.chatId === chatId && call.fault === how),
      patience,
    );
}

/** Long enough for another try, far too short for a reply token to grow old. */
const soon = () => office.later(3 / 60);

describe('when each call about her fails once', () => {
  const everybody: Applicant[] = [];

  beforeAll(async () => {
    await office.nextMonday();
    const guests = await Promise.all(kinds.map(() => office.guest()));
    for (const [index, hanako] of guests.entries()) {
      const kind = kinds[index];
      if (!kind) throw new Error('As many guests as kinds');
      const day = addDays(office.monday, 2 + Math.floor(index / 4));
      const time = ['10:00', '11:00', '14:00', '15:00'][index % 4] ?? '';
      everybody.push({ ...kind, name: `${kind.how} ${kind.when}`, hanako, wish: { day, time }, number: '' });
    }
    await Promise.all(guests.map((hanako) => hanako.presses('相談を申し込む')));
  });

  test('each answer to the form brings the next question, once', async () => {
    for (const question of questions) {
      const struck = everybody
        .filter((one) => repliesFail(one) && strikesAt(one, question))
        .map((one) => fails('reply', one));
      const answers = everybody.map(({ hanako, wish }) => answer(question, hanako, wish));
      await Promise.all(struck.map((happened) => happened()));
      await soon();
      const heard = await Promise.all(answers);
      if (question !== 'review') continue;
      for (const [index, one] of everybody.entries()) one.number = receiptNumberIn(heard[index] ?? '');
    }
    for (const { name, hanako } of everybody) {
      expect(repeatsIn(hanako.person), name).toEqual([]);
      expect(hanako.timesSeen('申し込みを受け付けました'), name).toBe(1);
    }
  });

  test('the confirmation brings the Zoom numbers once; what the quota refuses, staff are told', async () => {
    const { suzuki, group } = office.staff;
    await suzuki.says(`会議室 追加 ${room.name} ${room.shown} ${room.passcode}`);
    const struck: (() => Promise<unknown>)[] = [];
    for (const one of everybody) {
      await suzuki.presses('確定する', { message: (await cardOf(one.number, office)).id });
      struck.push(fails('push', one));
      expect(await suzuki.presses(room.name)).toContain(one.number);
      await office.later(1);
    }
    await Promise.all(struck.map((happened) => happened()));
    await soon();
    for (const one of everybody) {
      if (!isLost(one)) expect(await one.hanako.hears('予約が確定しました')).toContain(room.shown);
    }
    await suzuki.says('ヘルプ');
    expect(group.messages().some(({ text }) => text.includes('送信数が上限'))).toBe(true);
    expect(repeatsIn(group)).toEqual([]);
  });

  test('the reminder comes once; and whoever looks finds the booking with its numbers', async () => {
    for (const day of new Set(everybody.map(({ wish }) => wish.day))) {
      const theirs = everybody.filter(({ wish }) => wish.day === day);
      const struck = theirs.map((one) => fails('push', one));
      await office.at(addDays(day, -1), '17:00');
      await Promise.all(struck.map((happened) => happened()));
      await soon();
      await Promise.all(theirs.map(async (one) => isLost(one) || one.hanako.hears('もうすぐ相談の日です')));
      const shown = await Promise.all(theirs.map(({ hanako }) => hanako.says('予約を見る')));
      for (const [index, one] of theirs.entries()) {
        expect(shown[index], one.name).toContain('予約は確定しています');
        expect(shown[index], one.name).toContain(room.shown);
        expect(one.hanako.timesSeen('予約が確定しました'), one.name).toBe(isLost(one) ? 0 : 1);
        expect(one.hanako.timesSeen('もうすぐ相談の日です'), one.name).toBe(isLost(one) ? 0 : 1);
        expect(repeatsIn(one.hanako.person), one.name).toEqual([]);
      }
    }
    expect(office.simulator.faults.list()).toEqual([]);
  });

  test('an answer that LINE refuses for the quota is lost, and staff hear of it; asked again, she goes on', async () => {
    const hanako = await office.guest();
    const happened = fails('reply', { how: '429-quota', when: 'before', hanako });
    await hanako.person.presses('相談を申し込む');
    await happened();
    expect(await hanako.presses('相談を申し込む')).toContain('利用規約に同意しますか');
    expect(await hanako.presses('同意する')).toContain('当てはまりますか');
    expect(hanako.timesSeen('利用規約に同意しますか')).toBe(1);
  });
});
