// An office with as many people, bookings, rooms, closures and calls as a test wants, under any names: what its lists look like.
import { addDays, addMinutes, addSeconds, subDays } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../src/core/jst.ts';
import { renderMessages } from '../../src/line/render.ts';
import type { Message, Row } from '../../src/messages/message.ts';
import { putMember } from '../../src/records/admin-chats.ts';
import { putClosure } from '../../src/records/closures.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { openCounter } from './counter.ts';

export const most = 60;

export const rowsOf = (message: Message): readonly Row[] =>
  message.kind === 'card' ? (message.rows ?? []) : [];

/** As LINE counts: the bubble of a card in bytes. */
export function bytesOf(message: Message): number {
  const [rendered] = renderMessages([message]);
  return rendered?.type === 'flex' ? Buffer.byteLength(JSON.stringify(rendered.contents)) : 0;
}

export type FullOffice = Awaited<ReturnType<typeof openFullOffice>>;

/** Sixty people who have these names by turns. */
export async function openFullOffice(names: readonly string[]) {
  const counter = await openCounter();
  const { prisma, clock, database } = counter;
  const clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  const people = Array.from({ length: most }, () => uuidv7());
  let rooms: string[] = [];
  const began = clock.now();
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: began } });
  await prisma.person.createMany({
    data: people.map((id, n) => ({ id, chatId: `U-many-${n}`, createdAt: began })),
  });
  const staffId = await prisma.$transaction(async (tx) => {
    for (const [n, id] of people.entries()) {
      const details = { name: names[n % names.length] ?? '', jobNumber: null, phone: '09012345678' };
      await recordDetails(tx, database.sealer, id, details);
    }
    return (await putMember(tx, database.sealer, 'U-clerk-1', '職員の名前'.repeat(4), began)).id;
  });

  const newRoom = (n: number) => {
    const numbers = { meetingId: `8123456${1000 + n}`, passcode: 'hama2026' };
    const room = { name: `${'相談室'.repeat(6)}${String(n).padStart(2, '0')}`, numbers, newId: uuidv7() };
    return prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
  };
  const fillRooms = async (count: number): Promise<void> => {
    for (let n = rooms.length; n < count; n += 1) rooms.push((await newRoom(n)).id);
  };

  type State = 'confirmed' | 'requested' | 'unrecorded';
  /** One a minute from then on, each in a room of its own, of people who said that they cannot come. `skip`: so many people have one already. */
  const fillBookings = async (count: number, state: State, from: Date, skip = 0): Promise<void> => {
    const now = clock.now();
    await fillRooms(count);
    const rows = people.slice(skip, skip + count).map((personId, n) => ({
      ...{ id: uuidv7(), personId, state, version: 2, counsellor: skip + n, companion: true, createdAt: now },
      startsAt: addMinutes(from, n),
      endsAt: addMinutes(from, n + 45),
      promisedBy: addMinutes(now, n - 30),
      roomId: state === 'confirmed' ? (rooms[n] ?? null) : null,
    }));
    await prisma.booking.createMany({ data: rows });
    const step = { event: 'absence', from: state, to: state, actor: 'person' as const, at: now };
    await prisma.bookingStep.createMany({ data: rows.map(({ id }) => ({ bookingId: id, ...step })) });
  };

  /** Whole days from today on. */
  const fillClosures = (count: number): Promise<void> =>
    prisma.$transaction(async (tx) => {
      for (let n = 0; n < count; n += 1) {
        const row = { id: uuidv7(), day: dayOf(addDays(clock.now(), n)), part: 'all' as const };
        const made = { ...row, counsellors: null, reason: '😀'.repeat(10), madeById: staffId };
        await putClosure(tx, database.sealer, made, clock.now());
      }
    });

  const fillCalls = async (count: number): Promise<void> => {
    await fillBookings(count, 'confirmed', addDays(clock.now(), 3));
    const at = clock.now();
    await prisma.call.createMany({
      data: (await prisma.booking.findMany()).map(({ id, personId }, n) => ({
        ...{ id: uuidv7(), personId, bookingId: id, about: 'confirmed', reason: 'quota', tries: n },
        ...{ createdAt: subDays(at, 1), dueAt: addMinutes(at, n - 100) },
      })),
    });
  };

  return {
    counter,
    clerk,
    fillRooms,
    fillBookings,
    fillClosures,
    fillCalls,
    in: (days: number) => addDays(clock.now(), days),
    /** People and staff stay. The same button is answered again. */
    async clear(): Promise<void> {
      for (const table of ['BookingStep', 'Call', 'Undelivered', 'Closure', 'Booking', 'ZoomRoom'])
        await prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
      rooms = [];
      await clock.moveTo(addSeconds(clock.now(), 11));
    },
    /** What is said to these words, and to つづき as long as there is more. */
    async cardsFor(words: string): Promise<Message[]> {
      const before = (await counter.sentTo('C1')).length;
      await clerk.says(words);
      for (let pages = 0; pages <= most / 12; pages += 1) {
        const [last] = (await counter.sentTo('C1')).slice(-1);
        const goesOn = last?.messages.some(
          (message) => message.kind === 'card' && message.buttons?.some(({ label }) => label === 'つづき'),
        );
        if (!goesOn) break;
        await clerk.presses('つづき');
      }
      return (await counter.sentTo('C1', before)).flatMap(({ messages }) => messages);
    },
  };
}
