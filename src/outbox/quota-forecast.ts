// What is booked against what the month has left: staff hear of it in time, once for each of these.
import { type MessagesAhead, messagesAhead } from '../booking/messages-ahead.ts';
import type { Office } from '../config/office.ts';
import type { Tx } from '../db/client.ts';
import { bookedAhead, monthEnds } from '../records/booked-ahead.ts';
import { noteQuotaLow, type QuotaLow } from '../records/quota-note.ts';

/** In Japan's time. LINE is asked so often at least. */
export const quotaCron = '*/20 * * * *';

/** Until the end of the month, as the office sends reminders. */
export async function forecast(tx: Tx, now: Date, office: Office): Promise<MessagesAhead> {
  const booked = await bookedAhead(tx, now, office.reminders.daysBefore?.days ?? 1);
  return messagesAhead(booked, { now, until: monthEnds(now) }, office);
}

/** `limit`: of the plan; `left`: of this month. */
export type MonthsMessages = { readonly limit: number; readonly left: number };

const used = ({ limit, left }: MonthsMessages): number => limit - left;

/** Whether all that people with a booking have to get still goes out comes before how much is used. */
export function whatIsLow(month: MonthsMessages, { needed }: MessagesAhead): QuotaLow[] {
  return [
    ...(needed > month.left ? ['short' as const] : []),
    ...(used(month) >= month.limit * 0.95
      ? ['most' as const]
      : used(month) >= month.limit * 0.8
        ? ['much' as const]
        : []),
  ];
}

/** It waits for the next word of staff; each is said once a month. */
export async function warnOfQuota(
  tx: Tx,
  month: MonthsMessages,
  { now, office, newId }: { now: Date; office: Office; newId: (now: Date) => string },
): Promise<void> {
  for (const low of whatIsLow(month, await forecast(tx, now, office)))
    await noteQuotaLow(tx, low, newId(now), now);
}
