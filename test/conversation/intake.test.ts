// Events that come in while the database is away.
import { describe, expect, test } from 'vitest';
import { createIntake, NotKeptError } from '../../src/conversation/intake.ts';
import type { Incoming } from '../../src/records/incoming.ts';
import { recordingLog } from '../helpers/quiet-log.ts';

const starting = () => Object.assign(new Error('the database system is starting up'), { code: '57P03' });

let ids = 0;
function event(chatId: string): Incoming {
  ids += 1;
  return {
    id: `id-${ids}`,
    chat: { id: chatId, kind: 'person' },
    happenedAt: 0,
    receivedAt: 0,
    what: { type: 'text', text: 'はい' },
  };
}

/** An inbox whose database is away until `comesBack`. */
function inbox(limits: Parameters<typeof createIntake>[0]['limits'] = {}) {
  const kept: string[] = [];
  const { log, lines } = recordingLog();
  let trouble: (() => Error) | undefined = starting;
  let gate = Promise.resolve();
  const accept = createIntake({
    log,
    limits: { pauseMs: { first: 5, longest: 5 }, ...limits },
    async put(incoming) {
      const now = trouble;
      await gate;
      if (now) throw now();
      kept.push(...incoming.map(({ id }) => id));
    },
  });
  return {
    accept,
    kept,
    lines,
    failsWith: (error: (() => Error) | undefined) => {
      trouble = error;
    },
    waitsFor: (promise: Promise<void>) => {
      gate = promise;
    },
  };
}

describe('events that come in while the database is away', () => {
  test('are kept when it comes back soon, in the order in which they came, and LINE hears 200', async () => {
    const { accept, kept, failsWith } = inbox();
    const events = ['U1', 'U2', 'U1'].map(event);
    const accepted = events.map((one) => accept([one]));
    failsWith(undefined);
    await Promise.all(accepted);
    expect(kept).toEqual(events.map(({ id }) => id));
  });

  test('are refused when that takes too long, and kept all the same when it is back', async () => {
    const { accept, kept, failsWith, lines } = inbox({ answerWithinMs: 20 });
    const one = event('U1');
    await expect(accept([one])).rejects.toBeInstanceOf(NotKeptError);
    expect(kept).toEqual([]);
    failsWith(undefined);
    await expect.poll(() => kept).toEqual([one.id]);
    expect(lines.map(({ message }) => message)).toEqual([
      'Webhook events that were held are in the inbox now',
    ]);
  });

  test('are not lost when others come while they are on their way', async () => {
    const { accept, kept, failsWith, waitsFor } = inbox();
    const [first, second] = [event('U1'), event('U2')];
    const accepted = [accept([first])];
    const open = Promise.withResolvers<void>();
    waitsFor(open.promise);
    failsWith(undefined);
    // Long enough for the first to be on its way, or else this proves nothing but does no harm.
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, 30);
    await promise;
    accepted.push(accept([second]));
    open.resolve();
    await Promise.all(accepted);
    expect(kept).toEqual([first.id, second.id]);
  });

  test('are held up to a limit', async () => {
    const { accept, kept, failsWith } = inbox({ events: 2 });
    const held = [accept([event('U1')]), accept([event('U2')])];
    await Promise.resolve();
    await expect(accept([event('U3')])).rejects.toBeInstanceOf(NotKeptError);
    failsWith(undefined);
    await Promise.all(held);
    expect(kept).toHaveLength(2);
  });
});

test('events that can never be put away are refused at once', async () => {
  const { accept, failsWith } = inbox();
  failsWith(() => new TypeError('a mistake of ours'));
  await expect(accept([event('U1')])).rejects.toThrow('a mistake of ours');
});

test('events that come in at the same moment go together; one that can never be kept harms no other', async () => {
  const puts: string[][] = [];
  const { log } = recordingLog();
  const accept = createIntake({
    log,
    async put(incoming) {
      puts.push(incoming.map(({ chat }) => chat.id));
      await Promise.resolve();
      if (incoming.some(({ chat }) => chat.id === 'bad')) throw new TypeError('a mistake of ours');
    },
  });
  const outcomes = await Promise.allSettled(['U1', 'U2', 'bad', 'U3'].map((id) => accept([event(id)])));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(puts).toEqual([['U1', 'U2', 'bad', 'U3'], ['U1'], ['U2'], ['bad'], ['U3']]);
});
