// `npm run forget -- RECEIPT`: takes the person of that booking out of the records. On a server while the product runs, embedded
// while it is stopped.
import { parseReceipt, receiptNumber } from '../booking/receipt.ts';
import { type Answer, answered, usage } from '../db/backup/answer.ts';
import { BackupError } from '../db/backup/backup-error.ts';
import { inTransaction, type Session } from '../db/backup/place.ts';
import { checkTables } from '../db/backup/read-database.ts';
import { type Context, openSource } from '../db/backup/run-backup.ts';
import { readSettings, type Values } from '../db/backup/settings.ts';
import {
  adminChatsNow,
  bookingNumbered,
  bookingsToForget,
  chatOf,
  deletePeople,
  detachBookings,
  lockPeople,
  nobody,
} from '../records/forget.ts';
import { forgetAsStaff } from '../records/former-staff.ts';

const how =
  'Usage: npm run forget -- RECEIPT   (such as 2612-0042: whose booking it is, with all bookings of that person)';

export async function runForget(values: Values, args: readonly string[], context: Context): Promise<Answer> {
  const [given = '', ...more] = args;
  const receipt = parseReceipt(given);
  if (receipt === undefined || more.length > 0) return usage(how);
  return answered(async () => {
    const place = await (context.open ?? openSource)(readSettings(values), context.log);
    try {
      await checkTables(place);
      return await inTransaction(place.session, 'BEGIN', () => forget(place.session, receipt));
    } finally {
      await place.close();
    }
  });
}

async function forget(
  session: Session,
  { number, yearMonth }: { number: number; yearMonth: string },
): Promise<string> {
  const ask = session.ask;
  const booking = await bookingNumbered(ask, number);
  const receipt = booking && receiptNumber(number, booking.createdAt);
  if (booking === undefined || !receipt?.startsWith(`${yearMonth}-`))
    throw new BackupError('There is no booking with this receipt number: nothing was changed.');
  if (booking.personId === nobody.id)
    return `${receipt} is nobody's any more: whose it was has been forgotten before.`;
  const [locked] = await lockPeople(ask, [booking.personId]);
  const theirs = await bookingsToForget(ask, booking.personId);
  if (locked === undefined)
    throw new BackupError('Something is being done for this person at this moment: run it again.');
  const open = theirs.find((one) => !one.isOver);
  if (open !== undefined) {
    throw new BackupError(
      `Nothing was changed: ${receiptNumber(open.number, open.createdAt)} of the same person is still open. Decide it or let its consultation end first.`,
    );
  }
  const chatId = await chatOf(ask, booking.personId);
  if (chatId !== undefined && (await adminChatsNow(ask, [chatId])).size > 0) {
    throw new BackupError(
      'Nothing was changed: the chat of this person is an admin chat now. End it from another admin chat, whose list of chats has a button for that, and run this again.',
    );
  }
  await detachBookings(
    ask,
    theirs.map(({ id }) => id),
  );
  const asStaff = chatId === undefined ? undefined : await forgetAsStaff(ask, chatId);
  await deletePeople(ask, [booking.personId]);
  return `${done(receipt, theirs.length)}${asStaff === 'stays' ? stays : ''}`;
}

const stays =
  ' As a member of the staff this person stays on record, with LINE id and name: requests were decided in a chat that is an admin chat now.';

const done = (receipt: string, bookings: number): string =>
  `Whose ${bookings === 1 ? `${receipt} was` : `${receipt} and ${bookings - 1} more were`} is forgotten: name, numbers, consents, conversation and the chat's id are deleted; the bookings stay for the counts. Backups made before still hold them until they are deleted: after restoring one, run this again. On LINE's side the conversation stays, as do the cards in the admin chat.`;
