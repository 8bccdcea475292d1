// The process is killed at the worst moments (SIGKILL) and started again on the same data: nothing is
// lost, and nothing is seen twice. By the real clock, for that is where a process comes back to.
import { beforeAll, describe, expect, test } from 'vitest';
import { cardOf, fillUpTo, receiptNumberIn } from './helpers/form.ts';
import { killAndRestart, on } from './helpers/killing.ts';
import type { Guest } from './helpers/office.ts';
import { office, openOffice } from './helpers/the-office.ts';

openOffice({ server: 'process', begins: 'now' });

describe('killed right after webhooks were answered 200', () => {
  let hanako: Guest;
  let momoko: Guest;
  let crowd: Guest[];

  beforeAll(async () => {
    [hanako, momoko, ...crowd] = await Promise.all([
      office.guest(),
      office.guest(),
      ...Array.from({ length: 10 }, () => office.guest()),
    ]);
    await fillUpTo('name', hanako, on(3, '10:00'));
    await fillUpTo('review', momoko, on(3, '11:00'));
    const webhooks = await Promise.all([
      hanako.person.says(hanako.details.name),
      momoko.person.presses('この内容で申し込む').then((pressed) => 'webhook' in pressed && pressed.webhook),
      ...crowd.map(async ({ person }) => {
        const pressed = await person.presses('相談を申し込む');
        return 'webhook' in pressed && pressed.webhook;
      }),
    ]);
    for (const webhook of webhooks) expect(webhook).toMatchObject({ status: 200 });
    await killAndRestart();
  });

  test('the form goes on in mid-sentence', async () => {
    await hanako.hears('求職番号を教えてください');
    expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
    expect(hanako.timesSeen('求職番号を教えてください')).toBe(1);
  });

  test('everybody who waited gets exactly one answer', async () => {
    await Promise.all(crowd.map((one) => one.hears('利用規約に同意しますか')));
    const next = await Promise.all(crowd.map((one) => one.presses('同意する')));
    for (const answer of next) expect(answer).toContain('当てはまりますか');
    for (const one of crowd) expect(one.timesSeen('利用規約に同意しますか')).toBe(1);
  });

  test('この内容で申し込む makes one request: one receipt, one card for staff', async () => {
    const number = receiptNumberIn(await momoko.hears('申し込みを受け付けました'));
    await cardOf(number, office);
    expect(await momoko.presses('この内容で申し込む')).toContain('受付ずみです');
    await office.staff.suzuki.says('ヘルプ');
    expect(momoko.timesSeen('申し込みを受け付けました')).toBe(1);
    expect(office.staff.group.messages().filter(({ text }) => text.includes(number))).toHaveLength(1);
  });
});
