// What tests about delivery begin with: a LINE that answers as it is told, and what was kept of what it did not take.
import { afterEach, beforeEach } from 'vitest';
import type { Job, Outcome } from '../../src/db/queue.ts';
import { createLineClient, type LineClient } from '../../src/line/client.ts';
import { createDelivery, type Undelivered } from '../../src/line/deliver.ts';
import { createLineReach } from '../../src/line/reach.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import type { Try } from './delivery-table.ts';
import { type FakeLine, startFakeLine } from './fake-line.ts';
import { captureLog } from './log-capture.ts';

export const start = Date.parse('2026-12-01T10:00:00+09:00');
export const second = 1000;
export const hour = 3_600_000;
export const jobId = '0193f2a0-0000-7000-8000-000000000001';

export function outgoing(extra: Partial<Outgoing> = {}): Outgoing {
  const messages = [{ kind: 'text' as const, text: '浜松花子さん、予約が確定しました。' }];
  return { to: 'U1', about: 'confirmed', messages, madeAt: start, ...extra };
}

export function jobWith(data: unknown, attempt = 0, lastOutput: unknown = null): Job {
  return { id: jobId, key: 'U1', data, attempt, dueAt: new Date(start), lastOutput };
}

export let line: FakeLine;
export let client: LineClient;
export let now: number;
export let recorded: Undelivered[];
export let quotaCalls: number;
export let log: ReturnType<typeof captureLog>;

/** For a file of tests: a LINE of its own for each. */
export function openWithLine(): void {
  beforeEach(async () => {
    line = await startFakeLine();
    client = createLineClient({ channelAccessToken: 'secret', apiBaseUrl: line.origin, timeoutMs: 500 });
    now = start;
    recorded = [];
    quotaCalls = 0;
    log = captureLog();
  });
  afterEach(() => line.close());
}

export const moveTo = (at: number): void => {
  now = at;
};

export function delivery(change: Partial<Parameters<typeof createDelivery>[0]> = {}) {
  return createDelivery({
    client,
    words: ja,
    clock: { now: () => new Date(now) },
    record: async (undelivered) => {
      recorded.push(undelivered);
    },
    onQuota: async () => {
      quotaCalls += 1;
    },
    mayPush: async () => undefined,
    isBlocked: async () => false,
    reach: createLineReach({ clock: { now: () => new Date(now) }, log: log.logger }),
    log: log.logger,
    ...change,
  });
}

/** Plays the queue: the same job again, with what the try before left behind. */
export async function play(data: Outgoing, tries: readonly Try[]): Promise<Outcome | undefined> {
  let lastOutput: unknown = null;
  let outcome: Outcome | undefined;
  for (const [attempt, { line: behaviours, at, died }] of tries.entries()) {
    now = start + at;
    line.next(...behaviours);
    if (died === 'before') continue;
    [outcome] = await delivery()([jobWith(data, attempt, lastOutput)]);
    if (died === undefined) lastOutput = outcome?.output ?? null;
  }
  return outcome;
}

export const say = (outcome: Outcome | undefined) =>
  outcome?.status === 'failed'
    ? `failed: ${outcome.output?.method} ${outcome.output?.outcome}`
    : outcome?.status;
