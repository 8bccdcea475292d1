// Telephone calls: bookings that are entered on the page of 電話予約, and the list of calls that staff make.
import { expect } from 'vitest';
import { byPhone, type ClerkKey, type OnPhone, type Who } from './cast.ts';
import { clerks, numbers, office, pushed, taps, writes } from './desk.ts';

type Fields = Readonly<Record<string, string>>;

/** The page that a button of the newest card leads to: it shows nothing before its press. */
export async function pageOf(who: ClerkKey, button: string): Promise<(fields?: Fields) => Promise<string>> {
  const pressed = await clerks[who].member.presses(button);
  if (pressed.kind !== 'uri') throw new Error(`[${button}] leads nowhere`);
  const url = `${office.origin}${new URL(pressed.uri).pathname}`;
  const before = await (await fetch(url)).text();
  expect(before).not.toMatch(/氏名<|090-/);
  return async (fields = {}) =>
    (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
}

const asHeard = ({ name, phone, jobNumber }: (typeof byPhone)[OnPhone]): Fields => ({
  ...{ act: 'save', name, phone, jobNumber },
  ...{ companion: 'no', terms: 'yes', conditions: 'yes' },
});

/** Somebody telephones: a slot is held, and what is said is entered on the page. Resolves with what a second press of 登録する says. */
export async function books(who: ClerkKey, caller: OnPhone, line: string, fields: Fields): Promise<string> {
  expect(await writes(who, line)).toContain('おさえました');
  return enters(who, caller, fields);
}

/** On the page of the slot that is held. */
export async function enters(who: ClerkKey, caller: OnPhone, fields: Fields): Promise<string> {
  const page = await pageOf(who, '入力ページ');
  expect(await page()).toContain('登録する');
  const entry = { ...asHeard(byPhone[caller]), ...fields };
  const saved = await page(entry);
  expect(saved).toContain('登録しました。');
  numbers[caller] = /受付番号 (\d{4}-\d{4})/.exec(saved)?.[1] ?? '';
  await pushed('確定する', numbers[caller]);
  return page(entry);
}

/** That LINE does not take it is found out when it is sent: a moment later than what needs no sending. */
export const isToBeCalled = (who: Who): Promise<void> =>
  expect
    .poll(
      () =>
        office.ask(`SELECT 1 AS open FROM "Call" c JOIN "Booking" b ON b.id = c."bookingId"
          WHERE c.state = 'open' AND b.number % 10000 = ${Number(numbers[who].slice(-4))}`),
      { timeout: 15_000 },
    )
    .not.toEqual([]);

/** お電話 → the row with that name: the card of the call. */
export async function call(who: ClerkKey, name: string): Promise<void> {
  expect(await writes(who, 'お電話')).toContain(name);
  await taps(who, name);
}
