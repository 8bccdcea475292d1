// Tuesday: a room is given up, somebody cannot get in, two telephone to cancel, and Thursday is closed.
import { expect } from 'vitest';
import { detailsOf, rooms } from './cast.ts';
import {
  aMinute,
  asks,
  at,
  card,
  chatter,
  dayOn,
  guests,
  late,
  minutes,
  numbers,
  office,
  pushed,
  short,
  takes,
  taps,
  writes,
} from './desk.ts';
import { books, call } from './phone.ts';

export async function tuesday(): Promise<void> {
  await theMorning();
  await misakiIsMoved();
  await roomCIsGivenUp();
  await requestsForTheRestOfTheWeek();
  await sakuraCannotGetIn();
  await naoTelephonesToCancel();
  await yukaIsCancelledByMistake();
  await tomokoComes();
  await thursdayIsClosed();
  await theAfternoonIsClosed();
}

async function theMorning(): Promise<void> {
  await at(1, '08:40');
  const morning = await writes('suzuki', 'おはよう');
  expect(morning).toContain('相談 4件');
  for (const who of ['hana', 'sakura', 'tomoko'] as const) expect(morning).toContain(detailsOf(who).name);
  expect(morning).not.toContain(detailsOf('fumiko').name);
  expect(morning).toContain(`15:00 ${detailsOf('misaki').name}\n確定・相談室B・休業に当たる`);
  expect(morning).toContain('休業 午後(防災訓練)');
}

/** From her line on the card of the morning. */
async function misakiIsMoved(): Promise<void> {
  await at(1, '08:45');
  await taps('suzuki', `15:00 ${detailsOf('misaki').name}`);
  await takes(4, async () => {
    await taps('suzuki', '日時を変える');
    await taps('suzuki', dayOn(4));
    await taps('suzuki', '10:00');
    expect(await taps('suzuki', '変える')).toContain('鈴木さんが日時を変えました');
  });
  await late('mori', '変える', card('変える', detailsOf('misaki').name), '日時を変えました');
  await aMinute();
  expect(await guests.misaki.hears('予約の日時が変わりました')).toContain(
    `${dayOn(4)}10:00～10:45に変わりました`,
  );
  expect(await writes('suzuki', numbers.misaki)).toContain('お知らせ 送りました 8:46');
}

/** Rin's consultation of tomorrow is in it. */
async function roomCIsGivenUp(): Promise<void> {
  await at(1, '09:10');
  await takes(2, async () => {
    expect(await writes('kato', `会議室 削除 ${rooms.C.name}`)).toContain('これからの予約が1件あります');
    expect(await taps('kato', 'はい、削除する')).toContain('これからの予約 1件は、番号もそのままです');
  });
  await late('mori', 'はい、削除する', card('はい、削除する', rooms.C.name), 'もう登録にありません');
  await minutes(5);
  await takes(3, async () => {
    expect(await writes('kato', numbers.rin)).toContain(`${rooms.C.name}(削除ずみ)`);
    await taps('kato', '番号を直す');
    expect(await taps('kato', rooms.B.name)).toContain('加藤さんが番号を直しました');
  });
  await aMinute();
  expect(await guests.rin.hears('ミーティングIDが変わりました')).toContain(rooms.B.id);
}

async function requestsForTheRestOfTheWeek(): Promise<void> {
  await at(1, '09:30');
  await asks('mao', 2, '11:00');
  await asks('chihiro', 3, '10:00');
  await asks('kaede', 3, '14:00');
  await asks('saki', 4, '11:00');
  for (const who of ['mao', 'chihiro', 'saki'] as const) {
    await taps('suzuki', '確定する', await pushed('確定する', numbers[who]));
    expect(await taps('suzuki', rooms.A.name)).toContain('鈴木さんが確定しました');
  }
  await books('ito', 'setsuko', `電話予約 ${short(3)} 11:00`, { numbersBy: 'callBack' });
  await taps('ito', '確定する', card('確定する', numbers.setsuko));
  await taps('ito', rooms.B.name);
  await aMinute();
  await call('ito', detailsOf('setsuko').name);
  await taps('ito', '伝えた');
}

