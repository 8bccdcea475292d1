// Before the hour of a consultation: a wish for a call on its day, and 遅れます on the evening before, reach staff.
import { describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { nextWord, pushedWhile } from './next-word.ts';
import {
  counter,
  hanako,
  hasBooking,
  minutesLater,
  openWithStaff,
  somebodyNew,
  steps,
} from './with-staff.ts';

openWithStaff();

/** The next business day in the morning, or at that time. */
const nextDayAt = (time: string) => {
  const { clock, office } = counter;
  return clock.moveTo(instant(businessDayAfter(dayOf(clock.now()), office, []), time));
};
const minutesUntil = (day: string, time: string) =>
  (instant(day as Parameters<typeof instant>[0], time).getTime() - counter.clock.now().getTime()) / 60_000;

describe('a wish for a call two hours before the consultation', () => {
  test.each(
    aFew([
      '至急電話してください',
      'お電話ください',
      '折り返しお願いします',
      'すみません、電話をもらえますか？',
    ]),
  )('「%s」 is pushed to staff, and its person hears so', async (text) => {
    const { id } = await hasBooking(120);
    let hers = '';
    const staff = await pushedWhile(counter, async () => {
      hers = await hanako.says(text);
    });
    expect(hers).toContain('お電話のご希望を、職員に伝えました');
    expect(hers).not.toMatch(/すぐに|分以内/);
    expect(staff).toContain('お電話をご希望の方がいます');
    expect(staff).toContain('お電話がほしいとのことです。\nまだ相談の前です。');
    expect(staff).toContain('[連絡先を見る]');
    expect(await steps(id)).toEqual(['callMe']);
  });

  test('is told once in an hour', async () => {
    const { id } = await hasBooking(150);
    await says('電話ください');
    await minutesLater(10);
    const [hers, staff] = await says('まだですか、電話ください');
    expect(hers).toContain('もう伝えてあります');
    expect(staff).toBe('');
    await minutesLater(55);
    expect((await says('電話ください'))[1]).toContain('お電話をご希望の方がいます');
    expect((await steps(id)).filter((kind) => kind === 'callMe').length).toBeGreaterThanOrEqual(2);
  });

  test('with a new number staff hear of both, and nobody is asked to call the old one', async () => {
    const { id } = await hasBooking(120);
    const [hers, staff] = await says('至急電話ください。電話番号が変わりました');
    expect((await steps(id)).sort()).toEqual(['callMe', 'newPhone']);
    expect(hers).toContain('登録の番号は、まだ変わっていません');
    expect(staff).not.toContain('登録の番号にお電話ください');
  });

  test('beside 行けません brings both', async () => {
    const { id } = await hasBooking(120);
    const [hers, staff] = await says('行けなくなりました。電話ください');
    expect(hers).toContain('[行けないことを伝える]');
    expect(hers).toContain('お電話のご希望を、職員に伝えました');
    expect(staff).toContain('お電話をご希望の方がいます');
    expect(await steps(id)).toEqual(['callMe']);
  });

  test.each(['電話で相談したい', '電話番号を教えてください', '電話'])('「%s」 is none', async (text) => {
    const { id } = await hasBooking(120);
    expect((await says(text))[1]).toBe('');
    expect(await steps(id)).toEqual([]);
  });

  test('brings the office’s number and nothing else on another day, and while the office is closed', async () => {
    const { id } = await hasBooking(4 * 24 * 60);
    const [hers, staff] = await says('至急電話してください');
    expect([hers.includes('053-454-1910'), staff, await steps(id)]).toEqual([true, '', []]);
    await nextDayAt('07:00');
    await somebodyNew();
    const { id: today } = await hasBooking(minutesUntil(dayOf(counter.clock.now()), '10:00'));
    const [early, nobody] = await says('至急電話してください');
    expect([early.includes('053-454-1910'), nobody, await steps(today)]).toEqual([true, '', []]);
    expect(early).not.toContain('伝えました');
  });
});

describe('遅れます on the evening before', () => {
  test.each([
    ['「明日10分遅れます」', () => hanako.says('明日10分遅れます')],
    ['the old [遅れます]', (id: string) => hanako.taps({ event: 'late.told', booking: id })],
  ])('%s is kept, waits for the next word of staff, and names the day', async (_, comes) => {
    await nextDayAt('19:00');
    const day = businessDayAfter(dayOf(counter.clock.now()), counter.office, []);
    const { id } = await hasBooking(minutesUntil(day, '10:00'));
    let answer = '';
    const pushed = await pushedWhile(counter, async () => {
      answer = await comes(id);
    });
    expect(pushed).toBe('');
    expect(answer).toMatch(
      /相談は.*10:00からです。\n遅れることを、記録しました。\n職員は、相談の前に確認します。/,
    );
    expect(answer).toContain('開始から10分をすぎそうなときは');
    expect(await steps(id)).toEqual(['late']);
    await counter.clock.moveTo(instant(day, '08:40'));
    expect(await nextWord(counter)).toContain('遅れると連絡がありました');
  });

  test('says the same once', async () => {
    await nextDayAt('19:00');
    const day = businessDayAfter(dayOf(counter.clock.now()), counter.office, []);
    const { id } = await hasBooking(minutesUntil(day, '11:00'));
    await hanako.says('明日遅れます');
    expect(await hanako.says('明日遅れます')).toContain('もう伝えてあります');
    expect((await steps(id))[0]).toBe('late');
  });
});
