// Thursday the office is closed for a day of training: Mio asks all the same, and nothing is pushed to the clerks.
import { expect } from 'vitest';
import { detailsOf } from './cast.ts';
import { asks, at, chatter, guests, office, writes } from './desk.ts';

export async function thursday(): Promise<void> {
  const { group } = office.staff;
  await at(3, '10:00');
  // No overview; but nobody has reached Setsuko yet.
  const first = await writes('kato', 'おはようございます。研修会場は3階です');
  expect(first).toMatch(/^お電話 1件/);
  expect(first).toContain(detailsOf('setsuko').name);
  await chatter(['mori', 'はい'], ['ito', '電話しておきます']);
  const before = group.messages().length;
  await asks('mio', 7, '10:00');
  expect(guests.mio.timesSeen('から確認します')).toBe(1);
  await at(3, '17:00');
  for (const who of ['misaki', 'saki', 'emi', 'haruko'] as const)
    await guests[who].hears('もうすぐ相談の日です');
  expect(group.messages()).toHaveLength(before);
}
