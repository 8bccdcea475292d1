// How an answer leaves: by which way, with which buttons, and in which words the third time.
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outboxJobs, replyVia } from '../../src/outbox/outbox.ts';
import { type Outgoing, outgoingSchema } from '../../src/outbox/outgoing.ts';
import type { Incoming } from '../../src/records/incoming.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

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

describe('the free way to answer', () => {
  test('is open for 50 seconds after the event reached us, for all of one answer', async () => {
    await hanako.follows();
    await hanako.news();
    const event = hanako.event({ type: 'text', text: '録音' });
    await counter.hear(event);
    const [answer] = await hanako.news();
    expect(answer?.reply).toEqual({ token: event.replyToken, until: event.receivedAt + 50_000 });
  });

  test('counts from the arrival of an event that had to wait, not from its answer', async () => {
    const receivedAt = counter.clock.now().getTime() - 40_000;
    await counter.hear({ ...hanako.event({ type: 'followed', again: false }), receivedAt });
    const [answer] = await hanako.news();
    expect(answer?.reply?.until).toBe(receivedAt + 50_000);
    expect(answer?.madeAt).toBeGreaterThan(receivedAt + 39_000);
  });

  test('is not there without a token', () => {
    const { replyToken: _, ...event }: Incoming = hanako.event({ type: 'unfollowed' });
    expect(replyVia(event)).toEqual({});
  });
});

test('however much is said goes out in calls of five, in order, and only the first by the reply token', () => {
  const said = fc.integer({ min: 1, max: 23 });
  const now = new Date();
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), (counts) => {
      let serial = 0;
      const newId = () => {
        serial += 1;
        return `${uuidv7().slice(0, 24)}${String(serial).padStart(12, '0')}`;
      };
      const outgoing = counts.map(
        (count, n): Outgoing => ({
          to: `U${n % 2}`,
          about: 'answer',
          madeAt: 1,
          messages: Array.from({ length: count }, (_, place) => ({ kind: 'text', text: `${n}.${place}` })),
          reply: { token: `token ${n}`, until: 2 },
        }),
      );
      const jobs = outboxJobs(outgoing, { newId }, now);
      const calls = jobs.map(({ data }) => outgoingSchema.parse(data));
      expect(calls.flatMap(({ messages }) => messages)).toEqual(outgoing.flatMap(({ messages }) => messages));
      expect(calls.flatMap(({ reply }) => (reply ? [reply] : []))).toEqual(
        outgoing.map(({ reply }) => reply),
      );
      expect(jobs.map(({ key }) => key)).toEqual(calls.map(({ to }) => to));
      const serials = jobs.map(({ id }) => id.slice(24));
      expect(serials).toEqual(serials.toSorted());
    }),
  );
});

describe('the buttons of a question', () => {
  const stamp = (label: string) => hanako.tapOf(label).then(({ c, s }) => ({ c, s: Number(s) }));

  test('carry the conversation and its step, and every question that follows counts one more', async () => {
    await hanako.follows();
    await hanako.presses('相談を申し込む');
    const terms = await stamp('同意する');
    await hanako.presses('同意する');
    const eligibility = await stamp('すべて当てはまる');
    expect(eligibility).toEqual({ c: terms.c, s: terms.s + 1 });
    expect(await counter.saved(hanako.chatId)).toMatchObject({ id: eligibility.c, step: eligibility.s });
  });

  test('pressed twice count once, and the open question is the whole answer', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子');
    await hanako.says('22020-1234567');
    await hanako.says('090-1234-5678');
    const page = await hanako.tapOf('ほかの日');
    await hanako.taps(page);
    const again = await hanako.taps(page);
    expect(again).not.toContain('前の質問のボタン');
    expect(again).toContain('[ほかの日]');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ context: { page: 1 } });
  });

  test('of an earlier question are answered and not carried out', async () => {
    await hanako.follows();
    await hanako.presses('相談を申し込む');
    const refuse = await hanako.tapOf('同意しない');
    await hanako.presses('同意する');
    await hanako.presses('すべて当てはまる');
    const answer = await hanako.taps(refuse);
    expect(answer).toContain('前の質問のボタン');
    expect(answer).toContain('氏名を教えて');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ flow: 'request', value: { name: 'asking' } });
  });

  test('of somebody else’s conversation mean nothing', async () => {
    const other = counter.visitor(`${hanako.chatId}-other`);
    for (const one of [hanako, other]) {
      await one.follows();
      await one.presses('相談を申し込む');
    }
    const answer = await other.taps(await hanako.tapOf('同意する'));
    expect(answer).toContain('前の質問のボタン');
    const theirs = { where: { person: { chatId: other.chatId } } };
    expect(await counter.prisma.consent.count(theirs)).toBe(0);
  });

  test('that send the request, pressed again, tell her receipt number', async () => {
    await fillIn(hanako, 'review');
    const submit = await hanako.tapOf('この内容で申し込む');
    const receipt = /\d{4}-\d{4}/.exec(await hanako.taps(submit))?.[0];
    expect(await hanako.taps(submit)).toContain(`受付番号は ${receipt}`);
    const mine = { where: { person: { chatId: hanako.chatId } } };
    expect(await counter.prisma.booking.count(mine)).toBe(1);
  });

  test('that stay in the chat for good work at any time', async () => {
    await fillIn(hanako, 'name');
    const answer = await hanako.taps({ event: 'questions.asked' });
    expect(answer).toContain('録音・録画');
    expect(answer).toContain('求職番号');
  });
});

describe('an answer that is not understood', () => {
  const phone = '053-454-1910';

  test('is asked for in other words each time, from the third on with the phone', async () => {
    await fillIn(hanako, 'eligible');
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await hanako.says('12345678901234567890'));
    const [first = '', second = '', third = '', fourth = ''] = answers;
    expect(new Set(answers.slice(0, 3)).size).toBe(3);
    expect(second).toContain('例 ');
    expect([first, second, third, fourth].map((text) => text.includes(phone))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(third).toContain('[電話する');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ misses: 4 });
  });

  test('is forgotten with the first that is understood', async () => {
    await fillIn(hanako, 'eligible');
    for (let n = 0; n < 3; n += 1) await hanako.says('12345678901234567890');
    expect(await hanako.says('申込 花子')).not.toContain(phone);
    expect(await counter.saved(hanako.chatId)).toMatchObject({ misses: 0 });
  });

  test('counts whatever it was: a sticker, a photo, odd words', async () => {
    await fillIn(hanako, 'jobNumber');
    await hanako.sticker();
    await hanako.does({ type: 'media', kind: 'audio' });
    await hanako.says('あああ');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ misses: 3, value: { phone: 'asking' } });
  });

  test('is not a side question: that is answered, and the open question stands as it was', async () => {
    await fillIn(hanako, 'jobNumber');
    const before = await counter.saved(hanako.chatId);
    const answer = await hanako.says('録音していいですか?');
    expect(answer).toContain('【録音・録画】');
    expect(answer).toContain('電話番号を送って');
    expect(await counter.saved(hanako.chatId)).toMatchObject({
      misses: 0,
      value: before?.value,
      step: before?.step,
    });
  });
});
