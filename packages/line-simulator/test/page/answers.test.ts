// How the page asks: once for everybody who looks, again after a change, and nobody draws what has not changed.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createAnswers } from '../../src/page/answers.ts';
import { keepSame } from '../../src/page/keep-same.ts';

type Call = { path: string; signal: AbortSignal } & PromiseWithResolvers<unknown>;

/** Answers to calls that the test answers itself, and a connection that it moves. */
function stage() {
  const calls: Call[] = [];
  const line = { isOpen: false, changed: () => {}, connected: (_: boolean) => {} };
  const answers = createAnswers({
    ask(path, signal) {
      const call = { path, signal, ...Promise.withResolvers<unknown>() };
      calls.push(call);
      return call.promise;
    },
    listen(changed, connected) {
      Object.assign(line, { isOpen: true, changed, connected });
      return () => {
        line.isOpen = false;
      };
    },
  });
  const watch = (path: string) => {
    const seen = { times: 0 };
    return { seen, stop: answers.watch(path, () => (seen.times += 1)) };
  };
  const answer = async (value: unknown) => {
    calls.at(-1)?.resolve(value);
    await nextTurn();
  };
  return { calls, line, answers, watch, answer };
}

describe('An answer', () => {
  test('is asked for once, however many look at it, and told to all of them', async () => {
    const { calls, answers, watch, answer } = stage();
    const [one, other] = [watch('/state'), watch('/state')];
    expect(answers.read('/state')).toEqual({ value: undefined, error: undefined });
    await answer({ now: 1 });
    expect(calls.map(({ path }) => path)).toEqual(['/state']);
    expect([one.seen.times, other.seen.times]).toEqual([1, 1]);
    expect(answers.read('/state')).toEqual({ value: { now: 1 }, error: undefined });
  });

  test('is never asked for twice at once: changes meanwhile ask once more when it has come', async () => {
    const { calls, line, watch, answer } = stage();
    watch('/state');
    for (let times = 0; times < 3; times += 1) line.changed();
    expect(calls).toHaveLength(1);
    await answer(1);
    expect(calls).toHaveLength(2);
    await answer(2);
    expect(calls).toHaveLength(2);
  });

  test('that says nothing new is told to nobody', async () => {
    const { line, answers, watch, answer } = stage();
    const { seen } = watch('/state');
    await answer({ people: [{ id: 'a', name: 'Hanako' }] });
    const first = answers.read('/state');
    line.changed();
    await answer({ people: [{ id: 'a', name: 'Hanako' }] });
    expect(seen.times).toBe(1);
    expect(answers.read('/state')).toBe(first);
    line.changed();
    await answer({ people: [{ id: 'a', name: 'Hana' }] });
    expect(seen.times).toBe(2);
  });

  test('stays when there is no newer one, with the reason, which goes when there is', async () => {
    const { calls, line, answers, watch, answer } = stage();
    watch('/state');
    await answer(1);
    line.changed();
    calls.at(-1)?.reject(new Error('Nobody there.'));
    await nextTurn();
    expect(answers.read('/state')).toEqual({ value: 1, error: 'Nobody there.' });
    line.changed();
    await answer(2);
    expect(answers.read('/state')).toEqual({ value: 2, error: undefined });
  });

  test('is no longer waited for when nobody looks any more, and the connection ends with the last', async () => {
    const { calls, line, answers, watch, answer } = stage();
    const [one, other, third] = [watch('/a'), watch('/a'), watch('/b')];
    one.stop();
    expect(calls[0]?.signal.aborted).toBe(false);
    other.stop();
    third.stop();
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    expect(line.isOpen).toBe(false);
    await answer('too late');
    expect(third.seen.times).toBe(0);
    watch('/b');
    expect([calls.length, line.isOpen, answers.read('/b').value]).toEqual([3, true, undefined]);
  });

  test('comes over a connection of which it is told when it is lost', () => {
    const { line, answers, watch } = stage();
    watch('/state');
    let told = 0;
    const stop = answers.watchConnection(() => (told += 1));
    line.connected(false);
    expect([told, answers.isConnected]).toEqual([1, false]);
    stop();
    line.connected(true);
    expect([told, answers.isConnected]).toEqual([1, true]);
  });
});

describe('What only came once more', () => {
  const chat = (...entries: object[]) => ({ title: 'Team', entries });
  const said = (id: string, ...words: string[]) => ({ id, words });

  test('is the same object, in every depth', () => {
    const known = chat(said('1', 'a'), said('2', 'b'));
    expect(keepSame(known, structuredClone(known))).toBe(known);
    const fresh = keepSame(known, chat(said('1', 'a'), said('2', 'c'))) as typeof known;
    expect(fresh).toEqual(chat(said('1', 'a'), said('2', 'c')));
    expect(fresh.entries[0]).toBe(known.entries[0]);
    expect(fresh.entries[1]).not.toBe(known.entries[1]);
  });

  test('is the same in a list that has moved on', () => {
    const known = chat(said('1'), { what: 'joined' }, said('2'));
    const fresh = keepSame(known, chat({ what: 'joined' }, said('2'), said('3'))) as typeof known;
    expect(fresh).toEqual(chat({ what: 'joined' }, said('2'), said('3')));
    expect(fresh.entries[1]).toBe(known.entries[2]);
  });

  test.each<[string, unknown, unknown]>([
    ['a list that has grown', [1], [1, 2]],
    ['a list that has become shorter', [1, 2], [1]],
    ['another order', [{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }]],
    ['a name that is gone', { a: 1, b: 2 }, { a: 1 }],
    ['another name for the same', { a: null }, { b: null }],
    ['a list in place of an object', {}, []],
    ['nothing in place of something', { a: {} }, { a: null }],
    ['something in place of nothing', { a: null }, { a: {} }],
  ])('is not %s', (_, known, fresh) => {
    const wanted = structuredClone(fresh);
    const kept = keepSame(known, fresh);
    expect(kept).toEqual(wanted);
    expect(kept).not.toBe(known);
  });
});
