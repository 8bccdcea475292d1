// Personal data at rest: AES-256-GCM, and keyed hashes to find a row without opening it.
//
// A sealed value is  key id (8 bytes) · IV (12) · tag (16) · ciphertext.  The key id is the beginning of
// the key's SHA-256, so several keys can be in use while they are changed: the first seals, all open.

import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const idLength = 8;
const ivLength = 12;
const tagLength = 16;
const keyLength = 32;

/** Where a sealed value belongs, such as `person.name`. A value moved elsewhere does not open. */
export type Purpose = string;

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
  hash(purpose: Purpose, text: string): string;
  /** The hash under each key, the current one first: what to look for while keys are being changed. */
  hashes(purpose: Purpose, text: string): string[];
  /** Whether one of the keys is the one with which a sealed value begins (hex). */
  holds(keyId: string): boolean;
};

/** A sealed value could not be opened. Says which key is missing or that the value was touched, never data. */
export class SealError extends Error {
  override name = 'SealError';
}

type Key = { id: Buffer; sealing: Buffer; hashing: Buffer };

/** `keys`: 32 bytes each, the current one first. `random` is for tests: an IV must never come twice. */
export function createSealer(
  keys: readonly Uint8Array[],
  random: (length: number) => Uint8Array = randomBytes,
): Sealer {
  const ring = keys.map(toKey);
  const [current] = ring;
  if (current === undefined) throw new SealError('no key was given to seal with');

  const sealer: Sealer = {
    seal(purpose, text) {
      const iv = random(ivLength);
      const cipher = createCipheriv('aes-256-gcm', current.sealing, iv, { authTagLength: tagLength });
      cipher.setAAD(Buffer.from(purpose));
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([current.id, iv, cipher.getAuthTag(), ciphertext]));
    },
    open: (purpose, bytes) => openWith(ring, purpose, bytes),
    sealJson: (purpose, value) => Buffer.from(sealer.seal(purpose, JSON.stringify(value))).toString('base64'),
    openJson: (purpose, base64) => JSON.parse(sealer.open(purpose, Buffer.from(base64, 'base64'))),
    hash: (purpose, text) => hashWith(current, purpose, text),
    hashes: (purpose, text) => ring.map((key) => hashWith(key, purpose, text)),
    holds: (keyId) => ring.some(({ id }) => id.toString('hex') === keyId),
  };
  return sealer;
}

function openWith(ring: readonly Key[], purpose: Purpose, bytes: Uint8Array): string {
  const sealed = Buffer.from(bytes);
  if (sealed.length < idLength + ivLength + tagLength) throw new SealError('a sealed value is too short');
  const id = sealed.subarray(0, idLength);
  const key = ring.find((one) => one.id.equals(id));
  if (key === undefined) {
    throw new SealError(
      `a value was sealed with the key ${id.toString('hex')}, which DATA_KEY does not hold`,
    );
  }
  const iv = sealed.subarray(idLength, idLength + ivLength);
  const tag = sealed.subarray(idLength + ivLength, idLength + ivLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', key.sealing, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(tag);
  const ciphertext = sealed.subarray(idLength + ivLength + tagLength);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealError(`a value sealed for another place than ${purpose}, or changed since`, { cause });
  }
}

function hashWith(key: Key, purpose: Purpose, text: string): string {
  // The length keeps ("ab", "c") and ("a", "bc") apart.
  return createHmac('sha256', key.hashing).update(`${purpose.length}:${purpose}${text}`).digest('base64url');
}

function toKey(bytes: Uint8Array): Key {
  if (bytes.length !== keyLength) throw new SealError(`a key has ${bytes.length} bytes, not ${keyLength}`);
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', bytes, '', `madoguchi ${use}`, keyLength));
  return {
    id: createHash('sha256').update(bytes).digest().subarray(0, idLength),
    sealing: derive('seal'),
    hashing: derive('hash'),
  };
}
