// Randomness that comes out the same each time: SHA-256 in counter mode over a text of one's choice.
import { createHash } from 'node:crypto';
import type { Random } from './ids.ts';

/** A sequence of its own for each purpose, so that one more call of the bot does not change who is called what. */
export function seededRandom(seed: string): Random {
  const sequences = new Map<string, (size: number) => Uint8Array>();
  return (size, purpose) => {
    const sequence = sequences.get(purpose) ?? sequenceOf(`${seed}\n${purpose}`);
    sequences.set(purpose, sequence);
    return sequence(size);
  };
}

function sequenceOf(key: string): (size: number) => Uint8Array {
  let rest = Buffer.alloc(0);
  let blocks = 0;
  return (size) => {
    while (rest.length < size) {
      const block = createHash('sha256').update(`${key}\n${blocks}`).digest();
      blocks += 1;
      rest = Buffer.concat([rest, block]);
    }
    const bytes = rest.subarray(0, size);
    rest = rest.subarray(size);
    return bytes;
  };
}
