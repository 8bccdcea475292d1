// What could not be sent to staff is heard with their next word, whoever they are by then.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from './helpers/calendar.ts';
import { read, waitedIn } from './helpers/chat-driver.ts';
import { request, withdraw } from './helpers/form.ts';
import { type Office, startOffice } from './helpers/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
  office.simulator.quota.limit = 200;
});
afterAll(() => office.close());

const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

test('a wish to be deleted is not lost: their next word brings it', async () => {
  const hanako = await office.guest();
  const { suzuki } = office.staff;
  const number = await request(hanako, on(2, '10:00'));
  await withdraw(hanako);
  expect(await hanako.says('登録を消したい')).toContain('職員に伝えます');
  await expect
    .poll(() => suzuki.says('承認待ち'), { timeout: 20_000 })
    .toMatch(new RegExp(`登録を消すご希望がありました[^]*受付番号 ${number}`));
}, 180_000);

test('when their chat is gone the next admin chat hears what waited there', async () => {
  const hanako = await office.guest();
  const { group } = office.staff;
  office.simulator.quota.setUsed(146);
  await office.later(2);
  const number = await request(hanako, on(2, '11:00'));
  await withdraw(hanako);
  // Until both have been given up.
  await office.later(1);
  await group.removesBot();
  const [, code = ''] = await office.server.says(/last admin chat.*\b(\d{4}-\d{4})"/);
  const clerk = office.simulator.person('会田');
  const next = office.simulator.group('新しい窓口', [clerk]);
  await next.invitesBot();
  await clerk.in(next).says(code);
  const { name } = hanako.details;
  expect(waitedIn(read(await next.receives(number))).toSorted()).toEqual([
    ['申し込み、または日時の変更がありました', name, number],
    ['申し込みの取り下げがありました', name, number],
  ]);
}, 180_000);
