// Days before a consultation, from somebody who perhaps missed that staff moved it: the answer names day and time.
import { expect, test } from 'vitest';
import { dayOf, timeOf } from '../../src/core/jst.ts';
import { momentText } from '../../src/messages/ja/dates.ts';
import { hanako, hasBooking, openWithStaff, staffHear, steps } from './with-staff.ts';

openWithStaff();

test.each([
  ['「入れません」', () => hanako.says('入れません')],
  ['「つながらない」', () => hanako.says('つながらない')],
  ['「5分遅れます」', () => hanako.says('5分遅れます')],
  ['the old [つながらない]', (id: string) => hanako.taps({ event: 'trouble.told', booking: id })],
  ['the old [遅れます]', (id: string) => hanako.taps({ event: 'late.told', booking: id })],
])('%s is told to nobody, and day and time are named', async (_, comes) => {
  const { id, startsAt } = await hasBooking(13 * 24 * 60);
  const answer = await comes(id);
  expect(answer).toContain(`相談は${momentText({ day: dayOf(startsAt), time: timeOf(startsAt) })}からです`);
  expect(answer).not.toMatch(/伝えました|準備ができたら|\[遅れます\]/);
  expect(await staffHear()).toBe('');
  expect(await steps(id)).toEqual([]);
});
