// Words of danger (D13): she reads who helps, staff hear that it is so, and nobody hears the words.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { putBooking, stepsOf } from './bookings-of.ts';
import { fillIn } from './counter.ts';
import { counter, hanako, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

const words = '夫に殴られています';
const later = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));

describe.each([
  ['a request', 3 * 24 * 60, 'requested'],
  ['a booking days ahead', 3 * 24 * 60, 'confirmed'],
  ['a consultation that has begun', -3, 'confirmed'],
] as const)('with %s', (_, minutes, state) => {
  test('staff get a card without the words, and she reads what they hear', async () => {
    const { id } = await putBooking(counter, hanako, minutes, { state });
    const hers = await hanako.says(words);
    expect(hers).toContain('110か119');
    expect(hers).toContain('つらい状況だということだけ、職員に伝わります');
    const staff = await staffHear();
    expect(staff).toMatch(/^つらい状況を書いた方がいます/);
    expect(staff).toContain('[連絡先を見る]');
    expect(staff).not.toMatch(/夫|殴|お電話ください|お電話をお願い/);
    expect(await stepsOf(counter, id)).toEqual(['inNeed']);
  });

  test('who goes on writing is told of once, and again an hour later', async () => {
    await putBooking(counter, hanako, minutes, { state });
    await hanako.says(words);
    await staffHear();
    const more = await hanako.says('夫に首をしめられました');
    expect(more).toContain('110か119');
    expect(more).not.toContain('職員に伝わります');
    expect(await staffHear()).not.toContain('つらい状況');
  });
});

test('An hour later the same is news again', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  await hanako.says(words);
  await staffHear();
  await later(61);
  await hanako.says(words);
  expect(await staffHear()).toContain('つらい状況を書いた方がいます');
});

test('「もう無理」 alone is answered gently, and told to nobody', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  expect(await hanako.says('もう無理')).not.toContain('職員に伝わります');
  expect(await staffHear()).toBe('');
});

test('Of somebody without a booking nothing is told: nobody could reach that person', async () => {
  expect(await hanako.says(words)).not.toContain('職員に伝わります');
  await fillIn(hanako, 'name');
  expect(await hanako.says(words)).toContain('110か119');
  expect(await staffHear()).toBe('');
});

test('A ban on calls in the same words is told too', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  expect(await hanako.says('夫に殴られています。電話はしないでください')).toContain(
    'お電話をひかえてほしいことを、職員に伝えました',
  );
  const staff = await staffHear();
  expect(staff).toContain('つらい状況を書いた方がいます');
  expect(staff).toContain('お電話は、しないでください');
});

test('With no chat of staff she is told of the helplines alone', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  await counter.prisma.adminChat.updateMany({ data: { leftAt: counter.clock.now() } });
  const hers = await hanako.says(words);
  await counter.prisma.adminChat.updateMany({ data: { leftAt: null } });
  expect(hers).toContain('110か119');
  expect(hers).not.toContain('職員に伝わります');
});

test('Where nobody is alerted, a ban on calls is kept, and she is not asked to call', async () => {
  for (const minutes of [3 * 24 * 60, -3]) {
    await putBooking(counter, hanako, minutes);
    await counter.prisma.adminChat.updateMany({ data: { pushes: false } });
    const hers = await hanako.says('電話しないでください');
    await counter.prisma.adminChat.updateMany({ data: { pushes: true } });
    expect(hers).toContain('お電話をひかえてほしいことを、記録しました');
    expect(hers).toContain('職員が次に見るときに、わかります');
    expect(hers).not.toMatch(/お手数ですが、お電話ください|連絡がとれません/);
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
  }
});
