// Monday morning: requests come in, numbers were wrong, and three people telephone.
import { expect } from 'vitest';
import { withdraw } from '../helpers/form.ts';
import { detailsOf, rooms, typed } from './cast.ts';
import {
  aMinute,
  asks,
  at,
  card,
  chatter,
  clerks,
  dayOn,
  guests,
  late,
  minutes,
  numbers,
  pushed,
  short,
  takes,
  taps,
  writes,
} from './desk.ts';
import { books, enters } from './phone.ts';

export async function mondayMorning(): Promise<void> {
  await theOfficeOpens();
  await hanaIsConfirmed();
  await sakuraIsConfirmedWithTypedNumbers();
  await aoiIsDeclined();
  await yuiWithdraws();
  await fourMoreAreConfirmed();
  await sakurasNumbersWereWrong();
  await threePeopleTelephone();
}

async function theOfficeOpens(): Promise<void> {
  expect(await writes('kato', 'おはようございます')).toContain('今日の相談はありません');
  await chatter(['mori', 'おはようございます！'], ['ito', '今日は電話が多そうですね'], ['mori', 'はい']);
  for (const { name, id, passcode } of Object.values(rooms))
    expect(await writes('ito', `会議室 追加 ${name} ${id} ${passcode}`)).toContain(
      `「${name}」を登録しました`,
    );
}

async function hanaIsConfirmed(): Promise<void> {
  await at(0, '09:05');
  await asks('hana', 1, '10:00');
  const request = await pushed('確定する', numbers.hana);
  await takes(2, async () => {
    await taps('suzuki', '確定する', request);
    expect(await taps('suzuki', rooms.A.name)).toContain('鈴木さんが確定しました');
  });
  // A colleague had the same card before her eyes.
  await late('takahashi', '確定する', request, /^鈴木さんが9:05に確定済みです/);
  await late('takahashi', 'お断りする', request, /^鈴木さんが9:05に確定済みです/);
  await late('takahashi', rooms.B.name, card(rooms.B.name, numbers.hana), /^鈴木さんが9:05に確定済みです/);
  expect(guests.hana.timesSeen('予約が確定しました')).toBe(0);
  await aMinute();
  expect(await guests.hana.hears('予約が確定しました')).toContain(rooms.A.id);
}

async function sakuraIsConfirmedWithTypedNumbers(): Promise<void> {
  await at(0, '09:15');
  await asks('sakura', 1, '10:00');
  await pushed('確定する', numbers.sakura);
  // While she types, the others talk: none of it becomes a number.
  await chatter(
    ['kato', '053-454-1910 に折り返しください'],
    ['mori', 'OK'],
    ['yamada', 'はい'],
    ['yamada', 'やめる'],
    ['kato', '812 3456 7890'],
  );
  await takes(2, async () => {
    const line = `番号 ${numbers.sakura} ${typed.wrong.id} ${typed.wrong.passcode}`;
    expect(await writes('takahashi', line)).toContain(detailsOf('sakura').name);
    expect(await taps('takahashi', 'この番号で確定する')).toContain('高橋さんが確定しました');
  });
  await late(
    'ito',
    'この番号で確定する',
    card('この番号で確定する', numbers.sakura),
    /^高橋さんが9:15に確定済みです/,
  );
  await aMinute();
  expect(await guests.sakura.hears('予約が確定しました')).toContain(typed.wrong.id);
}

async function aoiIsDeclined(): Promise<void> {
  await at(0, '09:25');
  await asks('aoi', 1, '14:00');
  const request = await pushed('確定する', numbers.aoi);
  await takes(2, async () => {
    expect(await taps('kato', 'お断りする', request)).toContain(detailsOf('aoi').name);
    expect(await taps('kato', '窓口でお受けする')).toContain('加藤さんがお断りしました');
  });
  await late('mori', 'お断りする', request, /^加藤さんが9:25にお断り済みです/);
  await late(
    'mori',
    '日時の都合がつかない',
    card('日時の都合がつかない', numbers.aoi),
    /^加藤さんが9:25にお断り済みです/,
  );
  await aMinute();
  expect(await guests.aoi.hears('お受けできませんでした')).toContain('窓口でのご相談');
}

