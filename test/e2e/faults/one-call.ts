// One call to LINE that fails, and what it may not do: come twice, come late for others, or be lost in silence.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { patience } from '../helpers/chat-driver.ts';
import { addRooms, cardOf, fillUpTo, receiptNumberIn, request } from '../helpers/form.ts';
import type { Guest, Office } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

type How = Parameters<Office['simulator']['faults']['add']>[0];

/** The next such call about this chat fails once. Resolves, when called, once that has happened. */
function fails(chatId: string, fault: Pick<How, 'endpoint' | 'how' | 'when'>): () => Promise<unknown> {
  const { simulator } = office;
  const from = simulator.calls.length;
  simulator.faults.add({ ...fault, chatId, times: 1 });
  return () =>
    simulator.waitFor(
      ({ calls }) => calls.slice(from).some((call) => call.chatId === chatId && call.fault === fault.how),
      patience,
    );
}

/** Three seconds: long enough for another try, far too short for a reply token to grow old. */
const soon = () => office.later(3 / 60);

describe('one call that fails', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  describe('a reply', () => {
    test('that surely was not shown goes out as a push once its token is too old', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      const failed = fails(hanako.person.userId, { endpoint: 'reply', how: '429-rate' });
      await hanako.person.says(hanako.details.name);
      await failed();
      await office.later(2);
      await hanako.hears('求職番号を教えてください');
      expect(hanako.person.lastMessage()?.way).toBe('push');
      expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
      expect(hanako.timesSeen('求職番号を教えてください')).toBe(1);
    });

    test('of unknown outcome never becomes a second message, and the conversation goes on', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      const failed = fails(hanako.person.userId, { endpoint: 'reply', how: 'reset', when: 'after' });
      await hanako.person.says(hanako.details.name);
      await failed();
      await office.later(2);
      expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
      expect(hanako.timesSeen('求職番号を教えてください')).toBe(1);
    });

    test.each(['before', 'after'] as const)(
      'with her receipt, answered 500 until its token is too old (%s), is pushed once, with a word before it',
      async (when) => {
        const hanako = await office.guest();
        await fillUpTo('review', hanako, on(when === 'before' ? 4 : 3, '15:00'));
        const { simulator } = office;
        const chatId = hanako.person.userId;
        const { id } = simulator.faults.add({ endpoint: 'reply', chatId, how: '500', when });
        await hanako.person.presses('この内容で申し込む');
        await simulator.waitFor(
          ({ calls }) => calls.some((c) => c.chatId === chatId && c.fault === '500'),
          patience,
        );
        await office.later(2);
        await hanako.hears('先ほどと同じお知らせかもしれません');
        await hanako.hears('申し込みを受け付けました');
        simulator.faults.remove(id);
        expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
        expect(hanako.timesSeen('申し込みを受け付けました')).toBe(when === 'after' ? 2 : 1);
        expect(hanako.timesSeen('先ほどと同じお知らせかもしれません')).toBe(1);
      },
    );

    test('that fails for one person keeps nobody else waiting', async () => {
      const [hanako, momoko] = [await office.guest(), await office.guest()];
      office.simulator.faults.add({ endpoint: 'reply', chatId: hanako.person.userId, how: '500' });
      await hanako.person.presses('相談を申し込む');
      expect(await momoko.presses('相談を申し込む')).toContain('利用規約に同意しますか');
      office.simulator.faults.clear();
      await soon();
      await hanako.hears('利用規約に同意しますか');
      expect(hanako.timesSeen('利用規約に同意しますか')).toBe(1);
    });
  });

  describe('a push', () => {
    beforeAll(async () => {
      await addRooms(office);
    });

    /** A clerk picks the room of a request that has just come in, while the month's quota is used up. */
    async function confirmedWithoutQuota(hanako: Guest, time: string): Promise<void> {
      const { simulator, staff } = office;
      const number = await request(hanako, on(4, time));
      await staff.suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
      simulator.faults.add({ endpoint: 'push', how: '429-quota' });
      const from = simulator.calls.length;
      await staff.suzuki.presses(room.name);
      await office.later(1);
      await simulator.waitFor(
        ({ calls }) => calls.slice(from).some(({ fault }) => fault === '429-quota'),
        patience,
      );
    }

    test('that the month’s quota refuses is told to staff, and holds back no answer, for replies are free', async () => {
      const hanako = await office.guest();
      await confirmedWithoutQuota(hanako, '10:00');
      expect(await hanako.says('予約を見る')).toContain('予約は確定しています');
      office.simulator.faults.clear();
      await office.staff.suzuki.says('ヘルプ');
      expect(office.staff.group.messages().some(({ text }) => text.includes('送信数が上限'))).toBe(true);
    });

    test('for staff that fails brings the card later, once', async () => {
      const hanako = await office.guest();
      await fillUpTo('review', hanako, on(4, '11:00'));
      const failed = fails(office.staff.group.groupId, { endpoint: 'push', how: '500', when: 'after' });
      const number = receiptNumberIn(await hanako.presses('この内容で申し込む'));
      await failed();
      await soon();
      await cardOf(number, office);
      await office.staff.suzuki.says('ヘルプ');
      expect(office.staff.group.messages().filter(({ text }) => text.includes(number))).toHaveLength(1);
    });
  });

  test('when LINE does not tell a clerk’s name, 職員 has confirmed', async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(4, '14:00'));
    office.simulator.faults.add({ endpoint: 'group-member', how: '500' });
    const card = await cardOf(number, office);
    await office.staff.takahashi.presses('確定する', { message: card.id });
    expect(await office.staff.takahashi.presses(room.name)).toContain('確定しました');
    await office.later(1);
    await hanako.hears('予約が確定しました');
    office.simulator.faults.clear();
    await office.later(1);
    const late = await office.staff.suzuki.presses('確定する', { message: card.id });
    expect(late).toContain('職員が');
  });
});
