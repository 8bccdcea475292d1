// Deletes what is older than the office keeps it (D6): pure cutoffs, then a batch at a time, each in a transaction of its own.
import { subDays } from 'date-fns/subDays';
import { z } from 'zod';
import type { Office } from '../config/office.ts';
import type { PrismaClient } from '../db/client.ts';
import { sweepClosures } from './closures.ts';
import { sweepContactLinks } from './contact-links.ts';
import { batchSize, deleteUnlocked } from './delete-unlocked.ts';
import { sweepDrafts } from './draft.ts';
import { sweepCodes, sweepMisses } from './enrolment.ts';
import { type Ask, askOf, deletePeople, detachBookings, isOver, lockPeople, nobody } from './forget.ts';
import { forgetChats } from './former-staff.ts';
import { sweepLinkCodes } from './link-codes.ts';
import { sweepNumbersDrafts } from './numbers-draft.ts';
import { sweepPageLinks } from './page-links.ts';
import { sweepFound } from './people-search.ts';
import { sweepPushCounts } from './push-counts.ts';
import { sweepRegisterLooks } from './register.ts';
import { sweepHolds } from './slot-uses.ts';
import { sweepFullSeen } from './supply.ts';
import { sweepPersonSteps } from './suspensions.ts';
import { sweepRooms } from './zoom-rooms.ts';

type Retention = Office['retention'];

/** Until when what there is goes; drafts and pages with a contact carry their own end. */
export type Cutoffs = Record<Exclude<keyof Retention, 'draftHours'>, Date>;

export const cutoffsOf = (retention: Retention, now: Date): Cutoffs => ({
  zoomNumbersDays: subDays(now, retention.zoomNumbersDays),
  personWithoutBookingDays: subDays(now, retention.personWithoutBookingDays),
  finishedBookingDays: subDays(now, retention.finishedBookingDays),
  historyDays: subDays(now, retention.historyDays),
  undeliveredDays: subDays(now, retention.undeliveredDays),
  codeDays: subDays(now, retention.codeDays),
});

/** How many rows went, by what they were. Nothing of anybody's. */
export type Swept = Record<string, number>;

/** Transactions of one kind in one run: the rest waits for the next run. */
const batchesAtOnce = 20;

const ids = z.array(z.object({ id: z.string() }));
const idsOf = (rows: unknown[]): string[] => ids.parse(rows).map(({ id }) => id);

export async function sweep(prisma: PrismaClient, retention: Retention, now: Date): Promise<Swept> {
  const cutoffs = cutoffsOf(retention, now);
  const swept: Swept = {};
  for (const [kind, batch] of Object.entries(batches)) {
    for (let round = 0; round < batchesAtOnce; round += 1) {
      const count = await prisma.$transaction((tx) => batch(askOf(tx), cutoffs, now));
      if (count > 0) swept[kind] = (swept[kind] ?? 0) + count;
      if (count < batchSize) break;
    }
  }
  return swept;
}

/** Each does one batch at most and says how many rows went. In this order: people become free of bookings first. */
const batches: Readonly<Record<string, (ask: Ask, cutoffs: Cutoffs, now: Date) => Promise<number>>> = {
  undelivered: (ask, { undeliveredDays }) =>
    deleteUnlocked(ask, 'Undelivered', 'id', 'at <= $1', [undeliveredDays]),
  calls: (ask, { undeliveredDays }) =>
    deleteUnlocked(ask, 'Call', 'id', '"createdAt" <= $1', [undeliveredDays]),
  zoomNumbers,
  rooms: (ask, { zoomNumbersDays }) => sweepRooms(ask, zoomNumbersDays),
  history: (ask, { historyDays }) => deleteUnlocked(ask, 'BookingStep', 'id', ofBookingsUntil, [historyDays]),
  reminders: (ask, { historyDays }) =>
    deleteUnlocked(ask, 'ReminderSent', 'ctid', ofBookingsUntil, [historyDays]),
  registerLooks: (ask, { historyDays }) => sweepRegisterLooks(ask, historyDays),
  closures: (ask, { historyDays }) => sweepClosures(ask, historyDays),
  personSteps: (ask, { historyDays }) => sweepPersonSteps(ask, historyDays),
  bookings,
  people,
  adminChats,
  staff,
  drafts: (ask, _cutoffs, now) => sweepDrafts(ask, now),
  numbersDrafts: (ask, _cutoffs, now) => sweepNumbersDrafts(ask, now),
  slotHolds: (ask, _cutoffs, now) => sweepHolds(ask, now),
  contactLinks: (ask, _cutoffs, now) => sweepContactLinks(ask, now),
  pageLinks: (ask, _cutoffs, now) => sweepPageLinks(ask, now),
  fullSeen: (ask, _cutoffs, now) => sweepFullSeen(ask, now),
  peopleFound: (ask, _cutoffs, now) => sweepFound(ask, now),
  pushCounts: (ask, _cutoffs, now) => sweepPushCounts(ask, now),
  codes: (ask, { codeDays }) => sweepCodes(ask, codeDays),
  linkCodes: (ask, { codeDays }) => sweepLinkCodes(ask, codeDays),
  codeMisses: (ask, { codeDays }) => sweepMisses(ask, codeDays),
};

