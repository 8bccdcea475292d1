// A day is closed while somebody is on the telephone about it, or wishes to move there.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, openCounter } from '../conversation/counter.ts';
import { openPhoneDesk, type PhoneDesk } from './phone-desk.ts';

let counter: Counter;
let desk: PhoneDesk;
beforeAll(async () => {
  counter = await openCounter();
  desk = await openPhoneDesk(counter);
});
afterAll(async () => {
  desk.close();
  await counter.close();
});
beforeEach(async () => {
  await desk.clear();
  await counter.prisma.closure.deleteMany();
  await desk.later();
});

describe('A time that is held for somebody on the telephone', () => {
  test('stands on the card that asks, where the closure covers it', async () => {
    await desk.hold(desk.line());
    expect(await desk.second.says(`休業 ${desk.on(0)} 午後`)).not.toContain('電話中');
    expect(await desk.second.says(`休業 ${desk.on(0)}`)).toContain('電話中 10:00');
    expect(await desk.second.presses('休業にする')).toContain('電話中 10:00');
  });

  test('can be entered all the same: the page says that it is closed, and so does the card in the group', async () => {
    const page = await desk.hold(desk.line());
    expect((await desk.send(page, { act: 'check' })).html).not.toContain('休業になりました');
    await desk.second.says(`休業 ${desk.on(0)} 午前`);
    await desk.second.presses('休業にする');
    expect((await desk.send(page, { act: 'check' })).html).toContain('さきほど休業になりました');
    await desk.second.news();
    const saved = (await desk.save(page)).html;
    expect(saved).toContain('登録しました');
    expect(saved).toContain('さきほど休業になりました');
    const [card] = await desk.second.news();
    expect(card?.about).toBe('request');
    expect(JSON.stringify(card?.messages)).toContain('休業に当たる');
    expect(await desk.second.says(`休業 ${desk.on(0)}`)).toContain('申し込み 1件');
  });

  test('is entered without such a word where the closure is of other hours', async () => {
    const page = await desk.hold(desk.line());
    await desk.second.says(`休業 ${desk.on(0)} 午後`);
    await desk.second.presses('休業にする');
    const saved = (await desk.save(page)).html;
    expect(saved).toContain('登録しました');
    expect(saved).not.toContain('休業');
  });

  test('after its quarter of an hour is no news any more', async () => {
    await desk.hold(desk.line());
    const [hold] = await desk.holds();
    await counter.clock.moveTo(hold?.until ?? new Date());
    expect(await desk.second.says(`休業 ${desk.on(0)}`)).not.toContain('電話中');
  });
});
