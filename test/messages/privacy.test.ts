// What a lock screen shows, and what lies in the data of a button.
import { describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { everyMessage } from './every-message.ts';
import { office, secrets, view } from './invented.ts';
import { buttonsOf, lockScreenOf, screenOf } from './reading-parts.ts';

const canaries = Object.values(secrets).flatMap((secret) => [
  secret,
  secret.replaceAll(/[\s-]/g, ''),
  ...secret.split(/[\s-]/).filter((part) => part.length > 2),
]);

const pushes = [
  ['the confirmation', ja.confirmed(view('confirmed'), office)],
  ['the reminder of the day before', ja.reminderDayBefore(view('confirmed'), office, '2026-11-30')],
  ['the reminder before the start', ja.reminderSoon(view('confirmed'), office)],
  ['the refusal', ja.declined(view('declined'), 'notEligible', office)],
  ['the apology', ja.expired(view('expired'), office)],
  ['the receipt', ja.receipt(view('requested'), null, office)],
] as const;

describe('a lock screen', () => {
  test('shows no name and no number, whatever arrives', () => {
    const leaks = everyMessage.flatMap(([name, messages]) =>
      lockScreenOf(messages)
        .filter((line) => canaries.some((secret) => line.includes(secret)))
        .map((line) => `${name}: ${line}`),
    );
    expect(leaks).toEqual([]);
  });

  test.each(pushes)('shows of %s only that there is news', (_, messages) => {
    expect(new Set(lockScreenOf(messages))).toEqual(new Set(['予約のお知らせ']));
  });

  test('would show them if they stood there: the planted ones are on the cards', () => {
    expect(screenOf(ja.confirmed(view('confirmed'), office))).toContain(secrets.passcode);
  });
});

describe('the data of a button', () => {
  test('holds nothing personal', () => {
    const leaks = everyMessage.flatMap(([name, messages]) =>
      buttonsOf(messages)
        .filter((button) => 'tap' in button)
        .filter((button) => canaries.some((secret) => JSON.stringify(button.tap).includes(secret)))
        .map(({ label }) => `${name}: ${label}`),
    );
    expect(leaks).toEqual([]);
  });

  test('keeps the passcode out of the link to the meeting', () => {
    const links = buttonsOf(ja.confirmed(view('confirmed'), office)).flatMap((button) =>
      'link' in button ? [button.link] : [],
    );
    expect(links).toEqual([`https://zoom.us/j/${secrets.meetingId}`, 'tel:0534541910']);
  });
});
