// A held slot, a request in LINE and a link code, at the same moment: on a server, where two transactions really run side by side.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addDays, instant } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { type Counter, fillIn, openCounter } from '../conversation/counter.ts';
import { describeOnServer } from '../helpers/database.ts';
import { openPhoneDesk, type PhoneDesk } from '../staff/phone-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describeOnServer('at the same moment', () => {
  let counter: Counter;
  let desk: PhoneDesk;
  let counsellors: number;
  beforeAll(async () => {
    counter = await openCounter();
    desk = await openPhoneDesk(counter);
    counsellors = counter.office.consultation.counsellors;
    await counter.prisma.adminChat.create({ data: { chatId: 'C2', enrolledAt: counter.clock.now() } });
  });
  afterAll(async () => {
    desk?.close();
    await counter?.close();
  });
  beforeEach(async () => {
    await desk.clear();
    await desk.later();
  });

  const start = () => instant(desk.day, '10:00');
  const texts = async (chatId: string, skipped: number) =>
    JSON.stringify((await counter.sentTo(chatId, skipped)).map(({ messages }) => messages));

  test('as many clerks as there are counsellors hold a slot, and the others are told that it is taken', async () => {
    const clerks = Array.from({ length: counsellors + 3 }, (_, place) => counter.visitor(`C-clerk-${place}`));
    await counter.prisma.adminChat.createMany({
      data: clerks.map(({ chatId }) => ({ chatId, enrolledAt: counter.clock.now() })),
    });
    await Promise.all(clerks.map((clerk) => clerk.says(desk.line())));
    expect(await desk.holds()).toHaveLength(counsellors);
    const said = await Promise.all(clerks.map(({ chatId }) => texts(chatId, 0)));
    expect(said.filter((text) => text.includes('おさえました'))).toHaveLength(counsellors);
    expect(said.filter((text) => text.includes('ほかの職員が電話中'))).toHaveLength(3);
    await counter.prisma.adminChat.deleteMany({ where: { chatId: { startsWith: 'C-clerk' } } });
  });

  test('a request in LINE and a clerk who want the last counsellor of an hour: one gets it, the other is told', async () => {
    await counter.prisma.slotUse.createMany({
      data: Array.from({ length: counsellors - 1 }, (_, counsellor) => ({
        ...{
          kind: 'undo' as const,
          counsellor,
          startsAt: start(),
          until: instant(addDays(desk.day, -1), '10:00'),
        },
        endsAt: new Date(start().getTime() + 45 * 60_000),
      })),
    });
    const hanako = counter.visitor('U-race');
    await fillIn(hanako, 'phone');
    await hanako.says(`${dayText(desk.day)} 10時`);
    await hanako.presses('はい、この日時で').catch(() => '');
    await hanako.presses('いない').catch(() => '');
    const submit = await hanako.tapOf('この内容で申し込む');
    await Promise.all([hanako.taps(submit), desk.first.says(desk.line())]);
    const requests = await counter.prisma.booking.count({ where: { startsAt: start() } });
    expect(requests + (await desk.holds()).length).toBe(1);
  });

  test('one code that two chats type joins one of them', async () => {
    await desk.save(await desk.hold(desk.line()));
    const { id, personId } = await counter.prisma.booking.findFirstOrThrow();
    await desk.first.taps({ event: 'card.asked', booking: id });
    const shown = await desk.first.presses('LINEとつなぐ');
    const code = /コード (\d{4}-\d{4})/.exec(shown)?.[1] ?? '';
    const both = [counter.visitor('U-race-1'), counter.visitor('U-race-2')];
    const said = await Promise.all(both.map((one) => one.says(`つなぐ ${code}`)));
    expect(said.filter((text) => text.includes('つなぎました'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('このコードは使えません'))).toHaveLength(1);
    const joined = await counter.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    expect(both.map(({ chatId }) => chatId)).toContain(joined.chatId);
  });

  test('of four clerks who save one page one makes the booking, and the others are told', async () => {
    const page = await desk.hold(desk.line());
    const names = ['佐藤 花子', '鈴木 太郎', '高橋 次郎', '田中 三郎'];
    const pages = await Promise.all(names.map((name) => desk.save(page, { name })));
    expect(pages.filter(({ html }) => html.includes('<p>登録しました。</p>'))).toHaveLength(1);
    expect(pages.filter(({ html }) => html.includes('登録ずみです。'))).toHaveLength(3);
    expect(await counter.prisma.booking.count()).toBe(1);
  });

  test('two pages that make a booking for the same person at once: one does, the other is refused (R-15)', async () => {
    await desk.save(await desk.hold(desk.line(-1)));
    const { id, personId } = await counter.prisma.booking.findFirstOrThrow();
    await counter.prisma.booking.update({ where: { id }, data: { state: 'done' } });
    const pages: string[] = [];
    for (const days of [0, 1]) {
      await desk.later();
      pages.push(await desk.hold(desk.line(days)));
    }
    const saved = await Promise.all(pages.map((page) => desk.save(page, { who: personId })));
    expect(saved.filter(({ html }) => html.includes('<p>登録しました。</p>'))).toHaveLength(1);
    expect(saved.filter(({ html }) => html.includes('別の予約があります'))).toHaveLength(1);
  });
});
