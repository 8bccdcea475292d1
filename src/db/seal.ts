// Personal data at rest: AES-256-GCM, and keyed hashes to find a row without opening it.
//
// A sealed value is  key id (8 bytes) · IV (12) · tag (16) · ciphertext.  The key id is the beginning of a
// SHA-256 over the key, so several keys can be in use while they are changed: the first seals, all open.
//
// It is bound to its column and its row: who can write to the database cannot give one person's phone to another.
// Releases until November 2026 bound it to the column only. What they sealed begins with another id of the same key and
// is sealed with another key derived from it, so that a new value is never taken for an old one. It still opens;
// `npm run reseal` seals it anew. `legacy` may go when no office can come from such a release any more. An office that
// does not want to wait puts a new key in front, runs `npm run reseal` and takes the old key out: nothing was ever
// sealed in the old way with the new one.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const idLength = 8;
const ivLength = 12;
const tagLength = 16;
const keyLength = 32;

/** Where a sealed value belongs: `{ of: 'person.name', row: id }`. A value moved to another row does not open. */
export type Purpose = { readonly of: string; readonly row: string };

export type Sealer = {
  seal(purpose: Purpose, text: string): Uint8Array<ArrayBuffer>;
  /** Throws SealError. */
  open(purpose: Purpose, bytes: Uint8Array): string;
  /** `value` must be JSON; the answer is base64. */
  sealJson(purpose: Purpose, value: unknown): string;
  /** Throws SealError. The caller checks the shape. */
  openJson(purpose: Purpose, base64: string): unknown;
  /**
   * HMAC-SHA256 as base64url under the current key: the same text gives the same hash within a purpose.
   * Normalise the text first. After a change of keys older hashes match `hashes` only.
   */
  hash(purpose: string, text: string): string;
  /** The hash under each key, the current one first: what to look for while keys are being changed. */
  hashes(purpose: string, text: string): string[];
  /** Whether one of the keys is the one with which a sealed value begins (hex). */
  holds(keyId: string): boolean;
  /** Whether a value that begins like this (hex) is sealed with the first key and bound to its row. */
  isCurrent(keyId: string): boolean;
};

/** A sealed value could not be opened. Says which key is missing or that the value was touched, never data. */
export class SealError extends Error {
  override name = 'SealError';
}

type Sealing = { id: Buffer; secret: KeyObject; bindings(purpose: Purpose): string[] };
type Key = { bound: Sealing; legacy: Sealing; hashing: KeyObject };

/** `keys`: 32 bytes each, the current one first. `random` is for tests: an IV must never come twice. */
export function createSealer(
  keys: readonly Uint8Array[],
  random: (length: number) => Uint8Array = randomInStock(),
): Sealer {
  const ring = keys.map(toKey);
  const [current] = ring;
  if (current === undefined) throw new SealError('no key was given to seal with');

  const seal = (purpose: Purpose, text: string): Buffer => {
    const { id, secret, bindings } = current.bound;
    const iv = random(ivLength);
    const cipher = createCipheriv('aes-256-gcm', secret, iv, { authTagLength: tagLength });
    for (const binding of bindings(purpose)) cipher.setAAD(Buffer.from(binding));
    const start = cipher.update(text, 'utf8');
    const end = cipher.final();
    return Buffer.concat([id, iv, cipher.getAuthTag(), start, end]);
  };
  const sealer: Sealer = {
    seal: (purpose, text) => new Uint8Array(seal(purpose, text)),
    open: (purpose, bytes) => openWith(ring, purpose, bytes),
    sealJson: (purpose, value) => seal(purpose, JSON.stringify(value)).toString('base64'),
    openJson: (purpose, base64) => JSON.parse(sealer.open(purpose, Buffer.from(base64, 'base64'))),
    hash: (purpose, text) => hashWith(current, purpose, text),
    hashes: (purpose, text) => ring.map((key) => hashWith(key, purpose, text)),
    holds: (keyId) => sealingsOf(ring).some(({ id }) => id.toString('hex') === keyId),
    isCurrent: (keyId) => current.bound.id.toString('hex') === keyId,
  };
  return sealer;
}

/** Asked for one by one, chance costs a fifth of what sealing costs. Each byte is given out once. */
function randomInStock(): (length: number) => Uint8Array {
  let stock = Buffer.alloc(0);
  return (length) => {
    if (stock.length < length) stock = randomBytes(Math.max(length, 3_072));
    const taken = stock.subarray(0, length);
    stock = stock.subarray(length);
    return taken;
  };
}

const sealingsOf = (ring: readonly Key[]): Sealing[] => ring.flatMap(({ bound, legacy }) => [bound, legacy]);

function openWith(ring: readonly Key[], purpose: Purpose, bytes: Uint8Array): string {
  const sealed = Buffer.from(bytes);
  if (sealed.length < idLength + ivLength + tagLength) throw new SealError('a sealed value is too short');
  const id = sealed.subarray(0, idLength);
  const sealing = sealingsOf(ring).find((one) => one.id.equals(id));
  if (sealing === undefined) {
    throw new SealError(
      `a value was sealed with the key ${id.toString('hex')}, which DATA_KEY does not hold`,
    );
  }
  for (const binding of sealing.bindings(purpose)) {
    const text = decrypted(sealing.secret, binding, sealed);
    if (text !== undefined) return text;
  }
  throw new SealError(`a value sealed for another place than ${purpose.of}, or changed since`);
}

/** Undefined when it was bound to something else, or changed. */
function decrypted(secret: KeyObject, binding: string, sealed: Buffer): string | undefined {
  const iv = sealed.subarray(idLength, idLength + ivLength);
  const tag = sealed.subarray(idLength + ivLength, idLength + ivLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(binding));
  decipher.setAuthTag(tag);
  const start = decipher.update(sealed.subarray(idLength + ivLength + tagLength));
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The length keeps ("ab", "c") and ("a", "bc") apart. */
const joined = (purpose: string, rest: string): string => `${purpose.length}:${purpose}${rest}`;

const hashWith = (key: Key, purpose: string, text: string): string =>
  createHmac('sha256', key.hashing).update(joined(purpose, text)).digest('base64url');

function toKey(bytes: Uint8Array): Key {
  if (bytes.length !== keyLength) throw new SealError(`a key has ${bytes.length} bytes, not ${keyLength}`);
  // Made once: a key given as bytes is taken in anew for each value.
  const derive = (use: string) =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', bytes, '', `madoguchi ${use}`, keyLength)));
  const idOf = (salt: string) =>
    createHash('sha256').update(salt).update(bytes).digest().subarray(0, idLength);
  return {
    bound: {
      id: idOf('row'),
      secret: derive('seal row'),
      bindings: ({ of, row }) => [joined(of, row)],
    },
    // Jobs of the queue alone were bound to their id then.
    legacy: { id: idOf(''), secret: derive('seal'), bindings: ({ of, row }) => [of, `${of}.${row}`] },
    hashing: derive('hash'),
  };
}
