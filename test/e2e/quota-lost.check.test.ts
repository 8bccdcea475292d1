// What the month's messages do not suffice for: with a group of six, and over the end of a month. All of it stands in お電話,
// and nothing of it goes out by itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, quietMonday } from './helpers/calendar.ts';
import { room } from './helpers/cast.ts';
import { patience } from './helpers/chat-driver.ts';
import { cardOf, confirm, request } from './helpers/form.ts';
import { type Guest, type Office, startOffice } from './helpers/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ forgives: /free messages of this month/ });
  const { simulator, staff } = office;
  simulator.quota.limit = 200;
  for (const name of ['伊藤', '加藤', '佐藤', '田中']) await staff.group.adds(simulator.person(name));
  expect(staff.group.memberIds()).toHaveLength(6);
});
afterAll(() => office.close());

const pushesTo = (chatId: string) =>
  office.simulator.pushes().filter((call) => call.chatId === chatId && call.status === 200).length;
const refused = () =>
  office.simulator.calls.filter(({ endpoint, status }) => endpoint === 'push' && status === 429).length;

/** Confirms, and waits until LINE has refused the push. */
async function confirmInVain(number: string): Promise<void> {
  const before = refused();
  await confirm(number, office);
  await office.simulator.waitFor(() => refused() > before, patience);
  await office.later(1);
}

describe('with one message left of 200, and a group of six', () => {
  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

  test('one person is told, everybody else stands in お電話, whatever it was', async () => {
    const { simulator, staff } = office;
    const [hanako, momoko, sakura] = [await office.guest(), await office.guest(), await office.guest()];
    const first = await request(hanako, on(3, '10:00'));
    const second = await request(momoko, on(3, '11:00'));
    const unanswered = await request(sakura, on(2, '14:00'));
    for (const number of [first, second, unanswered]) await cardOf(number, office);
    simulator.quota.setUsed(199);
    await office.later(2);
    const toGroup = pushesTo(staff.group.groupId);
    await confirm(first, office);
    expect(await hanako.hears('予約が確定しました')).toContain(room.shown);
    await confirmInVain(second);
    // Nobody answers the third: it expires, and its apology is refused too. The day before the two there is a reminder for each.
    await office.at(on(1, '').day, '18:00');
    await office.at(on(2, '').day, '18:00');
    await office.later(1);
    const list = await staff.suzuki.says('お電話');
    expect(list).toContain('お電話 4件');
    expect(list.match(/確定をお伝えできていません\(上限\)/g)).toHaveLength(1);
    expect(list.match(/期限切れをお伝えできていません\(上限\)/g)).toHaveLength(1);
    expect(list.match(/日時の再確認ができていません\(上限\)/g)).toHaveLength(2);
    for (const { details } of [hanako, momoko, sakura]) expect(list).toContain(details.name);
    expect(pushesTo(staff.group.groupId)).toBe(toGroup);
    expect(momoko.timesSeen('予約が確定しました')).toBe(0);
  }, 180_000);

  test('the reminder half an hour before is no second call of the same kind', async () => {
    const { suzuki } = office.staff;
    await office.at(on(3, '').day, '09:45');
    await office.later(1);
    expect(await suzuki.says('お電話')).toContain('お電話 4件');
  }, 60_000);
});

describe('over the end of a month', () => {
  test('nothing goes out by itself with the new messages; staff may send it then, or tell it', async () => {
    const { simulator, staff } = office;
    const last = lastOfMonth(office.monday);
    await office.at(last, '09:30');
    simulator.quota.setUsed(0);
    await office.at(last, '10:00');
    const guests: Guest[] = [];
    const numbers: string[] = [];
    const soon = quietMonday(addDays(last, 4));
    for (const time of ['10:00', '11:00']) {
      const guest = await office.guest();
      guests.push(guest);
      numbers.push(await request(guest, { day: soon, time }));
    }
    for (const number of numbers) await cardOf(number, office);
    simulator.quota.setUsed(200);
    await office.later(2);
    for (const number of numbers) await confirmInVain(number);
    await office.at(addDays(last, 1), '08:00');
    await office.later(60);
    expect(simulator.quota.used()).toBe(0);
    expect(guests.map((guest) => guest.timesSeen('予約が確定しました'))).toEqual([0, 0]);
    const morning = await staff.suzuki.says('おはようございます');
    for (const { details } of guests) expect(morning).toContain(details.name);
    const [told, sent] = guests;
    if (told === undefined || sent === undefined) throw new Error('Two were told nothing');
    expect(await staff.suzuki.presses(told.details.name)).toContain('[LINEで送り直す]');
    expect(await staff.suzuki.presses('伝えた')).toContain('伝えたことを記録しました');
    await staff.suzuki.presses(sent.details.name);
    await staff.suzuki.presses('LINEで送り直す');
    expect(await sent.hears('予約が確定しました')).toContain(room.shown);
    expect(told.timesSeen('予約が確定しました')).toBe(0);
    const list = await staff.suzuki.says('お電話');
    for (const { details } of guests) expect(list).not.toContain(details.name);
  }, 180_000);
});

/** Of the month of this day; of the next one where there is hardly a day left of it. */
function lastOfMonth(day: Day): Day {
  let last = addDays(day, 7);
  while (addDays(last, 1).slice(0, 7) === last.slice(0, 7)) last = addDays(last, 1);
  return last;
}
