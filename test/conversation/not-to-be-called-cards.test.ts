// Of somebody who must not be phoned no card asks for a call, whatever it is about.
import { addMinutes, addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { isToldNotTo, says } from './ban-on-calls.ts';
import { nextWord, openLine, pushedWhile, waitingCard, waitingLine } from './next-word.ts';
import { counter, hanako, hasBooking, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

describe('no other card about her asks for a call', () => {
  /** What would ask for one of anybody else. */
  const anyCall = /お電話(?:で|でも|を)?(?:お知らせ|お願い|お伝え|ご本人)|お電話すること/;
  const blocks = async () => {
    await hanako.unfollows();
    return staffHear();
  };

  test.each([-3, 3 * 24 * 60])('she blocks the account %s minutes before the start', async (minutes) => {
    await hasBooking(minutes);
    await says('電話しないでください');
    const staff = await blocks();
    expect(staff).toContain('LINEが届かない方がいます');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(anyCall);
  });

  test('nor after she asked for one does it hold', async () => {
    const booking = await hasBooking(-3);
    await says('電話しないで');
    await says('やっぱり電話ください');
    expect(await pushedWhile(counter, () => hanako.unfollows())).toBe('');
    const title = 'LINEが届かない方がいます';
    const line = waitingLine(counter, booking, { title, at: counter.clock.now() });
    expect(await nextWord(counter)).toBe(waitingCard(line));
    const card = await openLine(counter, title);
    expect(card).toContain('\nLINE 届きません\n');
    expect(card).toContain('\n[連絡先を見る]');
    expect(card).not.toMatch(isToldNotTo);
  });

  test.each([3 * 24 * 60, -44])('she wants to be deleted, %s minutes before the start', async (minutes) => {
    await hasBooking(minutes);
    await says('電話しないでください');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 3));
    const [hers, staff] = await says('登録を消したい');
    expect(hers).not.toMatch(anyCall);
    expect(staff).toContain('登録を消すご希望');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(anyCall);
  });

  test('staff are about to cancel, and LINE does not reach her', async () => {
    const { id, version } = await hasBooking(3 * 24 * 60);
    await says('電話しないでください');
    await hanako.unfollows();
    const clerk = counter.visitor('C1', 'group', 'U-clerk');
    const asked = await clerk.taps({ event: 'cancel.asked', booking: id, version: `${version}` });
    expect(asked).toMatch(isToldNotTo);
    expect(asked).not.toContain('に出ます');
  });

  test('what LINE did not bring her', async () => {
    const { id, personId } = await hasBooking(3 * 24 * 60);
    await says('電話しないでください');
    const call = { personId, bookingId: id, about: 'confirmed', reason: 'blocked' };
    const at = counter.clock.now();
    await counter.prisma.call.create({ data: { ...call, createdAt: at, dueAt: at } });
    const clerk = counter.visitor('C1', 'group', 'U-clerk');
    await clerk.says('電話一覧');
    await clerk.presses('浜名 花子');
    const staff = await staffHear();
    expect(staff).toContain('LINEが届きませんでした');
    expect(staff).toMatch(isToldNotTo);
    // Its head only counts what is on the list.
    expect(staff).not.toContain('お電話でお知らせください');
    await counter.prisma.call.deleteMany();
  });
});

test('Whose contact staff look up is said not to be called', async () => {
  const { id } = await hasBooking(-3);
  const look = async () => {
    await counter.hear(
      counter.visitor('C1').event({ type: 'tap', tap: { event: 'contact.asked', booking: id } }),
    );
    return staffHear();
  };
  expect(await look()).not.toMatch(isToldNotTo);
  await says('電話しないで');
  // The same button is answered again.
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
  expect(await look()).toMatch(isToldNotTo);
});
