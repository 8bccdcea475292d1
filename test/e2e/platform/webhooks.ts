// What the platform may send: twice, late, out of order, much at once, unheard of, or not from LINE at all.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { waitedIn } from '../helpers/chat-driver.ts';
import { fillUpTo, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('events', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });
  const said = ({ person }: Guest) => person.messages().length;
  const delivery = () => {
    const last = office.simulator.webhooks.deliveries.at(-1);
    if (last === undefined) throw new Error('Nothing was delivered');
    return last;
  };

  describe('the same event again', () => {
    test('is no news, whether marked as a redelivery or not', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      await hanako.says(hanako.details.name);
      const before = said(hanako);
      const event = delivery();
      for (const again of [
        office.simulator.webhooks.redeliver(event),
        office.simulator.webhooks.duplicate(event),
        office.simulator.webhooks.redeliver(event),
      ]) {
        expect((await again).status).toBe(200);
      }
      expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
      expect(said(hanako)).toBe(before + 1);
    });

    test('twice for everything she does makes one request and one answer each', async () => {
      const hanako = await office.guest();
      office.simulator.switches.duplicateWebhooks = 1;
      const before = said(hanako);
      await request(hanako, on(2, '10:00'));
      office.simulator.switches.duplicateWebhooks = 0;
      await office.simulator.settled();
      await hanako.says('予約を見る');
      // Ten acts and this one; the notice stands above the terms.
      expect(said(hanako)).toBe(before + 12);
      expect(hanako.timesSeen('申し込みを受け付けました')).toBe(1);
    });

    test('an hour later does not change what has happened since', async () => {
      const hanako = await office.guest();
      await hanako.presses('相談を申し込む');
      const event = delivery();
      await hanako.presses('やめる');
      await office.later(60);
      const before = said(hanako);
      await office.simulator.webhooks.redeliver(event);
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
      expect(said(hanako)).toBe(before + 1);
    });
  });

  describe('several events', () => {
    test('of one person in one request are taken in the order in which they happened', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(3, '10:00'));
      office.simulator.webhooks.hold();
      const { name, jobNumber, phone } = hanako.details;
      const acts = [];
      for (const text of [name, jobNumber, phone]) {
        // LINE's ids sort by the millisecond.
        office.simulator.clock.moveBy(5);
        acts.push(hanako.person.says(text));
      }
      await office.simulator.webhooks.release({ order: 'reversed', together: true });
      await Promise.all(acts);
      await hanako.hears('希望の日を選んでください');
      await hanako.presses(dayLabel(addDays(office.monday, 3)));
      await hanako.presses('10:00');
      const lastLook = await answerNoToAll(hanako);
      for (const detail of [name, jobNumber, phone]) expect(lastLook).toContain(detail);
    });

    test('of a hundred people in one request are all answered', async () => {
      const people = Array.from({ length: 100 }, () => office.stranger());
      office.simulator.webhooks.hold();
      const follows = people.map(({ person }) => person.follow());
      const [release] = await office.simulator.webhooks.release({ order: 'shuffled', together: true });
      await Promise.all(follows);
      expect(release?.status).toBe(200);
      expect(release?.events).toHaveLength(100);
      await Promise.all(people.map((one) => one.hears('何をしますか')));
      for (const one of people) expect(one.timesSeen('何をしますか')).toBe(1);
    });

    test('that come before her friendship, in any order, break nothing', async () => {
      const hanako = office.stranger();
      await hanako.person.sends('sticker');
      await hanako.hears('何をしますか');
      office.simulator.webhooks.hold();
      const acts = [hanako.person.follow()];
      office.simulator.clock.moveBy(5);
      acts.push(hanako.person.says('相談を申し込む'));
      await office.simulator.webhooks.release({ order: 'reversed' });
      await Promise.all(acts);
      await hanako.hears('利用規約に同意しますか');
      // Both were on their way at once: what came second is answered with a greeting, or with the question again.
      await hanako.person.presses('同意する');
      await hanako.hears('当てはまりますか');
    });
  });

  describe('what is not for us', () => {
    test('an empty list, as the Verify button sends it, is answered 200', async () => {
      expect(await office.simulator.webhooks.post([])).toMatchObject({ status: 200 });
    });

    test('events of unknown types and shapes are answered 200 and left alone', async () => {
      const hanako = await office.guest();
      const before = said(hanako);
      const { events } = delivery();
      const [known] = events;
      const source = { type: 'user', userId: hanako.person.userId };
      const strange = [
        { ...known, webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ0', type: 'membership', source },
        { ...known, webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ1', type: 'unheardOf', source },
        {
          ...known,
          webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ2',
          type: 'beacon',
          beacon: { hwid: 'x' },
          source,
        },
        {
          ...known,
          webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ3',
          type: 'message',
          message: { type: 'text' },
        },
        { ...known, webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ4', type: 'message' },
        { type: 'message' },
        null,
        'text',
        42,
        [],
      ];
      expect(await office.simulator.webhooks.post(strange)).toMatchObject({ status: 200 });
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
      expect(said(hanako)).toBe(before + 1);
    });

    test('what she writes while another channel has the chat (standby) is left to that one', async () => {
      const hanako = await office.guest();
      const before = said(hanako);
      office.simulator.switches.mode = 'standby';
      expect((await hanako.person.says('相談を申し込む')).status).toBe(200);
      office.simulator.switches.mode = 'active';
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
      expect(said(hanako)).toBe(before + 1);
    });

    test('properties nobody has heard of, in another order, change nothing', async () => {
      office.simulator.switches.surprises = true;
      const hanako = await office.guest();
      expect(await fillUpTo('day', hanako, on(2, '10:00'))).toContain('希望の日');
      office.simulator.switches.surprises = false;
    });

    test('emoji and rare characters come through the signature and back', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(4, '10:00'));
      expect(await hanako.says('😊👨‍👩‍👧🇯🇵')).toContain('氏名');
      expect(await hanako.says('𠮷田 葛󠄀子')).toContain('求職番号を教えてください');
      await hanako.says(hanako.details.jobNumber);
      await hanako.says(hanako.details.phone);
      await hanako.presses(dayLabel(addDays(office.monday, 4)));
      await hanako.presses('10:00');
      expect(await answerNoToAll(hanako)).toContain('𠮷田 葛󠄀子');
    });
  });

  describe('who is not LINE', () => {
    const body = () =>
      JSON.stringify({
        destination: 'U0',
        events: delivery().events.map((one) => ({ ...one, replyToken: 'x' })),
      });

    test('is turned away with 401, and nothing is read', async () => {
      const hanako = await office.guest();
      const before = said(hanako);
      const { postRaw } = office.simulator.webhooks;
      for (const signature of [null, '', 'AAAA', 'x'.repeat(44), `${'A'.repeat(43)}=`]) {
        expect(await postRaw({ body: body(), signature }), String(signature)).toMatchObject({ status: 401 });
      }
      const wrongKey = await postRaw({ body: `${body()} `, signature: signatureLike() });
      expect(wrongKey).toMatchObject({ status: 401 });
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
      expect(said(hanako)).toBe(before + 1);
    });

    test('a signed body that is no JSON, or no list of events, is answered 400', async () => {
      const { postRaw } = office.simulator.webhooks;
      for (const wrong of ['', 'hello', '{', '[]', '{}', '{"events":1}', 'null', '\u00ff\u00fe']) {
        expect(await postRaw({ body: wrong }), wrong).toMatchObject({ status: 400 });
      }
    });

    test('a body over 1 MB is answered 413, and the next one is taken', async () => {
      const { postRaw, post } = office.simulator.webhooks;
      const large = JSON.stringify({ events: [], padding: 'x'.repeat(1_048_577) });
      expect(await postRaw({ body: large })).toMatchObject({ status: 413 });
      expect(await post([])).toMatchObject({ status: 200 });
    });

    test('other paths and methods are not there', async () => {
      const look = async (path: string, method: string) =>
        (await fetch(`${office.origin}${path}`, { method })).status;
      expect(await look('/webhook', 'GET')).toBe(404);
      expect(await look('/', 'GET')).toBe(404);
      expect(await look('/webhook/../dev', 'POST')).toBe(404);
    });

    /** A right signature, of something else. */
    const signatureLike = () => Buffer.alloc(32, office.webhookSecret).toString('base64');
  });

  test('who blocks the account and comes back is greeted again, and staff know who cannot be reached', async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(4, '11:00'));
    await hanako.person.unfollow();
    const { name } = hanako.details;
    const news = waitedIn(await office.staff.suzuki.says('ヘルプ'));
    expect(news.filter(([, who]) => who === name)).toEqual([['LINEが届かない方がいます', name, number]]);
    await hanako.person.unblock();
    expect(await hanako.hears('おかえりなさい')).not.toContain(hanako.details.name);
    expect(await hanako.says('予約を見る')).toContain(number);
  });
});
