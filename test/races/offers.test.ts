// A time that was proposed, pressed while somebody else takes it or staff and the clock end the proposal: on a server, where two
// transactions really run side by side. The other one is held open until the person's turn waits for it.
import { addMinutes } from 'date-fns';
import { expect, test } from 'vitest';
import { takeStep } from '../../src/records/booking-steps.ts';
import { dropOffer } from '../../src/records/offers.ts';
import { kindsFor, later, offerOf, proposed, takes } from '../conversation/offers.ts';
import { counter, office, openWithRooms } from '../conversation/with-rooms.ts';
import { describeOnServer } from '../helpers/database.ts';
import { meanwhile } from './meanwhile.ts';

describeOnServer('a time that was proposed', () => {
  openWithRooms(1);

  test('and that somebody else takes in that second stays theirs; the person is shown what is left', async () => {
    const request = await office.request(later);
    await proposed(request);
    const startsAt = (await offerOf(request.id)).starts[1] ?? new Date(0);
    const other = await meanwhile((tx) =>
      tx.slotUse.create({
        data: {
          ...{ kind: 'call', counsellor: 0, startsAt, endsAt: addMinutes(startsAt, 45) },
          until: addMinutes(counter.clock.now(), 15),
        },
      }),
    );
    const answer = takes(request, 1);
    await other.commit();
    expect(await answer).toContain('その日時は、もう選べません');
    expect((await request.now()).state).toBe('proposed');
    expect(await kindsFor(request.id)).toEqual(['booking', 'offer']);
    await counter.prisma.slotUse.deleteMany({ where: { kind: 'call' } });
  });

  test('and pressed while staff take it back is over, and nothing is booked', async () => {
    const request = await office.request(later);
    await proposed(request);
    const before = await request.now();
    const other = await meanwhile(async (tx) => {
      const deed = { actor: 'staff' as const, chatId: 'C1', staffId: null, at: counter.clock.now() };
      expect(await takeStep(tx, before, 'recall', deed)).toBe('done');
      await dropOffer(tx, request.id);
    });
    const answer = takes(request);
    await other.commit();
    expect(await answer).toContain('もう終わっています');
    expect(await request.now()).toMatchObject({ state: 'requested', startsAt: request.startsAt });
    expect(await kindsFor(request.id)).toEqual(['booking']);
  });

  test('and pressed twice at once is taken once', async () => {
    await office.room('相談室A');
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    const tap = (at: Date | undefined) =>
      request.person.event({
        type: 'tap',
        tap: { event: 'offer.taken', booking: request.id, at: String(at?.getTime()) },
      });
    await counter.hear(tap(starts[0]), tap(starts[1]), tap(starts[0]));
    expect(await request.now()).toMatchObject({ state: 'confirmed', startsAt: starts[0] });
    expect(await kindsFor(request.id)).toEqual(['booking']);
  });

  test('to two people is taken by one of them, and the other hears so', async () => {
    const one = await office.request(later);
    const other = await office.request(later + 24 * 60);
    await proposed(one);
    await proposed(other);
    const [, second] = (await offerOf(one.id)).starts;
    const { starts } = await offerOf(other.id);
    const both = starts[0] === undefined || second === undefined ? [] : [starts[0], second];
    await counter.prisma.offer.update({ where: { bookingId: other.id }, data: { starts: both } });
    const tap = { event: 'offer.taken', at: String(second?.getTime()) };
    const answers = await Promise.all(
      [one, other].map(({ id, person }) => person.taps({ ...tap, booking: id })),
    );
    expect(answers.filter((answer) => answer.includes('受け付けました'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('もう選べません'))).toHaveLength(1);
    const states = [await one.now(), await other.now()].map(({ state }) => state).sort();
    expect(states).toEqual(['proposed', 'requested']);
  });
});
