import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSealer, SealError } from '../../src/db/seal.ts';

const keyA = new Uint8Array(32).fill(1);
const keyB = new Uint8Array(32).fill(2);
const sealer = createSealer([keyA]);
const row = '0193f2a0-0000-7000-8000-000000000001';
const hers = { of: 'person.name', row };

describe('what is sealed', () => {
  test('opens again to the very text, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = text.toWellFormed();
        expect(sealer.open(hers, sealer.seal(hers, wellFormed))).toBe(wellFormed);
      }),
    );
  });

  test('opens again as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wanted = JSON.parse(JSON.stringify(value));
        expect(sealer.openJson({ of: 'draft', row }, sealer.sealJson({ of: 'draft', row }, value))).toEqual(
          wanted,
        );
      }),
    );
  });

  test('looks different every time', () => {
    const one = sealer.seal(hers, '浜松 花子');
    expect(Buffer.from(one).equals(sealer.seal(hers, '浜松 花子'))).toBe(false);
  });

  test('shows nothing of the text', () => {
    expect(
      Buffer.from(sealer.seal({ of: 'person.phone', row }, '090-1234-5678')).toString('latin1'),
    ).not.toContain('1234');
  });

  test('does not open in another place than its own', () => {
    const sealed = sealer.seal(hers, '浜松 花子');
    expect(() => sealer.open({ of: 'staff.name', row }, sealed)).toThrow(SealError);
  });

  test('does not open in another row of the same column: nobody’s phone can be put in another’s place', () => {
    const sealed = sealer.seal(hers, '浜松 花子');
    expect(() => sealer.open({ ...hers, row: row.replace('1', '2') }, sealed)).toThrow(SealError);
    expect(() => sealer.open({ of: `person.name${row}`, row: '' }, sealed)).toThrow(SealError);
  });

  test('does not open when any byte of it was changed or cut off', () => {
    const sealed = sealer.seal(hers, '花子');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ flip : byte));
        expect(() => sealer.open(hers, changed)).toThrow(SealError);
        expect(() => sealer.open(hers, sealed.subarray(0, at))).toThrow(SealError);
      }),
    );
  });

  test('is made with the randomness it is given', () => {
    const asked: number[] = [];
    const fixed = createSealer([keyA], (length) => {
      asked.push(length);
      return new Uint8Array(length);
    });
    expect(fixed.seal({ of: 'draft', row }, 'a')).toEqual(fixed.seal({ of: 'draft', row }, 'a'));
    expect(asked).toEqual([12, 12]);
  });
});

describe('changing keys', () => {
  const old = sealer.seal(hers, '花子');

  test('old values open while the old key is still listed', () => {
    expect(createSealer([keyB, keyA]).open(hers, old)).toBe('花子');
  });

  test('new values are sealed with the first key', () => {
    const sealed = createSealer([keyB, keyA]).seal(hers, '花子');
    expect(createSealer([keyB]).open(hers, sealed)).toBe('花子');
    expect(() => sealer.open(hers, sealed)).toThrow(SealError);
  });

  test('the error names the missing key and says nothing of the value', () => {
    const id = Buffer.from(old.subarray(0, 8)).toString('hex');
    expect(() => createSealer([keyB]).open(hers, old)).toThrow(
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

describe('a value that an older release sealed, bound to its column only', () => {
  // Made at commit 82ea48e with `keyA`: the name in a person's row, and a job of the inbox.
  const name = Buffer.from('cs1uhCLEB/vz3rTViRuqrd14AX7KZa2sEXMWNKtW5W8MMW6HFKNsEFpb/a9B0DLnhA==', 'base64');
  const job = 'cs1uhCLEB/vzizaG+O7UzxN9M4wxKMS/Bw5G88tEWxwafz9e88Lrwe8EdY1voxKgOu0T';

  test('still opens, as does a job that waits', () => {
    expect(sealer.open(hers, name)).toBe('浜松 花子');
    expect(sealer.openJson({ of: 'job.inbox', row }, job)).toEqual({ type: 'text' });
    expect(() => sealer.openJson({ of: 'job.inbox', row: 'another' }, job)).toThrow(SealError);
    expect(() => sealer.open({ of: 'person.phone', row }, name)).toThrow(SealError);
  });

  test('is known by how it begins, so that it can be sealed anew', () => {
    const idOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString('hex');
    expect([sealer.holds(idOf(name)), sealer.isCurrent(idOf(name))]).toEqual([true, false]);
    const anew = idOf(sealer.seal(hers, '浜松 花子'));
    expect([sealer.holds(anew), sealer.isCurrent(anew)]).toEqual([true, true]);
    expect(createSealer([keyB, keyA]).isCurrent(anew)).toBe(false);
  });

  test('is all that its way is good for: a new value that is passed off as an old one does not open', () => {
    const sealed = Buffer.from(sealer.seal(hers, '浜松 花子'));
    name.copy(sealed, 0, 0, 8);
    for (const purpose of [hers, { of: 'person.name', row: 'another' }])
      expect(() => sealer.open(purpose, sealed)).toThrow(SealError);
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
