// The reserve of the month's messages: what it is for goes on, what it is not for stops before it, and a LINE that
// does not say holds nothing back.
import { describe, expect, test } from 'vitest';
import { createQuotaWatch } from '../../src/line/quota-watch.ts';

type Quota = { limit: number | undefined; used: number };

function watchOf(quota: Quota | undefined, { reserve = 60, members = 6, countsFrom = 0, ahead = 0 } = {}) {
  let now = 0;
  let asked = 0;
  const account = {
    quota: async () => {
      asked += 1;
      return quota === undefined
        ? ({ kind: 'unreached' } as const)
        : ({ kind: 'done', value: { ...quota } } as const);
    },
    memberCount: async () =>
      now < countsFrom ? ({ kind: 'unreached' } as const) : ({ kind: 'done', value: members } as const),
  };
  const lines: string[] = [];
  const log = { warn: (_: object, line: string) => void lines.push(line) };
  const watch = createQuotaWatch({
    ...{ account, reserve, log },
    ahead: async () => ahead,
    clock: { now: () => new Date(now) },
  });
  return {
    watch,
    lines,
    asked: () => asked,
    later: (ms: number) => {
      now += ms;
    },
  };
}

async function pushes(
  watch: ReturnType<typeof watchOf>['watch'],
  to: string,
  important = false,
): Promise<number> {
  for (let sent = 0; sent < 500; sent += 1) if (!(await watch.take(to, important))) return sent;
  return Number.POSITIVE_INFINITY;
}

describe('the reserve of the month’s messages', () => {
  test('is left by what is sent to people, one by one, before LINE is asked again', async () => {
    const { watch, asked } = watchOf({ limit: 200, used: 130 });
    expect([await pushes(watch, 'U1'), asked()]).toEqual([10, 1]);
  });

  test('is not touched by a push to a group, which counts once for each member', async () => {
    expect(await pushes(watchOf({ limit: 200, used: 130 }).watch, 'C1')).toBe(1);
    expect(await pushes(watchOf({ limit: 200, used: 135 }).watch, 'C1')).toBe(0);
  });

  test('is there for what is important', async () => {
    const { watch } = watchOf({ limit: 200, used: 190 });
    expect(await pushes(watch, 'U1')).toBe(0);
    expect(await watch.take('U1', true)).toBe(true);
  });

  test.each([
    ['a plan without a limit', { limit: undefined, used: 9_999 }],
    ['a LINE that does not say', undefined],
  ])('holds nothing back with %s', async (_, quota) => {
    expect(await pushes(watchOf(quota).watch, 'C1')).toBe(Number.POSITIVE_INFINITY);
  });

  test('is looked at again after a minute, for others send too', async () => {
    const quota = { limit: 200, used: 200 };
    const { watch, later } = watchOf(quota);
    expect(await watch.take('U1', false)).toBe(false);
    quota.used = 0;
    later(59_000);
    expect(await watch.take('U1', false)).toBe(false);
    later(1_000);
    expect(await watch.take('U1', false)).toBe(true);
  });
});

test('what goes first is left out as soon as what is booked needs all that is left', async () => {
  const quota = { limit: 200, used: 100 };
  const { watch, later } = watchOf(quota, { reserve: 10, ahead: 50 });
  expect(await watch.look('U1', false, true)).toBe(true);
  quota.used = 149;
  later(60_000);
  expect(await watch.look('U1', false, true)).toBe(true);
  quota.used = 150;
  later(60_000);
  expect(await watch.look('U1', false, true)).toBe(false);
  expect(await watch.look('U1', false)).toBe(true);
  expect(watch.month()).toEqual({ limit: 200, left: 50 });
});

describe('what was not sent', () => {
  test('is given back, and what is only looked at is not spent', async () => {
    const { watch } = watchOf({ limit: 200, used: 134 });
    for (let looks = 0; looks < 20; looks += 1) expect(await watch.look('C1', false)).toBe(true);
    expect(await watch.take('C1', false)).toBe(true);
    expect(await watch.take('C1', false)).toBe(false);
    watch.giveBack(['C1']);
    expect(await watch.take('C1', false)).toBe(true);
  });
});

describe('what a turn asks before it promises', () => {
  test('is answered for all chats together, down to the last message where it is urgent', async () => {
    const { watch } = watchOf({ limit: 200, used: 128 });
    await watch.prepare(async () => ['C1', 'C2', 'U1']);
    expect(watch.suffices(['C1', 'C2'], false)).toBe(true);
    expect(watch.suffices(['C1', 'C2', 'U1'], false)).toBe(false);
    expect(watch.suffices(['C1', 'C2', 'U1'], true)).toBe(true);
    for (const chats of [['C1', 'C2'], ['C1', 'C2'], ['C1', 'C2'], ['C1', 'C2'], ['C1', 'C2'], ['C1']])
      watch.spend(chats);
    expect(watch.suffices(['C1'], true)).toBe(true);
    expect(watch.suffices(['C1', 'U1'], true)).toBe(false);
  });

  test('of a group that could not be counted is asked again after a minute, not after an hour', async () => {
    const { watch, later } = watchOf({ limit: 200, used: 137 }, { countsFrom: 1 });
    await watch.prepare(async () => ['C1']);
    expect(watch.suffices(['C1'], false)).toBe(true);
    later(60_000);
    await watch.prepare(async () => ['C1']);
    expect(watch.suffices(['C1'], false)).toBe(false);
  });
});

describe('that news waits', () => {
  test('is told once in the log, and once when it is over', async () => {
    const quota = { limit: 200, used: 150 };
    const { watch, lines, later } = watchOf(quota);
    expect(await watch.take('U1', true)).toBe(true);
    expect(watch.trouble()).toBeUndefined();
    for (let tries = 0; tries < 3; tries += 1) expect(await watch.take('C1', false)).toBe(false);
    expect(watch.trouble()).toEqual({ kind: 'reserve', since: new Date(0) });
    // Enough for one person, not for the group.
    quota.used = 138;
    later(60_000);
    expect(await watch.take('U1', false)).toBe(true);
    expect(watch.trouble()).toBeDefined();
    quota.used = 0;
    later(60_000);
    expect(await watch.take('U1', false)).toBe(true);
    expect(watch.trouble()).toBeUndefined();
    expect(lines.map((line) => /wait for a word|again/.exec(line)?.[0])).toEqual([
      'wait for a word',
      'again',
    ]);
  });

  test('for LINE has refused a push ends when LINE takes one', async () => {
    const { watch, later } = watchOf(undefined);
    watch.refused('C1');
    later(60_000);
    await watch.prepare(async () => ['C1']);
    expect(watch.trouble()).toEqual({ kind: 'usedUp', since: new Date(0) });
    watch.taken();
    expect(watch.trouble()).toBeUndefined();
  });
});
