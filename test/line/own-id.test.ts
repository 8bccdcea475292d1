// Which account we are: learnt from LINE in the background, and nothing is held up or lost while it is unknown.
import { describe, expect, test } from 'vitest';
import type { Account, Answer } from '../../src/line/account.ts';
import { createOwnId } from '../../src/line/own-id.ts';
import { lineId } from './line-event.ts';

type Info = Awaited<ReturnType<Account['info']>>;

const down: Answer<never> = { kind: 'unreached' };
const says = (userId: unknown): Info =>
  ({ kind: 'done', value: { info: { userId }, answeredAt: undefined } }) as Info;

function openAccount(...answers: Info[]) {
  let now = Date.parse('2026-12-01T10:00:00+09:00');
  const warnings: string[] = [];
  const left = [...answers];
  const account = { info: async () => left.shift() ?? down };
  const log = { warn: (_: unknown, message: string) => void warnings.push(message) };
  const ownId = createOwnId({ account, clock: { now: () => new Date(now) }, log });
  const asks = async (destination: string | undefined) => {
    await Promise.resolve();
    return ownId.isForeign(destination);
  };
  const later = (ms: number) => {
    now += ms;
  };
  return { asks, later, left, warnings };
}

describe('the account itself', () => {
  test('is learnt at the start: then another destination is foreign, and a missing one is not', async () => {
    const { asks } = openAccount(says(lineId('U1')));
    const destinations = [lineId('U1'), lineId('U2'), 'U0', '', undefined];
    const foreign = [];
    for (const one of destinations) foreign.push(await asks(one));
    expect(foreign).toEqual([false, true, true, true, false]);
  });

  test('is unknown while LINE is away: nothing is foreign, and LINE is asked again once a minute', async () => {
    const { asks, later, left, warnings } = openAccount(down, says(lineId('U1')));
    for (let count = 0; count < 5; count += 1) expect(await asks(lineId('U2'))).toBe(false);
    expect([left.length, warnings.length]).toEqual([1, 1]);
    later(60_000);
    expect(await asks(lineId('U2'))).toBe(false);
    expect(await asks(lineId('U2'))).toBe(true);
  });

  test.each([undefined, null, 7, 'U1', lineId('C1')])('stays unknown where LINE says %s', async (userId) => {
    const { asks } = openAccount(says(userId));
    expect(await asks(lineId('U2'))).toBe(false);
  });

  test('is learnt anew, a minute later, where another one is named', async () => {
    const { asks, later } = openAccount(says(lineId('U1')), says(lineId('U2')));
    expect(await asks(lineId('U2'))).toBe(true);
    later(60_000);
    expect(await asks(lineId('U2'))).toBe(true);
    expect(await asks(lineId('U2'))).toBe(false);
  });
});
