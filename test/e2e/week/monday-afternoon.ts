// Monday afternoon: Tomoko is called back, Keiko comes, and tomorrow's afternoon is closed.
import { expect } from 'vitest';
import { detailsOf, rooms } from './cast.ts';
import {
  aMinute,
  at,
  card,
  chatter,
  dayOn,
  guests,
  late,
  numbers,
  short,
  takes,
  taps,
  writes,
} from './desk.ts';
import { call, pageOf } from './phone.ts';

export async function mondayAfternoon(): Promise<void> {
  await tomokoIsCalledBack();
  await keikoComes();
  await tomorrowAfternoonIsClosed();
  await fumikoIsCancelled();
  await at(0, '17:00');
  // Misaki is not reminded of a closed afternoon; what becomes of it waits until tomorrow.
  expect(guests.misaki.timesSeen('もうすぐ相談の日です')).toBe(0);
}

async function tomokoIsCalledBack(): Promise<void> {
  await at(0, '13:05');
  await call('kato', detailsOf('tomoko').name);
  const first = card('留守', detailsOf('tomoko').name);
  await taps('kato', '電話のページ', first);
  const page = await (await pageOf('kato', '電話のページをひらく'))();
  for (const words of [detailsOf('tomoko').phone, rooms.A.id, rooms.A.passcode])
    expect(page).toContain(words);
  // Nobody answers; after the rest another clerk reaches her.
  expect(await taps('kato', '留守', first)).toContain('15:05から、また出ます');
  await late('mori', '留守', first, '留守');
  await at(0, '13:30');
  await chatter(['kato', '初生さん、折り返しありました'], ['mori', '了解です👍']);
  expect(await taps('mori', '伝えた', first)).toContain('記録しました');
  await late('kato', '伝えた', first, /^森さんが13:30に「伝えた」を押しました/);
}

async function keikoComes(): Promise<void> {
  await at(0, '14:02');
  await writes('ito', numbers.keiko);
  const hour = card('来室', numbers.keiko);
  expect(await taps('ito', '来室', hour)).toContain('記録しました');
  await late('takahashi', '来室', hour, '「来室」にしています');
  await late('takahashi', '電話で実施', hour, '「来室」にしています');
}

/** It hits two: one with LINE, one without. */
async function tomorrowAfternoonIsClosed(): Promise<void> {
  await at(0, '15:00');
  await takes(2, async () => {
    const asked = await writes('suzuki', `休業 ${short(1)} 午後 防災訓練`);
    expect(asked).toContain('当たる予約 2件');
    for (const who of ['misaki', 'fumiko'] as const) expect(asked).toContain(detailsOf(who).name);
    expect(await taps('suzuki', '休業にする')).toContain('休業にしました(鈴木さん)');
  });
  await late('takahashi', '休業にする', card('休業にする', dayOn(1)), /鈴木さんが15:00に登録済みです/);
}

async function fumikoIsCancelled(): Promise<void> {
  await at(0, '15:30');
  await writes('yamada', numbers.fumiko);
  // It says before the press how she will hear of it.
  const asked = await taps('yamada', 'キャンセル');
  expect(asked).toContain(detailsOf('fumiko').name);
  expect(asked).toContain('ご本人にLINEは届きません');
  expect(asked).not.toContain('お知らせします');
  expect(await taps('yamada', '相談員の都合')).toContain('1分後に「お電話」に出ます');
  await late(
    'kato',
    '相談員の都合',
    card('相談員の都合', numbers.fumiko),
    /^山田さんが15:30にキャンセル済みです/,
  );
  await aMinute();
  await call('yamada', detailsOf('fumiko').name);
  await taps('yamada', '電話のページ');
  const page = await pageOf('yamada', '電話のページをひらく');
  expect(await page()).toContain('ご予約をキャンセルしました');
  expect(await page({ act: 'told' })).toContain('伝えたことを記録しました');
}
