// What each of the five sources says about the week: the page of 台帳, its file, the rows, the history, and the people's chats.
import { dayOf, timeOf } from '../../../src/core/jst.ts';
import { clerkNames, counsellors, detailsOf, everybody, type Meeting, meetings, type Who } from './cast.ts';
import { guests, monday, numbers, office, writes } from './desk.ts';
import { pageOf } from './phone.ts';

type Line = Readonly<Record<string, string>>;

/** 台帳 of the month: its table, its sums and its file. */
export async function ledger(): Promise<{ page: Line[]; file: Line[]; sums: string[][] }> {
  await writes('suzuki', `台帳 ${Number(monday.slice(5, 7))}月`);
  const page = await pageOf('suzuki', '台帳をひらく');
  const [sums = [], rows = []] = tablesIn(await page());
  return { page: linesOf(rows), file: linesOf(cellsOf(await page({ act: 'download' }))), sums };
}

const tablesIn = (html: string): string[][][] =>
  [...html.matchAll(/<table>.*?<\/table>/gs)].map(([table]) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  );

const plain = (cell: string): string =>
  cell.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');

/** RFC 4180. */
function cellsOf(csv: string): string[][] {
  const cells = [...csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

const linesOf = ([head = [], ...rows]: string[][]): Line[] =>
  rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));

export type Row = {
  state: string;
  day: string;
  time: string;
  room: string | null;
  counsellor: string;
  /** What was said on the telephone itself: `numbers` read aloud or put on マイページ, or that the person cancels. */
  saidByPhone: 'numbers' | 'cancelled' | null;
};

/** The rows of the bookings, by receipt number. */
export async function stored(): Promise<Map<string, Row>> {
  const rows = await office.ask(`
    SELECT booking.number, booking.state::text AS state, booking."startsAt", booking.counsellor, room.name AS room,
      CASE WHEN EXISTS (SELECT FROM "BookingStep" WHERE "bookingId" = booking.id AND event = 'cancel' AND reason = 'byPerson')
          AND booking.source = 'phone' THEN 'cancelled'
        WHEN booking."numbersBy" IN ('aloud', 'myPage') THEN 'numbers' END AS said
    FROM "Booking" AS booking LEFT JOIN "ZoomRoom" AS room ON room.id = booking."roomId"`);
  return new Map(
    rows.map(({ number, state, startsAt, counsellor, room, said }) => {
      const start = new Date(startsAt as string | Date);
      const row: Row = {
        ...{ state: String(state), day: dayOf(start), time: timeOf(start), room: room as Row['room'] },
        ...{ counsellor: counsellors[Number(counsellor)] ?? '', saidByPhone: said as Row['saidByPhone'] },
      };
      return [last4(Number(number)), row];
    }),
  );
}

const last4 = (number: number): string => String(number).padStart(4, '0');
export const keyOf = (who: Who): string => numbers[who].slice(-4);

/** The steps of each booking in their order, with the clerk who took them. */
export async function history(): Promise<Map<string, { event: string; by: string | null; to: string }[]>> {
  const rows = await office.ask(`
    SELECT booking.number, step.event, step."to"::text AS "to", staff."lineUserId" AS by
    FROM "BookingStep" AS step JOIN "Booking" AS booking ON booking.id = step."bookingId"
    LEFT JOIN "StaffMember" AS staff ON staff.id = step."staffId" ORDER BY step.at, step.id`);
  const found = new Map<string, { event: string; by: string | null; to: string }[]>();
  for (const { number, event, to, by } of rows) {
    const key = last4(Number(number));
    const nameOf = (id: unknown) => office.simulator.findPerson(String(id)).displayName;
    const step = { event: String(event), to: String(to), by: by === null ? null : nameOf(by) };
    found.set(key, [...(found.get(key) ?? []), step]);
  }
  return found;
}

/** What had to be told by telephone, and whether somebody has. */
export async function calls(): Promise<Map<string, string>> {
  const rows = await office.ask(`
    SELECT booking.number, string_agg(call.about || ':' || call.state, ' ' ORDER BY call."createdAt") AS calls
    FROM "Call" AS call JOIN "Booking" AS booking ON booking.id = call."bookingId" GROUP BY booking.number`);
  return new Map(rows.map(({ number, calls: all }) => [last4(Number(number)), String(all)]));
}

/** By the words with which a message begins. */
const kinds: Readonly<Record<string, string>> = {
  申し込みを受け付けました: '受付',
  申し込みを取り下げました: '取り下げ',
  予約が確定しました: '確定',
  ミーティングIDが変わりました: '番号',
  予約の日時が変わりました: '日時',
  日時の変更の希望を受け付けました: '希望',
  キャンセルしました: 'キャンセル',
  お受けできませんでした: 'お断り',
  お返事できませんでした: '期限切れ',
  お返事が遅れています: '遅れ',
  '予約は、いまの日時のままです': 'そのまま',
  このLINEに: 'つながり',
  もうすぐ相談の日です: '前日',
  まもなく相談の時間です: '直前',
};

/** What the chat of somebody holds about the booking, in its order; null: no LINE. */
export function heard(who: Who): string | null {
  const chat = guests[who]?.person;
  if (chat === undefined) return null;
  return chat
    .messages()
    .flatMap(({ text }) =>
      Object.entries(kinds).flatMap(([words, kind]) => (text.startsWith(words) ? [kind] : [])),
    )
    .join(' ');
}

/** All that was ever on the screen of somebody's chat with the account. */
const everythingIn = (who: Who): string | null => {
  const chat = guests[who]?.person;
  return chat === undefined ? null : JSON.stringify(chat.messages().map(({ message }) => message));
};

/** The meetings whose ID and passcode stand in somebody's chat, both or one of them. */
export function given(who: Who): Meeting[] {
  const all = everythingIn(who) ?? '';
  const keys = Object.keys(meetings) as Meeting[];
  return keys.filter((key) => {
    const { id, passcode } = meetings[key];
    return [id, id.replaceAll(' ', ''), passcode].some((secret) => all.includes(secret));
  });
}

/** Other people's names, numbers and telephones in somebody's chat, and names of clerks. */
export function strangers(who: Who): string[] {
  const all = everythingIn(who) ?? '';
  const others = everybody.filter((one) => one !== who).map(detailsOf);
  const secrets = others.flatMap(({ name, jobNumber, phone }) => [
    name,
    name.split(' ').join(''),
    jobNumber,
    phone,
  ]);
  return [...secrets, ...Object.values(clerkNames)].filter((secret) => all.includes(secret));
}

/** How often the group was pushed something, how often the people, and how often somebody who has blocked the account. */
export function pushes(): { toStaff: number; toPeople: number; toNobody: number } {
  const { groupId } = office.staff.group;
  const all = office.simulator.pushes();
  const toStaff = all.filter(({ chatId }) => chatId === groupId).length;
  const toNobody = all.filter(({ delivered }) => !delivered).length;
  return { toStaff, toPeople: all.length - toStaff - toNobody, toNobody };
}
