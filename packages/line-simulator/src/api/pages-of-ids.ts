// Lists of ids and names that come in parts: `next` of one part is `start` of the following one.
import type { Platform } from '../platform.ts';
import { badParameter, notForThisAccount } from './refusal.ts';

/** Only verified and premium accounts may ask for lists of ids. */
export function checkVerified({ switches }: Platform): void {
  if (!switches.verifiedAccount) throw notForThisAccount();
}

/** How many are asked for at a time. Throws on what is no number from 1 to `most`. */
export function limitIn(query: URLSearchParams, normally: number, most: number): number {
  const limit = Number(query.get('limit') ?? normally);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw badParameter('limit');
  return limit;
}

/** Throws on a `start` that no answer has told. */
export function pageOf(
  ids: readonly string[],
  start: string | null,
  size: number,
): { ids: readonly string[]; next?: string } {
  const from = start === null ? 0 : placeIn(start);
  const until = from + size;
  return { ids: ids.slice(from, until), ...(until < ids.length ? { next: tokenFor(until) } : {}) };
}

const tokenFor = (place: number): string => Buffer.from(`from ${place}`).toString('base64url');

function placeIn(token: string): number {
  const place = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (place === undefined) throw badParameter('start');
  return Number(place);
}
