import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job, Outcome } from '../../src/db/queue.ts';
import type { LineClient, PushOutcome } from '../../src/line/client.ts';
import { createDelivery } from '../../src/line/deliver.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { runs } from '../helpers/runs.ts';
import { captureLog } from './log-capture.ts';

type Fate = 'ok' | 'unheard' | 'lost' | 'unreached' | 'rateLimited' | 'quotaReached' | 'refused' | 'barred';
type Try = { waitMs: number; fates: [Fate, Fate]; died: boolean };

const notPartOfThis = () => Promise.reject(new Error('not part of this'));

/** LINE, reduced to its two promises: a token works once, a key shows its messages once in 24 hours. */
function modelOfLine(now: () => number) {
  let tokenIsGood = true;
  let keyUsedAt: number | undefined;
  let accepted = false;
  let seen = 0;
  let fates: Fate[] = [];

  function meet(carryOut: () => void): PushOutcome {
    const fate = fates.shift() ?? 'ok';
    if (fate === 'rateLimited' || fate === 'quotaReached' || fate === 'unreached') return { kind: fate };
    if (fate === 'refused') return { kind: 'refused', status: 400, code: 'badRequest' };
    if (fate === 'barred') return { kind: 'barred', status: 401 };
    if (fate !== 'lost') carryOut();
    return fate === 'ok' ? { kind: 'sent' } : { kind: 'unknown', why: 'reset' };
  }

  const client: LineClient = {
    async reply() {
      if (!tokenIsGood) return { kind: 'invalidReplyToken' };
      return meet(() => {
        tokenIsGood = false;
        seen += 1;
      });
    },
    async push() {
      keyUsedAt ??= now();
      const isFresh = now() - keyUsedAt < 24 * 3_600_000;
      return meet(() => {
        if (!isFresh || !accepted) seen += 1;
        accepted = true;
      });
    },
    linkMenu: notPartOfThis,
    unlinkMenu: notPartOfThis,
    memberName: notPartOfThis,
  };
  return {
    client,
    seen: () => seen,
    expect: (next: readonly Fate[]) => {
      fates = [...next];
    },
  };
}

const fate = fc.constantFrom<Fate>(
  'ok',
  'unheard',
  'lost',
  'unreached',
  'rateLimited',
  'quotaReached',
  'refused',
  'barred',
);
const wait = fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 90_000_000 }));

const tries = (mayDie: boolean) =>
  fc.array(
    fc.record({
      waitMs: wait,
      fates: fc.tuple(fate, fate),
      died: mayDie ? fc.boolean() : fc.constant(false),
    }),
    { minLength: 1, maxLength: 8 },
  );

async function run(plan: readonly Try[], hasToken: boolean) {
  let now = Date.parse('2026-12-01T10:00:00+09:00');
  const line = modelOfLine(() => now);
  const recorded: string[] = [];
  const deliver = createDelivery({
    client: line.client,
    words: ja,
    clock: { now: () => new Date(now) },
    record: async ({ reason }) => void recorded.push(reason),
    onQuota: async () => {},
    reach: { barred() {}, answered() {} },
    mayPush: async () => undefined,
    isBlocked: async () => false,
    log: captureLog().logger,
  });
  const reply = { token: 'token', until: now + 50_000 };
  const data = {
    to: 'U1',
    about: 'answer',
    messages: [{ kind: 'text', text: 'はい' }],
    madeAt: now,
    ...(hasToken ? { reply } : {}),
  };
  const job: Job = {
    id: '0193f2a0-0000-7000-8000-000000000001',
    key: 'U1',
    data,
    attempt: 0,
    dueAt: new Date(0),
    lastOutput: null,
  };
  for (const { waitMs, fates, died } of plan) {
    now += waitMs;
    line.expect(fates);
    const [outcome]: Outcome[] = await deliver([job]);
    if (outcome?.status === 'completed' && !died) return { seen: line.seen(), recorded, completed: true };
    job.attempt += 1;
    if (!died) job.lastOutput = outcome?.output ?? null;
  }
  return { seen: line.seen(), recorded, completed: false };
}

describe('whatever LINE and the network do', () => {
  test('nobody ever sees a message twice', async () => {
    await fc.assert(
      fc.asyncProperty(tries(false), fc.boolean(), async (plan, hasToken) => {
        expect((await run(plan, hasToken)).seen).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('a message that is done with was seen, or the office was told', async () => {
    await fc.assert(
      fc.asyncProperty(tries(true), fc.boolean(), async (plan, hasToken) => {
        const { completed, seen, recorded } = await run(plan, hasToken);
        if (completed && recorded.length === 0) expect(seen).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('the office is told of a refusal only when she surely saw nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tries(false), fc.boolean(), async (plan, hasToken) => {
        const { seen, recorded } = await run(plan, hasToken);
        if (recorded.includes('refused')) expect(seen).toBe(0);
      }),
      { numRuns: runs(2000) },
    );
  });
});
