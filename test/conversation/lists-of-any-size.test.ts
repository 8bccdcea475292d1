// Every list that staff look up, with none, one, a dozen, one more and sixty rows, and with odd names: nothing is left out, a dozen
// stand on a card, and LINE takes each of them.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/line/limits.ts';
import { bytesOf, type FullOffice, openFullOffice, rowsOf } from './full-office.ts';

/** The form takes most of them; the others may come from a page of the staff. */
const names = [
  'あ'.repeat(40),
  '\u{845B}\u{E0100}'.repeat(66),
  '=HYPERLINK("https://example.jp","押す")',
  '\u202Eمريم عبد الرحمن 👨‍👩‍👧‍👦😀',
  'Maria Aparecida dos Santos Oliveira de Albuquerque e Castro de Menezes Filha Neta',
  '髙橋 美穂',
];

let office: FullOffice;
beforeAll(async () => {
  office = await openFullOffice(names);
});
afterAll(() => office.counter.close());
beforeEach(() => office.clear());

/** What is typed for each list, and what it takes to fill it. */
const lists: readonly [string, (count: number) => Promise<void>][] = [
  [
    '今日',
    async (count) => {
      await office.fillClosures(1);
      await office.fillBookings(count, 'confirmed', addMinutes(office.in(0), 20));
    },
  ],
  ['承認待ち', (count) => office.fillBookings(count, 'requested', office.in(3))],
  ['未記録', (count) => office.fillBookings(count, 'unrecorded', office.in(-1))],
  ['お電話', (count) => office.fillCalls(count)],
  ['会議室', (count) => office.fillRooms(count)],
  ['休業 一覧', (count) => office.fillClosures(count)],
  // The end of a telephone number that all of them have.
  ['検索 5678', (count) => office.fillBookings(count, 'confirmed', office.in(2))],
];

describe.each(lists)('「%s」', (words, fill) => {
  test.each([0, 1, 12, 13, 60])(
    'with %i rows shows each once, a dozen a card, and LINE takes it',
    async (count) => {
      await fill(count);
      const messages = await office.cardsFor(words);
      for (const message of messages)
        expect(bytesOf(message)).toBeLessThanOrEqual(limits['bubble of a card'].max);
      const cards = Math.max(1, Math.ceil(count / 12));
      const expected = Array.from({ length: cards }, (_, n) => Math.min(12, count - n * 12));
      expect(messages.map((message) => rowsOf(message).length)).toEqual(expected);
      const tapped = messages.flatMap((message) => rowsOf(message).map(({ tap }) => JSON.stringify(tap)));
      expect(new Set(tapped).size).toBe(count);
      // Lock screens, and what a press says in the chat, name nobody.
      const open = messages.flatMap((message) => [
        message.kind === 'card' ? message.alt : message.text,
        ...rowsOf(message).map(({ says }) => says),
      ]);
      for (const name of names) expect(open.join('\n')).not.toContain(name);
    },
  );
});
