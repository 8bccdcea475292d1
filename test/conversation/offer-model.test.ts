// Whatever staff, the person, others and the clock do with proposed times, in any order: nothing is held twice, the booking has one
// slot, and once a minute has passed its person has heard how it stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes } from '../../src/core/jst.ts';
import { runs } from '../helpers/runs.ts';
import { ends, later, offerOf, type Put } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(1);

const possible = [
  ...['propose', 'propose', 'undo', 'minute', 'minute', 'recall'],
  ...['take', 'takeLast', 'refuse', 'end', 'rival', 'decline'],
] as const;
type Act = (typeof possible)[number];

const findOffer = ({ id }: Put) => counter.prisma.offer.findUnique({ where: { bookingId: id } });
const ref = async ({ id, now }: Put) => ({ booking: id, version: String((await now()).version) });

const acts: Readonly<Record<Act, (of: Put) => Promise<unknown>>> = {
  async propose(of) {
    const card = await office.first.taps({ event: 'offer.asked', ...(await ref(of)) });
    const label = /\[(この\dつを送る)\]/.exec(card)?.[1];
    if (label !== undefined) await office.first.presses(label);
  },
  undo: async (of) => office.second.taps({ event: 'undo.asked', ...(await ref(of)) }),
  minute: () => counter.minutePasses(),
  recall: async (of) => office.first.taps({ event: 'offer.recalled', ...(await ref(of)) }),
  decline: async (of) =>
    office.first.taps({ event: 'decline.picked', ...(await ref(of)), reason: 'visitInstead' }),
  take: (of) => takesOne(of, 0),
  takeLast: (of) => takesOne(of, 2),
  async refuse(of) {
    const offer = await findOffer(of);
    const at = String(offer?.createdAt.getTime() ?? 1);
    await of.person.taps({ event: 'offer.refused', booking: of.id, at });
  },
  async end(of) {
    const offer = await findOffer(of);
    if (offer) await ends(of, offer.until);
  },
  async rival(of) {
    const startsAt = (await findOffer(of))?.starts[1];
    if (startsAt === undefined) return;
    const other = await office.request(later * 3);
    const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 0 };
    await counter.prisma.booking.update({ where: { id: other.id }, data }).catch(() => undefined);
  },
};

async function takesOne(of: Put, place: number): Promise<void> {
  const at = String((await findOffer(of))?.starts[place]?.getTime() ?? 1);
  await of.person.taps({ event: 'offer.taken', booking: of.id, at });
}

async function isInOrder(of: Put): Promise<void> {
  const booking = await of.now();
  const uses = await counter.prisma.slotUse.findMany();
  for (const one of uses)
    for (const other of uses)
      if (one.id !== other.id && one.counsellor === other.counsellor)
        expect(one.endsAt <= other.startsAt || other.endsAt <= one.startsAt).toBe(true);
  const own = uses.filter(({ bookingId }) => bookingId === of.id);
  const holds = ['requested', 'proposed', 'confirmed'].includes(booking.state);
  expect(own.filter(({ kind }) => kind === 'booking')).toHaveLength(holds ? 1 : 0);
  const offer = await findOffer(of);
  expect(own.filter(({ kind }) => kind === 'offer').map(({ startsAt }) => startsAt)).toEqual(
    offer === null ? [] : [offer.starts[0]],
  );
  if (booking.state === 'proposed') expect(offer).not.toBeNull();
}

/** What the last message said, by how the booking stands; `offered`: with times to choose from, whatever it is. */
const heardOf: Readonly<Record<string, RegExp>> = {
  offered: /別の日時のご案内|もう選べません/,
  requested: /受け付けました|取り下げました|合う日時がなく|もう終わっています|受け付けています/,
  confirmed:
    /確定しました|準備|日時が変わりました|そのままです|合う日時がなく|変更の希望|もう終わっています|確定しています/,
  declined: /お受けできませんでした|もう終わっています/,
  expired: /日時のご案内が終わりました|もう終わっています/,
};

test('Proposed times in any order hold no slot twice, and the person hears how it stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...possible), { maxLength: 10 }),
      fc.boolean(),
      async (played, hasRoom) => {
        await office.clear();
        if (hasRoom) await office.room('相談室A');
        const of = await office.request(later);
        const before = (await counter.sentTo(of.person.chatId)).length;
        for (const act of played) {
          await office.later();
          await acts[act](of);
          await isInOrder(of);
        }
        await counter.minutePasses();
        await isInOrder(of);
        expect(await counter.prisma.undo.count()).toBe(0);
        const { state } = await of.now();
        if ((await findOffer(of)) === null) expect(state).not.toBe('proposed');
        else expect((await offerOf(of.id)).until > counter.clock.now()).toBe(true);
        const heard = (await counter.sentTo(of.person.chatId)).slice(before);
        const stands = (await findOffer(of)) === null ? state : 'offered';
        const last = JSON.stringify(heard.at(-1)?.messages ?? '');
        if (heard.length > 0) expect(last).toMatch(heardOf[stands] ?? /never/);
        else expect(state).toBe('requested');
      },
    ),
    { numRuns: runs(60) },
  );
});
