// The reserve of the month's messages: what it is for goes on, what it is not for stops before it, and a LINE that
// does not say holds nothing back.
import { describe, expect, it } from 'vitest';
import { createQuotaWatch } from '../../src/line/quota-watch.ts';

type Quota = { limit: number | undefined; used: number };

function watchOf(quota: Quota | undefined, { reserve = 60, members = 6 } = {}) {
  let now = 0;
  let asked = 0;
  const account = {
    quota: async () => {
      asked += 1;
      return quota === undefined
        ? ({ kind: 'unreached' } as const)
        : ({ kind: 'done', value: { ...quota } } as const);
    },
    memberCount: async () => ({ kind: 'done', value: members }) as const,
  };
  const watch = createQuotaWatch({ account, reserve, clock: { now: () => new Date(now) } });
  return {
    watch,
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
  it('is left by what is sent to people, one by one, before LINE is asked again', async () => {
    const { watch, asked } = watchOf({ limit: 200, used: 130 });
    expect([await pushes(watch, 'U1'), asked()]).toEqual([10, 1]);
  });

  it('is not touched by a push to a group, which counts once for each member', async () => {
    expect(await pushes(watchOf({ limit: 200, used: 130 }).watch, 'C1')).toBe(1);
    expect(await pushes(watchOf({ limit: 200, used: 135 }).watch, 'C1')).toBe(0);
  });

  it('is there for what is important', async () => {
    const { watch } = watchOf({ limit: 200, used: 190 });
    expect(await pushes(watch, 'U1')).toBe(0);
    expect(await watch.take('U1', true)).toBe(true);
  });

  it.each([
    ['a plan without a limit', { limit: undefined, used: 9_999 }],
    ['a LINE that does not say', undefined],
  ])('holds nothing back with %s', async (_, quota) => {
    expect(await pushes(watchOf(quota).watch, 'C1')).toBe(Number.POSITIVE_INFINITY);
  });

  it('is looked at again after a minute, for others send too', async () => {
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
