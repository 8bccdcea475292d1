// Events of LINE that are late, too long, broken or made up: each is read rightly or left alone, and none stops the others.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isTooOld, readEvent } from '../../src/line/read-event.ts';
import { incomingSchema } from '../../src/records/incoming.ts';
import { lineEvent, lineId } from './line-event.ts';

const receivedAt = Date.parse('2026-12-01T10:00:01+09:00');
const read = (...args: Parameters<typeof lineEvent>) => readEvent(lineEvent(...args), receivedAt);

/** The id has a UUID's form; its version bits are the ULID's. */
const expectedShape = incomingSchema.extend({ id: z.guid() });

const words = { type: 'message', message: { type: 'text', text: 'x' } };

describe('an event of LINE', () => {
  test('happened at a whole millisecond, as it says, where that is no later than it came', () => {
    expect(read({ ...words, timestamp: receivedAt - 0.5 })?.happenedAt).toBe(receivedAt - 1);
    expect(read({ ...words, timestamp: receivedAt })?.happenedAt).toBe(receivedAt);
  });

  test('is too old to be handled after six days, whatever number says so', () => {
    const isOld = (timestamp: number) => {
      const incoming = read({ ...words, timestamp });
      return incoming && isTooOld(incoming);
    };
    const sixDays = 6 * 24 * 60 * 60 * 1_000;
    expect([receivedAt, receivedAt - sixDays].map(isOld)).toEqual([false, false]);
    expect([receivedAt - sixDays - 1, 0, -1, -8.64e15, -1e300].map(isOld)).toEqual(Array(5).fill(true));
  });

  test('brings no more words than LINE sends, and no half of a character', () => {
    const text = (words: string) => read({ type: 'message', message: { type: 'text', text: words } })?.what;
    expect(text('あ'.repeat(9_000))).toEqual({ type: 'text', text: 'あ'.repeat(5_000) });
    expect(text(`${'あ'.repeat(4_999)}🤨い`)).toEqual({ type: 'text', text: 'あ'.repeat(4_999) });
  });

  describe('with U+0000 in it, which no row can hold,', () => {
    const nul = '\0';
    const text = (words: string) =>
      read({ type: 'message', message: { type: 'text', id: '1', text: words } });
    test('is read without it, and is the same event', () => {
      expect(text(`同意${nul}する${nul}`)?.what).toEqual({ type: 'text', text: '同意する' });
      expect(text(nul.repeat(3))?.what).toEqual({ type: 'sticker' });
      expect(text('あ(love)')?.what).toEqual({ type: 'text', text: 'あ(love)' });
      const ids = [`0${nul}1KBDDZMJ00000000000000001${nul}`, '01KBDDZMJ00000000000000001'];
      const both = ids.map((webhookEventId) => read({ ...words, webhookEventId })?.id);
      expect(both[0]).toBe(both[1]);
      expect(read({ ...words, replyToken: nul })).not.toHaveProperty('replyToken');
      expect(read({ type: 'unsend', unsend: { messageId: nul } })).toBeUndefined();
    });

    test('has its emoji cut where LINE says they are, counted with it', () => {
      const emojis = [{ index: 3, length: 6 }];
      const message = { type: 'text', id: '1', text: `佐${nul}藤(love)花子`, emojis };
      expect(read({ type: 'message', message })?.what).toEqual({ type: 'text', text: '佐藤花子' });
    });

    test('carries it nowhere on, in whatever part it stood', () => {
      const around = fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before}${nul}${after}`);
      const event = fc.record({
        type: fc.constantFrom('message', 'postback', 'unsend', 'messageEdited', 'memberJoined'),
        source: fc.constantFrom(
          { type: 'user', userId: lineId('U1') },
          { type: 'group', groupId: lineId('C1'), userId: `${lineId('U1')}${nul}` },
        ),
        webhookEventId: around,
        replyToken: around,
        message: fc.record({ type: fc.constantFrom('text', 'image'), id: around, text: around }),
        postback: around.map((data) => ({ data: `event=a${encodeURIComponent(data)}&b=${data}&%00c=d` })),
        unsend: fc.record({ messageId: around }),
        joined: fc.record({ members: fc.array(fc.record({ userId: around }), { minLength: 1 }) }),
      });
      fc.assert(
        fc.property(event, (parts) => {
          expect(JSON.stringify(read(parts) ?? {})).not.toContain('\\u0000');
        }),
      );
    });
  });

  test('without a reply token has none, not an empty one', () => {
    expect(read({ ...words, replyToken: undefined })).not.toHaveProperty('replyToken');
    expect(read({ ...words, replyToken: '' })).not.toHaveProperty('replyToken');
  });

  test('that anybody makes up is read rightly or left alone', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const types = fc.constantFrom('message', 'postback', 'follow', 'join');
    const event = fc.record(
      {
        type: types,
        source: part,
        message: part,
        postback: part,
        follow: part,
        mode: part,
        webhookEventId: part,
        timestamp: part,
      },
      { requiredKeys: ['type'] },
    );
    const whole = fc.record(
      {
        type: types,
        message: part,
        postback: part,
        follow: part,
        replyToken: part,
        webhookEventId: fc.string(),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          event,
          whole.map((parts) => lineEvent(parts)),
        ),
        (raw) => {
          const incoming = readEvent(raw, receivedAt);
          if (incoming !== undefined) expect(expectedShape.parse(incoming)).toEqual(incoming);
        },
      ),
    );
  });
});