const ofBookingsUntil = `"bookingId" IN (SELECT id FROM "Booking" WHERE "endsAt" <= $1 AND ${isOver})`;

async function zoomNumbers(ask: Ask, { zoomNumbersDays }: Cutoffs): Promise<number> {
  const emptied = await ask(
    `UPDATE "Booking" SET "zoomMeetingId" = NULL, "zoomPasscode" = NULL, "zoomHash" = NULL WHERE id IN (
       SELECT id FROM "Booking" WHERE "endsAt" <= $1 AND num_nonnulls("zoomMeetingId", "zoomPasscode") > 0
       LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING 1 AS emptied`,
    [zoomNumbersDays],
  );
  return emptied.length;
}

/** Whose they were is forgotten; who has no other one loses name and numbers with it. */
async function bookings(ask: Ask, { finishedBookingDays }: Cutoffs): Promise<number> {
  const old = await ask(
    `SELECT id::text AS id FROM "Booking" WHERE "endsAt" <= $1 AND ${isOver} AND "personId" <> $2::uuid LIMIT ${batchSize}`,
    [finishedBookingDays, nobody.id],
  );
  const bookings = idsOf(old);
  if (bookings.length === 0) return 0;
  const owners = await ask(
    `SELECT DISTINCT "personId"::text AS id FROM "Booking" WHERE id = ANY($1::uuid[])`,
    [bookings],
  );
  const locked = await lockPeople(ask, idsOf(owners));
  const unlocked = await ask(
    `SELECT id::text AS id FROM "Booking" WHERE id = ANY($1::uuid[]) AND "personId" = ANY($2::uuid[]) AND ${isOver}
       FOR UPDATE SKIP LOCKED`,
    [bookings, locked],
  );
  await detachBookings(ask, idsOf(unlocked));
  await ask(
    `UPDATE "Person" p SET name = NULL, "jobNumber" = NULL, phone = NULL,
       "nameHash" = NULL, "jobNumberHash" = NULL, "phoneHash" = NULL
     WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p.id)`,
    [locked],
  );
  return idsOf(unlocked).length;
}

/** Who has no booking and was not heard of for so long. */
async function people(ask: Ask, { personWithoutBookingDays }: Cutoffs): Promise<number> {
  const silent = await ask(
    `SELECT p.id::text AS id FROM "Person" p LEFT JOIN "Conversation" c ON c."chatId" = p."chatId"
     WHERE p.id <> $2::uuid AND coalesce(c."updatedAt", p."createdAt") <= $1
       AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p.id) LIMIT ${batchSize}`,
    [personWithoutBookingDays, nobody.id],
  );
  return deletePeople(ask, await lockPeople(ask, idsOf(silent)));
}

const chats = z.array(z.object({ chatId: z.string() }));

/** What was an admin chat until so long ago. */
async function adminChats(ask: Ask, { historyDays }: Cutoffs): Promise<number> {
  const ended = await ask(
    `SELECT "chatId" FROM "AdminChat" WHERE "leftAt" <= $1 LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`,
    [historyDays],
  );
  const chatIds = chats.parse(ended).map(({ chatId }) => chatId);
  await forgetChats(ask, chatIds);
  return chatIds.length;
}

/** Who of the staff is in no history any more, and was not seen for as long. */
function staff(ask: Ask, { historyDays }: Cutoffs): Promise<number> {
  const unused = `"seenAt" <= $1
    AND NOT EXISTS (SELECT 1 FROM "BookingStep" WHERE "staffId" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "CallStep" WHERE "staffId" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "PersonStep" WHERE "staffId" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "RegisterLook" WHERE "staffId" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "AdminChat" WHERE "invitedById" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "ZoomRoom" WHERE "changedById" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "EnrolmentCode" WHERE "invitedById" = "StaffMember".id)
    AND NOT EXISTS (SELECT 1 FROM "Closure" WHERE "StaffMember".id IN ("madeById", "liftedById"))`;
  return deleteUnlocked(ask, 'StaffMember', 'id', unused, [historyDays]);
}
