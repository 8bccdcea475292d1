// Receipt numbers: `2612-0042` is the 42nd booking of all, asked for in December 2026.
import { dayOf } from '../core/jst.ts';

export type Receipt = {
  /** The booking's running number. */
  readonly number: number;
  /** Year and month (JST) in which it was asked for, `yymm`. */
  readonly yearMonth: string;
};

/** The number that people read out; `createdAt` counts in JST. Throws a RangeError unless `number` is 1, 2, …, 999999999. */
export function receiptNumber(number: number, createdAt: Date): string {
  if (!Number.isInteger(number) || number < 1 || number > 999_999_999)
    throw new RangeError(`${number} is not a running number`);
  const day = dayOf(createdAt);
  return `${day.slice(2, 4)}${day.slice(5, 7)}-${String(number).padStart(4, '0')}`;
}

/** UTF-16 units: normalizing may make eighteen characters of one. */
const longestReceipt = 40;

/** Reads a receipt number as people type it: full width, other dashes, spaces, no hyphen. */
export function parseReceipt(text: string): Receipt | undefined {
  if (text.length > longestReceipt) return undefined;
  // Japanese keyboards give the long-vowel mark where a hyphen is meant; NFKC leaves it and most dashes alone.
  const narrow = text.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
  const match = /^(\d{2}(?:0[1-9]|1[0-2]))[\p{Pd}ー−─━~]*(\d{4,9})$/u.exec(narrow);
  const [, yearMonth, digits] = match ?? [];
  const number = Number(digits);
  if (yearMonth === undefined || number < 1) return undefined;
  return { number, yearMonth };
}

/** A booking as staff name it: by its whole receipt number, or by the running number alone. */
export type ReceiptWanted = { readonly number: number; readonly yearMonth?: string };

/** `2611-0004` or `0004`, as `parseReceipt` takes them. */
export function readReceiptWanted(text: string): ReceiptWanted | undefined {
  if (text.length > longestReceipt) return undefined;
  const digits = /^\d{4}$/.exec(text.normalize('NFKC'))?.[0];
  if (digits === undefined) return parseReceipt(text);
  return Number(digits) < 1 ? undefined : { number: Number(digits) };
}
