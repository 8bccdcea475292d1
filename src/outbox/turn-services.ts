// What every turn, timer and message of this process shares.
import type { Office } from '../config/office.ts';
import type { Sealer } from '../db/seal.ts';
import type { Words } from '../messages/words.ts';

/** What every turn of this process shares. */
export type TurnServices = {
  office: Office;
  sealer: Sealer;
  /** What is said: `ja` so far, chosen for each person later. */
  words: Words;
  /** Where people reach this server; undefined when nobody has said. */
  publicUrl: string | undefined;
  /** For an address that nobody can guess. */
  newToken(): string;
  /** A UUIDv7 for that moment; later calls sort later. */
  newId(now: Date): string;
  /** Short and unguessable; every tap of a chat carries it. */
  newConversationId(): string;
  /** A number from 0 to max - 1, unguessable. */
  randomInt(max: number): number;
};