/** Before anybody has decided. */
async function yuiWithdraws(): Promise<void> {
  await at(0, '09:35');
  await asks('yui', 2, '14:00');
  const request = await pushed('確定する', numbers.yui);
  await withdraw(guests.yui);
  // It waits for their next word, which is this press.
  await minutes(1);
  expect(await clerks.yamada.presses('確定する', { message: request.id })).toMatch(/取り下げ済みです/);
}

async function fourMoreAreConfirmed(): Promise<void> {
  await at(0, '09:45');
  await asks('rin', 2, '10:00');
  await asks('misaki', 1, '15:00');
  await asks('nao', 2, '10:00');
  await asks('yuka', 2, '11:00');
  for (const [who, room] of [
    ['rin', rooms.C.name],
    ['misaki', rooms.B.name],
    ['nao', rooms.A.name],
    ['yuka', rooms.B.name],
  ] as const) {
    await taps('ito', '確定する', await pushed('確定する', numbers[who]));
    expect(await taps('ito', room)).toContain('伊藤さんが確定しました');
  }
  await aMinute();
  for (const who of ['rin', 'misaki', 'nao', 'yuka'] as const) await guests[who].hears('予約が確定しました');
}

/** Confirmed and told an hour ago; the meeting has another ID. */
async function sakurasNumbersWereWrong(): Promise<void> {
  await at(0, '10:30');
  await takes(4, async () => {
    expect(await writes('takahashi', numbers.sakura)).toContain('お知らせ 送りました 9:16');
    await taps('takahashi', '番号を直す');
    const shown = await writes(
      'takahashi',
      `番号 ${numbers.sakura} ${typed.right.id} ${typed.right.passcode}`,
    );
    expect(shown).toMatch(/古い番号[\s\S]*845 1111 2222[\s\S]*新しい番号[\s\S]*856 3333 4444/);
    expect(await taps('takahashi', '送り直す')).toContain('高橋さんが番号を直しました');
  });
  await late('kato', '送り直す', card('送り直す', numbers.sakura), '番号を直しました');
  await aMinute();
  const changed = await guests.sakura.hears('ミーティングIDが変わりました');
  expect(changed).toContain(typed.right.id);
  expect(changed).not.toContain(typed.wrong.id);
}

async function threePeopleTelephone(): Promise<void> {
  await at(0, '10:45');
  // Tomoko wants to be called back with the numbers.
  const twice = await books('mori', 'tomoko', `電話予約 ${short(1)} 11:00`, { numbersBy: 'callBack' });
  expect(twice).toContain('登録ずみです。');
  expect(twice).toContain('森さんが10:45に登録しました');
  await taps('mori', '確定する', card('確定する', numbers.tomoko));
  expect(await taps('mori', rooms.A.name)).toContain('1分後に「お電話」に出ます');
  // Keiko needs one for today, which is too late for LINE, and has a pencil in her hand.
  await minutes(5);
  await books('mori', 'keiko', `電話予約 ${short(0)} 14:00`, { numbersBy: 'aloud', reason: 'vacancy' });
  await taps('mori', '確定する', card('確定する', numbers.keiko));
  const aloud = await taps('mori', rooms.B.name);
  expect(aloud).toContain(rooms.B.id);
  expect(aloud).toContain('いまのお電話で読み上げてください');
  // Fumiko picks one of the times that the clerk reads out; another was held first.
  await minutes(5);
  await writes('yamada', `電話予約 ${short(1)} 15:00`);
  const held = card('おさえるのをやめる', dayOn(1));
  await taps('yamada', 'おさえるのをやめる', held);
  await late('kato', 'おさえるのをやめる', held, 'もうおさえていません');
  await writes('yamada', `電話予約 ${short(1)} 14:00`);
  await enters('yamada', 'fumiko', { numbersBy: 'myPage', jobNumber: '', jobNumberUnknown: 'yes' });
  await taps('yamada', '確定する', card('確定する', numbers.fumiko));
  expect(await taps('yamada', rooms.A.name)).toContain('マイページでお知らせください');
  await aMinute();
}
