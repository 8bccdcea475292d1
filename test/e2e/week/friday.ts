// Friday: the consultations, Emi does not come, and Mio's request has waited until its last hour.
import { expect } from 'vitest';
import { detailsOf, rooms } from './cast.ts';
import { aMinute, at, card, chatter, guests, late, numbers, pushed, takes, taps, writes } from './desk.ts';

export async function friday(): Promise<void> {
  await at(4, '08:35');
  const morning = await writes('yamada', 'おはようございます');
  expect(morning).toContain('相談 5件');
  expect(morning).toContain(numbers.mio);
  await theConsultations();
  await emiDoesNotCome();
  await mioWaitedUntilTheLastHour();
  await at(4, '17:15');
  await chatter(['suzuki', 'お疲れさまでした'], ['mori', 'よい週末を！'], ['kato', 'OK']);
}

async function theConsultations(): Promise<void> {
  for (const [time, ...people] of [
    ['10:01', 'misaki', 'ran'],
    ['11:01', 'haruko'],
    ['14:02', 'saki'],
  ] as const) {
    await at(4, time);
    for (const who of people) {
      await writes('takahashi', numbers[who]);
      expect(await taps('takahashi', '来室', card('来室', numbers[who]))).toContain('相談中');
    }
  }
}

async function emiDoesNotCome(): Promise<void> {
  await at(4, '14:10');
  const asked = await pushed('連絡なし', numbers.emi);
  await takes(1, async () => {
    expect(await taps('yamada', '連絡なし', asked)).toContain('記録しました');
  });
  await late('kato', '来室', asked, '「連絡なし」にしています');
  await late('kato', '連絡なし', asked, '「連絡なし」にしています');
}

async function mioWaitedUntilTheLastHour(): Promise<void> {
  await at(4, '16:00');
  const due = await pushed('確定する', '返事の期限が近づいています');
  expect(due.text).toContain(detailsOf('mio').name);
  await takes(2, async () => {
    await taps('suzuki', '確定する', due);
    expect(await taps('suzuki', rooms.A.name)).toContain('鈴木さんが確定しました');
  });
  await aMinute();
  await guests.mio.hears('予約が確定しました');
}
