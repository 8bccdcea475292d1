// What a person and staff hear of other times that are proposed, for the table of messages.
import type { Booking } from '../../src/db/generated/client.ts';
import {
  clerk,
  confirms,
  counter,
  type Heard,
  hanako,
  heardLater,
  heardWhile,
  requests,
  showsAndPresses,
} from './heard.ts';

const sends = async (id: string): Promise<void> => {
  const { version } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
  await clerk.taps({ event: 'offer.asked', booking: id, version: String(version) });
  await clerk.presses('この3つを送る');
};

/** And its person is told. */
export async function proposes(booking: Booking): Promise<Booking> {
  await sends(booking.id);
  await counter.minutePasses();
  return booking;
}

/** The first of the times. */
const takes = async ({ id }: Booking): Promise<string> => {
  const { starts } = await counter.prisma.offer.findUniqueOrThrow({ where: { bookingId: id } });
  return hanako.taps({ event: 'offer.taken', booking: id, at: String(starts[0]?.getTime()) });
};

/** Nobody can be in one meanwhile. */
async function withoutRooms<T>(act: () => Promise<T>): Promise<T> {
  const { prisma, clock } = counter;
  await prisma.zoomRoom.updateMany({ data: { removedAt: clock.now() } });
  try {
    return await act();
  } finally {
    await prisma.zoomRoom.updateMany({ data: { removedAt: null } });
  }
}

export const offerSteps = {
  async propose(): Promise<Heard> {
    const { id } = await requests();
    return heardLater(() => sends(id));
  },
  async recall(): Promise<Heard> {
    const { id } = await proposes(await requests());
    return heardLater(() => showsAndPresses(id, '提案を取り下げる'));
  },
  async repropose(): Promise<Heard> {
    const { id } = await proposes(await requests());
    await showsAndPresses(id, '提案を取り下げる');
    return heardWhile(async () => {
      await clerk.presses('取り消す');
      await counter.minutePasses();
    });
  },
  async pick(): Promise<Heard> {
    const booking = await proposes(await requests());
    return withoutRooms(() => heardWhile(() => takes(booking)));
  },
  async picked(): Promise<Heard> {
    const booking = await proposes(await requests());
    return heardWhile(() => takes(booking));
  },
  async pickedInstead(): Promise<Heard> {
    const booking = await proposes(await confirms());
    return heardWhile(() => takes(booking));
  },
  async refuse(): Promise<Heard> {
    await proposes(await requests());
    return heardWhile(() => hanako.presses('どれも合わない'));
  },
};
