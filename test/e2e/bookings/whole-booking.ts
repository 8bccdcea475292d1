// A booking from the first greeting to the last reminder, and the other ways in which staff decide.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { room } from '../helpers/cast.ts';
import { addRooms, book, cardOf, receiptNumberIn, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

/** From 友だち追加 to the receipt it takes nine answers. Resolves with the receipt number. */
async function fillsInTheForm(hanako: Guest): Promise<string> {
  const wednesday = addDays(office.monday, 2);
  await hanako.person.follow();
  const greeting = await hanako.hears('何をしますか');
  for (const label of ['相談を申し込む', '予約を見る', 'よくある質問', '電話する']) {
    expect(greeting).toContain(`[${label}]`);
  }
  expect(await hanako.presses('相談を申し込む')).toContain('利用規約に同意しますか');

  expect(await hanako.presses('同意する')).toContain('当てはまりますか');
  expect(await hanako.presses('すべて当てはまる')).toContain('氏名を教えてください');
  expect(await hanako.says(hanako.details.name)).toContain('求職番号を教えてください');
  expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
  expect(await hanako.says(hanako.details.phone)).toContain('希望の日を選んでください');
  expect(await hanako.presses(dayLabel(wednesday))).toContain(`${dayLabel(wednesday)}の何時から`);
  expect(await hanako.presses('10:00')).toContain('同席する方はいますか');
  const lastLook = await answerNoToAll(hanako);
  for (const words of [
    `${dayLabel(wednesday)}\n10:00～10:45`,
    hanako.details.name,
    hanako.details.jobNumber,
    hanako.details.phone,
    'まだ終わっていません',
  ]) {
    expect(lastLook).toContain(words);
  }
  const receipt = await hanako.presses('この内容で申し込む');

  expect(receipt).toContain('まだ確定していません');
  expect(receipt).toContain(`${dayLabel(addDays(office.monday, 1))}16:30までに`);
  expect(receipt).toContain(`${dayLabel(wednesday)}\n10:00～10:45`);
  return receiptNumberIn(receipt);
}

/** The card in the admin chat names her, and shows none of her numbers. */
async function staffSeeHer(hanako: Guest, number: string): Promise<void> {
  const card = await cardOf(number, office);
  expect(card.text).toContain(hanako.details.name);
  for (const hidden of [hanako.details.phone, hanako.details.jobNumber, '22020', '090'])
    expect(card.text).not.toContain(hidden);
  expect(card.altText).not.toContain(hanako.details.name);
  expect(card.buttons).toEqual(expect.arrayContaining(['確定する', 'お断りする']));
}

/** 確定する and the room bring her the Zoom numbers, to be copied as digits. */
async function staffConfirm(hanako: Guest): Promise<void> {
  const { suzuki } = office.staff;
  await addRooms(office);
  expect(await suzuki.presses('確定する')).toContain(`[${room.name}]`);
  expect(await suzuki.presses(room.name)).toMatch(
    /鈴木さんが確定しました。\nご本人には、まだお知らせしていません/,
  );
  expect(hanako.timesSeen('予約が確定しました')).toBe(0);
  await office.later(1);

  const confirmed = await hanako.hears('予約が確定しました');
  expect(confirmed).toContain(room.shown);
  expect(confirmed).toContain(room.passcode);
  expect(await hanako.person.presses('ミーティングIDをコピー')).toEqual({
    kind: 'clipboard',
    text: room.meetingId,
  });
  expect(await hanako.person.presses('パスコードをコピー')).toEqual({
    kind: 'clipboard',
    text: room.passcode,
  });
  expect(await hanako.person.presses('Zoomをひらく')).toEqual({
    kind: 'uri',
    uri: `https://zoom.us/j/${room.meetingId}`,
  });
  const care = await hanako.hears('準備');
  for (const label of ['つながらない', '行けないことを伝える', '電話する'])
    expect(care).toContain(`[${label}]`);
}

/** The day before at 17:00 she is reminded, once, with the numbers. */
async function dayBefore(hanako: Guest): Promise<void> {
  await office.at(addDays(office.monday, 1), '16:59');
  expect(hanako.timesSeen('もうすぐ相談の日です')).toBe(0);
  await office.at(addDays(office.monday, 1), '17:00');
  const reminder = await hanako.hears('もうすぐ相談の日です');
  expect(reminder).toContain(room.shown);
  expect(reminder).toContain(room.passcode);
}

/** And half an hour before. */
async function halfAnHourBefore(hanako: Guest): Promise<void> {
  await office.at(addDays(office.monday, 2), '09:29');
  expect(hanako.timesSeen('まもなく相談の時間です')).toBe(0);
  await office.at(addDays(office.monday, 2), '09:30');
  expect(await hanako.hears('まもなく相談の時間です')).toContain(room.shown);
  expect(hanako.timesSeen('もうすぐ相談の日です')).toBe(1);
  expect(hanako.timesSeen('まもなく相談の時間です')).toBe(1);
}

/** つながらない reaches staff with her name, and she is told who will call. */
async function cannotGetIn(hanako: Guest, number: string): Promise<void> {
  await office.at(addDays(office.monday, 2), '10:03');
  expect(await hanako.presses('つながらない')).toContain('職員に伝えました');
  const news = await office.staff.suzuki.hears('Zoomに入れない方がいます');
  expect(news).toContain(number);
  expect(news).toContain(hanako.details.name);
}

/** 行けないことを伝える tells staff, and that only a call cancels. */
async function cannotCome(hanako: Guest, number: string): Promise<void> {
  const told = await hanako.presses('行けないことを伝える');
  expect(told).toContain('LINEだけではキャンセルになりません');
  expect(told).toContain('053-454-1910');
  expect(await office.staff.suzuki.hears('行けないと連絡がありました')).toContain(number);
}

describe('a request that staff answer', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  test('a whole booking, from 友だち追加 to 行けない on the day', async () => {
    const hanako = office.stranger();
    const number = await fillsInTheForm(hanako);
    await staffSeeHer(hanako, number);
    await staffConfirm(hanako);
    await dayBefore(hanako);
    await halfAnHourBefore(hanako);
    await cannotGetIn(hanako, number);
    await cannotCome(hanako, number);
  });

  describe('番号を入力', () => {
    test('takes full-width digits, says them back, and counts only when confirmed', async () => {
      const friday = addDays(office.monday, 4);
      const { takahashi } = office.staff;
      const hanako = await office.guest();
      const number = await request(hanako, { day: friday, time: '11:00' });
      const card = await cardOf(number, office);

      await takahashi.presses('確定する', { message: card.id });
      expect(takahashi.dataOf('番号を入力')).toContain('numbers.asked');
      const saidBack = await takahashi.says(`番号　${number}　９８７　６５４３　２１０９　ＡＢｃ１２３`);
      for (const shown of ['987 6543 2109', 'ABc123', number, hanako.details.name])
        expect(saidBack).toContain(shown);
      expect(hanako.timesSeen('予約が確定しました')).toBe(0);

      expect(await takahashi.presses('この番号で確定する')).toContain('高橋さんが確定しました');
      await office.later(1);
      const confirmed = await hanako.hears('予約が確定しました');
      expect(confirmed).toContain('987 6543 2109');
      expect(confirmed).toContain('ABc123');
    });

    test('takes a whole invitation of Zoom at once', async () => {
      const { takahashi } = office.staff;
      const hanako = await office.guest();
      const number = await request(hanako, { day: addDays(office.monday, 4), time: '14:00' });
      await cardOf(number, office);
      const saidBack = await takahashi.says(
        `番号 ${number} Zoomミーティングに参加する\nhttps://us02web.zoom.us/j/81122223333?pwd=aBcDeFgHiJ\n\nミーティングID: 811 2222 3333\nパスコード: k9x2m4`,
      );
      expect(saidBack).toContain('811 2222 3333');
      expect(saidBack).toContain('k9x2m4');
      await takahashi.presses('この番号で確定する');
      await office.later(1);
      await hanako.hears('予約が確定しました');
      expect(await hanako.person.presses('Zoomをひらく')).toEqual({
        kind: 'uri',
        uri: 'https://zoom.us/j/81122223333',
      });
    });
  });

  test('お断りする takes a reason from a list; she hears it kindly, with a way on', async () => {
    const { suzuki } = office.staff;
    const hanako = await office.guest();
    const number = await request(hanako, { day: addDays(office.monday, 4), time: '15:00' });
    expect(await suzuki.presses('お断りする', { message: (await cardOf(number, office)).id })).toContain(
      '[窓口でお受けする]',
    );
    expect(await suzuki.presses('日時の都合がつかない')).toContain('鈴木さんがお断りしました');
    await office.later(1);
    const declined = await hanako.hears('お受けできませんでした');
    expect(declined).toContain('ほかの日時で、また申し込めます');
    expect(declined).toContain('053-454-1910');
    expect(declined).toContain('[相談を申し込む]');
  });

  test('the second of two clerks is told who was first, and when', async () => {
    const hanako = await office.guest();
    const number = await book(hanako, { day: addDays(office.monday, 7), time: '10:00' }, office);
    const card = await cardOf(number, office);
    await office.later(1);
    for (const label of ['確定する', 'お断りする']) {
      const late = await office.staff.takahashi.presses(label, { message: card.id });
      expect(late).toMatch(/鈴木さんが10:\d\dに確定済みです/);
      expect(late).toContain(number);
    }
    expect(hanako.timesSeen('予約が確定しました')).toBe(1);
  });

  test('when LINE does not say who pressed in the group, 職員 has confirmed', async () => {
    office.simulator.switches.userIdInGroupPostbacks = false;
    const hanako = await office.guest();
    const number = await book(hanako, { day: addDays(office.monday, 7), time: '11:00' }, office);
    const card = await cardOf(number, office);
    await office.later(1);
    const late = await office.staff.takahashi.presses('確定する', { message: card.id });
    expect(late).toMatch(/職員が10:\d\dに確定済みです/);
  });
});
