// Staff of two groups close a day, and open it again, at the same moment on two servers.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, dayOf } from '../../src/core/jst.ts';
import { office as profile } from '../booking/the-office.ts';
import { describeOnServer } from '../helpers/database.ts';
import { press, say } from './applicant.ts';
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

  const days = [10, 20, 30].map((count) => businessDayAfter(addDays(dayOf(new Date()), count), profile, []));
  const answers = () => desks.map(({ group }) => group.messages().at(-1)?.text ?? '');
  const matching = (pattern: RegExp) => answers().filter((text) => pattern.test(text)).length;
  const rows = async (day: string) =>
    (
      await office.records.query(
        `SELECT count(*)::int AS made, count("liftedAt")::int AS lifted FROM "Closure" WHERE day = $1::date`,
        [day],
      )
    ).rows;

  test('of two who press 休業にする at the same moment one closes it and the other is told who did', async () => {
    for (const day of days) {
      for (const { clerk } of desks) await say(clerk, `休業 ${day.replaceAll('-', '/')}`);
      await Promise.all(desks.map(({ clerk }) => clerk.presses('休業にする')));
      await office.atRest();
      expect([matching(/休業にしました/), matching(/さんが.*に登録済みです/)]).toEqual([1, 1]);
      expect(await rows(day)).toEqual([{ made: 1, lifted: 0 }]);
    }
  });

  test('of two who lift it at the same moment one does, and the other hears that it is open', async () => {
    for (const day of days) {
      const line = `休業 解除 ${day.replaceAll('-', '/')}`;
      await Promise.all(desks.map(({ clerk }) => clerk.says(line)));
      await office.atRest();
      expect([matching(/休業を解除しました/), matching(/登録されていません/)]).toEqual([1, 1]);
      expect(await rows(day)).toEqual([{ made: 1, lifted: 1 }]);
    }
  });

  test('of two who close and lift at the same moment both are obeyed, in one order or the other', async () => {
    for (const day of days) {
      const typed = day.replaceAll('-', '/');
      await say(desks[0].clerk, `休業 ${typed} 午前`);
      await press(desks[0].clerk, '休業にする');
      // With a reason it is another button than the one that was pressed a moment ago.
      await say(desks[0].clerk, `休業 ${typed} 研修`);
      await Promise.all([desks[0].clerk.presses('休業にする'), desks[1].clerk.says(`休業 解除 ${typed}`)]);
      await office.atRest();
      const [closed, lifted] = answers();
      expect(closed).toContain('休業にしました');
      expect(lifted).toMatch(/休業を解除しました|解除する行を選んでください/);
      const isLifted = lifted?.includes('解除しました') === true;
      expect(await rows(day)).toEqual([{ made: 3, lifted: isLifted ? 2 : 1 }]);
    }
  });
});
