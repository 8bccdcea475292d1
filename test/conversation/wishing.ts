// What tests about wishes to move have in common: the wish as its person makes it, and the last look of the staff.
import type { RoomOffice } from './rooms.ts';
import { office } from './with-rooms.ts';

export type Confirmed = Awaited<ReturnType<RoomOffice['confirmed']>>;

/** Of the first day that is offered. */
export async function wishes({ person, now }: Confirmed, time = '15:00'): Promise<string> {
  const { id, version } = await now();
  const days = await person.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  const [, day = ''] = /\[(\d+月\d+日\(.\))\]/.exec(days) ?? [];
  await person.presses(day);
  await person.presses(time);
  return person.presses('この内容で申し込む');
}

/** 日時を変える as far as the last look, some days on. */
export async function looksAt(receipt: string, time = '15:00'): Promise<string> {
  await office.first.says(receipt);
  const card = await office.first.presses('日時を変える');
  const [, , , day = ''] = [...card.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, label = '']) => label);
  await office.first.presses(day);
  return office.first.presses(time);
}