async function sakuraCannotGetIn(): Promise<void> {
  await at(1, '10:03');
  await writes('suzuki', numbers.hana);
  await taps('suzuki', '来室');
  await chatter(['takahashi', '三方原さん、入ってきませんね'], ['suzuki', '待ちましょう']);
  expect(await guests.sakura.presses('つながらない')).toContain('職員からお電話します');
  const news = await pushed('対応します', numbers.sakura);
  await takes(2, async () => {
    expect(await taps('ito', '対応します', news)).toMatch(/伊藤さんが対応中[\s\S]*三方原 桜/);
    const helping = card('入れました', numbers.sakura);
    await late('mori', '対応します', news, '伊藤さんが対応中');
    await at(1, '10:08');
    expect(await taps('ito', '電話で実施', helping)).toContain('記録しました');
    await late('mori', '入れました', helping, '「電話で実施」にしています');
  });
}

/** From nothing: the day, the row, キャンセル, the reason. */
async function naoTelephonesToCancel(): Promise<void> {
  await at(1, '10:30');
  await takes(4, async () => {
    await writes('yamada', '明日');
    await taps('yamada', `10:00 ${detailsOf('nao').name}`);
    await taps('yamada', 'キャンセル');
    expect(await taps('yamada', 'ご本人から')).toContain('山田さんがキャンセルしました');
  });
  await late('kato', 'ご本人から', card('ご本人から', numbers.nao), /^山田さんが10:30にキャンセル済みです/);
  expect(guests.nao.timesSeen('予約をキャンセルしました')).toBe(0);
  await aMinute();
  expect(await guests.nao.hears('キャンセルしました')).toContain('ご連絡のとおり');
  await late('kato', '取り消す', card('取り消す', numbers.nao), /もうご本人にお知らせした/);
}

/** The wrong row: another clerk sees it, and Yuka hears nothing of it. */
async function yukaIsCancelledByMistake(): Promise<void> {
  await at(1, '10:40');
  await writes('yamada', '明日');
  await taps('yamada', `11:00 ${detailsOf('yuka').name}`);
  await taps('yamada', 'キャンセル');
  await taps('yamada', 'ご本人から');
  const result = card('取り消す', numbers.yuka);
  await chatter(['mori', '山田さん、水窪さんは違います！ 取り消します']);
  await minutes(0.5);
  expect(await taps('mori', '取り消す', result)).toContain('ご本人には、何もお知らせしていません');
  await late('yamada', '取り消す', result, 'さきほどのカードのあとに、変わりました');
  await minutes(2);
  expect(guests.yuka.timesSeen('予約をキャンセルしました')).toBe(0);
}

async function tomokoComes(): Promise<void> {
  await at(1, '11:04');
  await writes('takahashi', numbers.tomoko);
  expect(await taps('takahashi', '来室')).toContain('相談中');
}

/** It hits a confirmed booking in LINE, one by telephone, and a request. */
async function thursdayIsClosed(): Promise<void> {
  await at(1, '11:15');
  await takes(2, async () => {
    const asked = await writes('ito', `休業 ${short(3)} 研修`);
    expect(asked).toMatch(/当たる予約 2件\n申し込み 1件/);
    await taps('ito', '休業にする');
  });
  await late('suzuki', '休業にする', card('休業にする', dayOn(3)), /伊藤さんが11:15に登録済みです/);
  await taps('ito', `10:00 ${detailsOf('chihiro').name}`);
  await taps('ito', 'キャンセル');
  await taps('ito', '相談員の都合');
  await taps('ito', `14:00 ${detailsOf('kaede').name}`);
  await taps('ito', 'お断りする');
  await taps('ito', '日時の都合がつかない');
  await taps('ito', `11:00 ${detailsOf('setsuko').name}`);
  await taps('ito', 'キャンセル');
  await taps('ito', '相談員の都合');
  await aMinute();
  expect(await guests.chihiro.hears('キャンセルしました')).toContain('担当者の都合');
  await guests.kaede.hears('お受けできませんでした');
  // Nobody answers at Setsuko's, today and in the rest of the week.
  await call('kato', detailsOf('setsuko').name);
  await taps('kato', '留守');
}

/** From noon on the office is closed: what happens is pushed to nobody. */
async function theAfternoonIsClosed(): Promise<void> {
  const before = office.simulator
    .pushes()
    .filter(({ chatId }) => chatId === office.staff.group.groupId).length;
  await at(1, '14:30');
  await at(1, '17:00');
  for (const who of ['rin', 'mao', 'yuka'] as const) await guests[who].hears('もうすぐ相談の日です');
  const after = office.simulator
    .pushes()
    .filter(({ chatId }) => chatId === office.staff.group.groupId).length;
  expect(after).toBe(before);
}
