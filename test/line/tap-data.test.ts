import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LimitError } from '../../src/line/limits.ts';
import { decodeTap, encodeTap } from '../../src/line/tap-data.ts';

const anyText = fc.string({ unit: 'binary' });
const fieldName = fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,8}$/).filter((name) => name !== 'event');
const fields = fc.dictionary(fieldName, fc.oneof(anyText, fc.integer()), { maxKeys: 4 });

describe('the data of a button', () => {
  test('comes back as it went out, numbers as their digits', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fields, (event, facts) => {
        const tap = { ...facts, event };
        const written = Object.fromEntries(Object.entries(tap).map(([name, value]) => [name, String(value)]));
        let data: string;
        try {
          data = encodeTap(tap);
        } catch (error) {
          expect(error).toBeInstanceOf(LimitError);
          return;
        }
        expect(data.length).toBeLessThanOrEqual(300);
        expect(decodeTap(data)).toEqual(written);
      }),
    );
  });

  test('reads well in a log of LINE', () => {
    expect(encodeTap({ event: 'date.picked', conversation: 'k3v9', step: 4, day: '2026-12-01' })).toBe(
      'event=date.picked&conversation=k3v9&step=4&day=2026-12-01',
    );
  });

  test('may have 300 characters and not one more', () => {
    const room = 300 - 'event=e&x='.length;
    expect(encodeTap({ event: 'e', x: 'a'.repeat(room) })).toHaveLength(300);
    expect(() => encodeTap({ event: 'e', x: 'a'.repeat(room + 1) })).toThrow(/data of a postback.*301.*300/);
    expect(() => encodeTap({ event: 'e', x: 'あ'.repeat(room / 9 + 1) })).toThrow(LimitError);
  });

  test('cannot be written with a field that would not come back', () => {
    expect(() => encodeTap({ event: 'e', ['__proto__']: 'x' })).toThrow(/field/);
    expect(() => encodeTap({ event: 'e', 'a b': 'x' })).toThrow(/field/);
  });
});

describe('data that somebody made up', () => {
  test('never breaks anything: it is a record of strings, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (data) => {
        const tap = decodeTap(data);
        if (tap === undefined) return;
        expect(tap.event).toBeTruthy();
        expect(Object.values(tap).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });

  test.each([
    ['no event', 'day=2026-12-01'],
    ['an empty event', 'event=&day=2026-12-01'],
    ['JSON', '{"event":"confirm"}'],
    ['nothing', ''],
    ['more than LINE carries', `event=e&x=${'a'.repeat(300)}`],
  ])('with %s is no tap', (_what, data) => {
    expect(decodeTap(data)).toBeUndefined();
  });

  test('cannot reach the prototype of anything', () => {
    const tap = decodeTap('event=e&__proto__=x&constructor=y');
    expect(tap).toEqual({ event: 'e', constructor: 'y' });
    expect(Object.getPrototypeOf(tap)).toBe(Object.prototype);
  });
});
