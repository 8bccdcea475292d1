// Staff of two groups close a day, and open it again, at the same moment on two servers.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, dayOf } from '../../src/core/jst.ts';
import { office as profile } from '../booking/the-office.ts';
import { describeOnServer } from '../helpers/database.ts';
import { type AdminDesk, startTwoServers, type TwoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describeOnServer('two servers and a closure', () => {
  let office: TwoServers;
  let desks: readonly [AdminDesk, AdminDesk];
  beforeAll(async () => {
    office = await startTwoServers();
    desks = [await office.enrol('鈴木'), await office.enrol('高橋')];
  });
  afterAll(() => office?.close());

  const daysFrom = (first: number) =>
    [0, 7, 14].map((more) => businessDayAfter(addDays(dayOf(new Date()), first + more), profile, []));
  const answers = () => desks.map(({ group }) => group.messages().at(-1)?.text ?? '');
  const matching = (pattern: RegExp) => answers().filter((text) => pattern.test(text)).length;
  const rows = async (day: string) =>
    (
      await office.records.query(
        `SELECT count(*)::int AS made, count("liftedAt")::int AS lifted FROM "Closure" WHERE day = $1::date`,
        [day],
      )
    ).rows;

  const typed = (day: string) => day.replaceAll('-', '/');
  /** What is pushed to a group in between is no answer: the card is there once nothing is under way. */
  const shown = async (desk: AdminDesk, line: string) => {
    await desk.clerk.says(line);
    await office.atRest();
  };
  const closed = async (day: string, more = '') => {
    await shown(desks[0], `休業 ${typed(day)}${more}`);
    await desks[0].clerk.presses('休業にする');
    await office.atRest();
  };

  test('of two who press 休業にする at the same moment one closes it and the other is told who did', async () => {
    for (const day of daysFrom(10)) {
      for (const desk of desks) await shown(desk, `休業 ${typed(day)}`);
      await Promise.all(desks.map(({ clerk }) => clerk.presses('休業にする')));
      await office.atRest();
      expect([matching(/休業にしました/), matching(/さんが.*に登録済みです/)]).toEqual([1, 1]);
      expect(await rows(day)).toEqual([{ made: 1, lifted: 0 }]);
    }
  });

  test('of two who lift it at the same moment one does, and the other hears that it is open', async () => {
    for (const day of daysFrom(40)) {
      await closed(day);
      await Promise.all(desks.map(({ clerk }) => clerk.says(`休業 解除 ${typed(day)}`)));
      await office.atRest();
      expect([matching(/休業を解除しました/), matching(/登録されていません/)]).toEqual([1, 1]);
      expect(await rows(day)).toEqual([{ made: 1, lifted: 1 }]);
    }
  });

  test('of two who close and lift at the same moment both are obeyed, in one order or the other', async () => {
    for (const day of daysFrom(70)) {
      await closed(day, ' 午前');
      await shown(desks[0], `休業 ${typed(day)}`);
      await Promise.all([
        desks[0].clerk.presses('休業にする'),
        desks[1].clerk.says(`休業 解除 ${typed(day)}`),
      ]);
      await office.atRest();
      const [made, lifted = ''] = answers();
      expect(made).toContain('休業にしました');
      expect(lifted).toMatch(/休業を解除しました|解除する行を選んでください/);
      expect(await rows(day)).toEqual([{ made: 2, lifted: lifted.includes('解除しました') ? 1 : 0 }]);
    }
  });
});
