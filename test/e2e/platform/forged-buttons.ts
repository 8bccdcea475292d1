// Buttons can be forged: with data of other people, of staff, of nothing at all. None of it is executed.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { cardOf, fillUpTo, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('a forged button', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });
  const strangersBooking = '0199a0aa-1111-7222-8333-444455556666';

  const answered = async (hanako: Guest, data: string) => {
    const answer = await hanako.pressesData(data);
    expect(answer, data).not.toBe('');
    expect(answer, data).not.toContain('こちらの不具合');
    return answer;
  };

  test('about a booking that nobody has is told that it cannot be changed', async () => {
    const hanako = await office.guest();
    for (const event of ['rechoose.asked', 'withdraw.asked', 'trouble.told', 'absence.told', 'late.told']) {
      const answer = await answered(hanako, `event=${event}&booking=${strangersBooking}&version=1`);
      expect(answer).toContain('いまは予約がありません');
    }
  });

  test("about somebody else's booking neither shows nor changes it, and staff hear nothing", async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(3, '10:00'));
    const data = hanako.dataOf('日時を選び直す').replace('event=rechoose.asked&', '');
    const mallory = await office.guest();
    const before = office.staff.group.messages().length;
    for (const event of ['rechoose.asked', 'withdraw.asked', 'trouble.told', 'absence.told', 'late.told']) {
      const answer = await answered(mallory, `event=${event}&${data}`);
      expect(answer).not.toContain(number);
      expect(answer).not.toContain('何時');
    }
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
    await office.staff.suzuki.says('ヘルプ');
    const news = office.staff.group.messages().slice(before);
    expect(news.filter(({ text }) => /Zoomに入れない方|と連絡がありました/.test(text))).toEqual([]);
  });

  test('that only staff have confirms nothing when a person presses it', async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(3, '11:00'));
    const { suzuki } = office.staff;
    await suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
    const [ask, pick, type] = ['確定する', room.name, '番号を入力'].map(suzuki.dataOf);
    for (const data of [ask, pick, type, ask?.replace('confirm', 'decline')]) {
      const answer = await answered(hanako, data ?? '');
      expect(answer).not.toContain(room.name);
    }
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
  });

  test('in a group that is not the admin chat meets silence, and decides nothing', async () => {
    const hanako = await office.guest();
    const number = await request(hanako, on(3, '14:00'));
    const { suzuki } = office.staff;
    await suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
    const pick = suzuki.dataOf(room.name);
    const mallory = office.simulator.person('そと');
    const group = office.simulator.group('よその集まり', [mallory]);
    await group.invitesBot();
    await group.receives('招待コード');
    const outside = mallory.in(group);
    for (const data of [pick, 'event=apply.asked', 'nonsense']) await outside.pressesData(data);
    await outside.says('承認待ち');
    await outside.says('0000-0001');
    await outside.receives('このコードは使えませんでした');
    expect(group.messages()).toHaveLength(2);
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
  });

  test('in the admin chat, about a request or a room that is not there, is told so', async () => {
    const { suzuki } = office.staff;
    for (const event of ['confirm.asked', 'decline.asked', 'contact.asked', 'numbers.confirmed']) {
      const data = `event=${event}&booking=${strangersBooking}&version=1&numbers=mark`;
      expect(await suzuki.pressesData(data)).toContain('記録にありません');
    }
    const hanako = await office.guest();
    const number = await request(hanako, on(3, '15:00'));
    await suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
    const pick = suzuki.dataOf(room.name).replace(/room=[\w-]+/, `room=${strangersBooking}`);
    expect(await suzuki.pressesData(pick)).toContain(`[${room.name}]`);
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
  });

  test('in the admin chat, of a person or of nobody, decides nothing and shows staff no menu of hers', async () => {
    const { suzuki, group } = office.staff;
    // Of a release in which a question stood in the chat.
    const old = `event=numbers.retyped&booking=${strangersBooking}&c=abc&s=1`;
    await suzuki.presses('お断りする');
    for (const data of ['event=submitted', 'nonsense', old]) {
      const answer = await suzuki.pressesData(data);
      expect(answer).toContain('前のボタン');
      expect(answer).not.toContain('[相談を申し込む]');
    }
    const before = group.messages().length;
    for (const event of ['apply.asked', 'booking.asked', 'menu.asked']) {
      await suzuki.member.pressesData(`event=${event}`);
    }
    expect(await suzuki.says('ヘルプ')).toContain('承認待ち');
    // Its two cards, and nothing else.
    expect(group.messages()).toHaveLength(before + 2);
  });

  test('of broken data is answered like an old one', async () => {
    const hanako = await office.guest();
    const broken = [
      'nonsense',
      '{"event":"apply.asked"}',
      'event=',
      'event=unheard.of',
      'event=constructor',
      'event=__proto__&c=1',
      'event=day.picked',
      'event=rechoose.asked&booking=1&version=1',
      `event=rechoose.asked&booking=${strangersBooking}&version=-1`,
      '%E3%81',
      `event=apply.asked&x=${'x'.repeat(280)}`.slice(0, 300),
      '\u0000',
    ];
    for (const data of broken) await answered(hanako, data);
  });

  test('with a version that the request never had changes nothing', async () => {
    const hanako = await office.guest();
    await request(hanako, on(4, '10:00'));
    const data = hanako.dataOf('日時を選び直す');
    for (const version of ['2147483647', '2147483648', '9007199254740993', '1e308', '0']) {
      const answer = await answered(hanako, data.replace(/version=\d+/, `version=${version}`));
      expect(answer, version).toMatch(/もう変えられません|前のボタン/);
    }
  });

  test('with the stamp of the open question, but of another question, does not jump ahead', async () => {
    const hanako = await office.guest();
    await fillUpTo('day', hanako, on(4, '11:00'));
    const stamp = /c=[^&]+&s=\d+/.exec(hanako.dataOf(dayLabel(addDays(office.monday, 2))))?.[0];
    for (const tap of [
      'submitted',
      'companion.answered&companion=0',
      'time.picked&time=10%3A00',
      'eligible',
    ]) {
      const answer = await answered(hanako, `event=${tap}&${stamp}`);
      expect(answer).toContain('希望の日');
    }
  });

  test('with a day or time that no calendar has, that is over or that is closed is refused', async () => {
    const hanako = await office.guest();
    await fillUpTo('day', hanako, on(4, '11:00'));
    const stampOf = (label: string) => /c=[^&]+&s=\d+/.exec(hanako.dataOf(label))?.[0];
    const anyDay = dayLabel(addDays(office.monday, 2));
    const saturday = addDays(office.monday, 5);
    for (const day of ['2026-13-45', '2026-02-30', '0000-00-00', '2001-01-01', saturday, '9999-12-31']) {
      const answer = await answered(hanako, `event=day.picked&day=${day}&${stampOf(anyDay)}`);
      expect(answer).toContain('希望の日');
    }
    await hanako.presses(dayLabel(addDays(office.monday, 4)));
    for (const time of ['99:99', '03:00', '12:00', '10:01']) {
      const data = `event=time.picked&time=${encodeURIComponent(time)}&${stampOf('11:00')}`;
      expect(await answered(hanako, data)).not.toContain('同席する方');
      if (hanako.person.buttons().includes('11:00')) continue;
      await hanako.presses(dayLabel(addDays(office.monday, 4)));
    }
    expect(await hanako.presses('11:00')).toContain('同席する方はいますか');
  });
});
