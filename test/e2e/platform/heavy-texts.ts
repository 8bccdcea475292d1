// A text that was made to keep the server busy: everybody else goes on, and she herself is answered.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { fillUpTo } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

const atOnceMs = 500;
/** A busy machine may pause once; a server that is busy pauses each time. */
const attempts = 3;

describe('a text of 4,901 units at the question for her name', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  test('keeps nobody waiting: another person’s webhooks are answered within half a second, and so is she', async () => {
    const [mallory, momoko] = [await office.guest(), await office.guest()];
    await fillUpTo('name', mallory, { day: addDays(office.monday, 2), time: '10:00' });
    const heavy = `${'はい、'.repeat(800)}${'。'.repeat(2500)}佐`;
    const slowest: number[] = [];
    while (slowest.length < attempts && !slowest.some((ms) => ms < atOnceMs)) {
      const answer = mallory.says(heavy);
      slowest.push(await slowestOf(momoko, answer));
      expect(await answer).toContain('氏名を送ってください');
    }
    expect(Math.min(...slowest)).toBeLessThan(atOnceMs);
    expect(await mallory.says(mallory.details.name)).toContain('求職番号を教えてください');
  });
});

/** The longest that one of her webhooks took, in ms, as long as the other has no answer. She is answered each time. */
async function slowestOf({ person, hears }: Guest, answer: Promise<unknown>): Promise<number> {
  let isAnswered = false;
  const end = answer.finally(() => {
    isAnswered = true;
  });
  let slowest = 0;
  while (!isAnswered) {
    const before = performance.now();
    await person.sends('sticker');
    slowest = Math.max(slowest, performance.now() - before);
    await hears('スタンプ');
  }
  await end;
  return slowest;
}
