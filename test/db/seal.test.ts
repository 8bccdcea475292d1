import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSealer, SealError } from '../../src/db/seal.ts';

const keyA = new Uint8Array(32).fill(1);
const keyB = new Uint8Array(32).fill(2);
const sealer = createSealer([keyA]);

describe('what is sealed', () => {
  test('opens again to the very text, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = text.toWellFormed();
        expect(sealer.open('person.name', sealer.seal('person.name', wellFormed))).toBe(wellFormed);
      }),
    );
  });

  test('opens again as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wanted = JSON.parse(JSON.stringify(value));
        expect(sealer.openJson('draft', sealer.sealJson('draft', value))).toEqual(wanted);
      }),
    );
  });

  test('looks different every time', () => {
    const one = sealer.seal('person.name', '浜松 花子');
    expect(Buffer.from(one).equals(sealer.seal('person.name', '浜松 花子'))).toBe(false);
  });

  test('shows nothing of the text', () => {
    expect(Buffer.from(sealer.seal('person.phone', '090-1234-5678')).toString('latin1')).not.toContain(
      '1234',
    );
  });

  test('does not open in another place than its own', () => {
    const sealed = sealer.seal('person.name', '浜松 花子');
    expect(() => sealer.open('staff.name', sealed)).toThrow(SealError);
  });

  test('does not open when any byte of it was changed or cut off', () => {
    const sealed = sealer.seal('person.name', '花子');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ flip : byte));
        expect(() => sealer.open('person.name', changed)).toThrow(SealError);
        expect(() => sealer.open('person.name', sealed.subarray(0, at))).toThrow(SealError);
      }),
    );
  });

  test('is made with the randomness it is given', () => {
    const asked: number[] = [];
    const fixed = createSealer([keyA], (length) => {
      asked.push(length);
      return new Uint8Array(length);
    });
    expect(fixed.seal('draft', 'a')).toEqual(fixed.seal('draft', 'a'));
    expect(asked).toEqual([12, 12]);
  });
});

describe('changing keys', () => {
  const old = sealer.seal('person.name', '花子');

  test('old values open while the old key is still listed', () => {
    expect(createSealer([keyB, keyA]).open('person.name', old)).toBe('花子');
  });

  test('new values are sealed with the first key', () => {
    const sealed = createSealer([keyB, keyA]).seal('person.name', '花子');
    expect(createSealer([keyB]).open('person.name', sealed)).toBe('花子');
    expect(() => sealer.open('person.name', sealed)).toThrow(SealError);
  });

  test('the error names the missing key and says nothing of the value', () => {
    const id = Buffer.from(old.subarray(0, 8)).toString('hex');
    expect(() => createSealer([keyB]).open('person.name', old)).toThrow(
      `a value was sealed with the key ${id}, which DATA_KEY does not hold`,
    );
  });

  test('a hash made under the old key is among the hashes to look for', () => {
    const hash = sealer.hash('person.phone', '0531234567');
    const rotated = createSealer([keyB, keyA]);
    expect(rotated.hash('person.phone', '0531234567')).not.toBe(hash);
    expect(rotated.hashes('person.phone', '0531234567')).toEqual([
      rotated.hash('person.phone', '0531234567'),
      hash,
    ]);
  });
});

describe('a hash', () => {
  test('is the same for the same text in the same place only', () => {
    expect(sealer.hash('person.phone', '0531234567')).toBe(sealer.hash('person.phone', '0531234567'));
    expect(sealer.hash('person.phone', '0531234567')).not.toBe(sealer.hash('person.phone', '0531234568'));
    expect(sealer.hash('person.phone', '0531234567')).not.toBe(sealer.hash('person.name', '0531234567'));
    expect(sealer.hash('ab', 'c')).not.toBe(sealer.hash('a', 'bc'));
  });

  test('cannot be made without the key', () => {
    expect(sealer.hash('person.phone', '0531234567')).not.toBe(
      createSealer([randomBytes(32)]).hash('person.phone', '0531234567'),
    );
  });
});

test('a key of the wrong length, or none, is refused', () => {
  expect(() => createSealer([new Uint8Array(16)])).toThrow('a key has 16 bytes, not 32');
  expect(() => createSealer([])).toThrow(SealError);
});
