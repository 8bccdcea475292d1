// The second time: what she has told once is not asked again, unless the terms have changed.

import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { patience } from '../helpers/chat-driver.ts';
import { book, receiptNumberIn, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office as profile, profileWith } from '../helpers/profile.ts';
import { office } from '../helpers/the-office.ts';

describe('the second time', () => {
  let hanako: Guest;
  beforeAll(async () => {
    await office.nextMonday();
    hanako = await office.guest();
  });

  const withdraw = async () => {
    await hanako.says('予約を見る');
    await hanako.presses('申し込みを取り下げる');
    await hanako.presses('取り下げる');
  };

  test('a later request takes four answers: the registration, the day, the time, 申し込む', async () => {
    const number = await request(hanako, { day: addDays(office.monday, 2), time: '10:00' });
    await withdraw();

    const known = await hanako.presses('相談を申し込む');
    expect(known).toContain('前回の登録を使いますか');
    // Somebody else may hold her phone.
    expect(known).not.toContain(hanako.details.name);
    expect(known).not.toContain(hanako.details.jobNumber);
    expect(known).not.toContain(hanako.details.phone);
    await hanako.presses('この登録で申し込む');
    await hanako.presses(dayLabel(addDays(office.monday, 3)));
    const lastLook = await hanako.presses('10:00');
    expect(lastLook).toContain('この内容で申し込みますか');
    expect(lastLook).not.toContain(hanako.details.phone);
    const receipt = await hanako.presses('この内容で申し込む');
    expect(receiptNumberIn(receipt)).not.toBe(number);
  });

  test('what she was asked for is on record in full: staff see her name on the card', async () => {
    const { group } = office.staff;
    const isTheirs = ({ text }: { text: string }) =>
      text.includes('新しい申し込み') && text.includes(hanako.details.name);
    await office.simulator.waitFor(() => group.messages().findLast(isTheirs), patience);
    await withdraw();
  });

  test('入力し直す asks for name, number and phone anew', async () => {
    await hanako.presses('相談を申し込む');
    expect(await hanako.presses('入力し直す')).toContain('氏名を教えてください');
    await hanako.says('舞阪 ひなた');
    await hanako.says('22020-5559999');
    await hanako.says('053-412-3456');
    await hanako.presses(dayLabel(addDays(office.monday, 3)));
    const lastLook = await hanako.presses('11:00');
    expect(lastLook).toContain('舞阪 ひなた');
    expect(lastLook).toContain('22020-5559999');
    expect(lastLook).toContain('053-412-3456');
    receiptNumberIn(await hanako.presses('この内容で申し込む'));
    await withdraw();
  });

  test('when the terms have changed, consent is asked for again, once', async () => {
    await office.restart({
      OFFICE: await profileWith({ terms: { ...profile.terms, version: 'R9-4-1' } }),
    });
    expect(await hanako.says('相談を申し込む')).toContain('利用規約に同意しますか');
    expect(await hanako.presses('同意する')).toContain('前回の登録を使いますか');
    await hanako.presses('やめる');
    expect(await hanako.says('相談を申し込む')).toContain('前回の登録を使いますか');
    await hanako.presses('やめる');
  });

  test('after a consultation she can ask for the next one', async () => {
    const momoko = await office.guest();
    const day = addDays(office.monday, 1);
    await book(momoko, { day, time: '10:00' }, office);
    await office.at(day, '10:50');
    expect(await momoko.says('相談を申し込む')).toContain('前回の登録を使いますか');
  });
});
