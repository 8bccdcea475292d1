// Staff have recorded 来室: whoever is in is not asked to come in.
import { addMinutes } from 'date-fns';
import { expect, test } from 'vitest';
import { takeStep } from '../../src/records/booking-steps.ts';
import { aFew } from '../helpers/runs.ts';
import { counter, hanako, hasBooking, openWithStaff, sticker, words } from './with-staff.ts';

openWithStaff();

const comesIn = async (said?: string) => {
  const booking = await hasBooking(-5);
  if (said !== undefined) await hanako.says(said);
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
  const at = counter.clock.now();
  await counter.prisma.$transaction((tx) => takeStep(tx, booking, 'start', { actor: 'staff', at }));
};

test.each(
  aFew([
    ['a sticker', sticker],
    ['「お待たせしてすみません」', words('お待たせしてすみません')],
    ['「はい」', words('はい')],
    ['「予約を見る」', words('予約を見る')],
    ['「ちょっと待ってください」', words('ちょっと待ってください')],
    ['a photo', { type: 'media', kind: 'image' }],
  ] as const),
)('%s gets no 「入室してください」, whatever was said before', async (_, what) => {
  for (const said of [undefined, '行けません', '遅れます']) {
    await comesIn(said);
    const answer = await hanako.does(what);
    expect(answer).toContain('[つながらない]');
    expect(answer).not.toMatch(/入室してください|やっぱり行けます/);
    await counter.prisma.booking.updateMany({ data: { state: 'done' } });
  }
});

test('who has lost the meeting since is told to enter again', async () => {
  await comesIn();
  for (const what of [sticker, words('つながらない')]) {
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    await hanako.does(what);
  }
  expect(await hanako.does(sticker)).toContain('入室してください');
});
