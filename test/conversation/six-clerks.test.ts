// Six clerks who press six different buttons of one card in the same second, also where LINE does not say who pressed.
import { addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { textOf } from './counter.ts';
import { numbersOf, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();

const names = ['相談室A', '相談室B', '相談室C', '相談室D', '相談室E', '相談室F'];

/** One of six rooms each; what the group reads of it. */
async function sixPress(clerks: readonly (string | undefined)[], taps: readonly Record<string, string>[]) {
  const from = (await counter.sentTo('C1')).length;
  const pressed = taps.map((tap, n) =>
    counter.visitor('C1', 'group', clerks[n]).event({ type: 'tap', tap: { ...tap } }),
  );
  await counter.hear(...pressed);
  return (await counter.sentTo('C1')).slice(from).map((one) => textOf([one]));
}

describe.each([
  ['with', (n: number) => `U-clerk-${n + 1}`, /^職員1さんが\d+:\d\dに確定済みです。\n受付番号 [\d-]+$/],
  ['without', () => undefined, /^職員が\d+:\d\dに確定済みです。\n受付番号 [\d-]+$/],
])('%s the names of those who press', (_, clerk, told) => {
  const clerks = names.map((_, n) => clerk(n));

  test('six different rooms of one card: the first is taken, the five others get one sentence each', async () => {
    for (const [n, name] of names.entries())
      await office.room(name, { ...numbersOf.A, meetingId: `8123456789${n}` });
    const { id, receipt, person, now } = await office.request(tomorrow);
    await office.first.says(receipt);
    await office.first.presses('確定する');
    const taps = [];
    for (const name of names) taps.push(await office.first.tapOf(name));
    const heard = (await counter.sentTo(person.chatId)).length;
    const [won = '', ...others] = await sixPress(clerks, taps);
    expect(won).toContain('会議室 相談室A');
    expect(won).toContain('まだお知らせしていません');
    expect(others).toHaveLength(5);
    for (const other of others) expect(other).toMatch(told);
    const { roomId } = await now();
    expect(await counter.prisma.zoomRoom.findUnique({ where: { id: roomId ?? '' } })).toMatchObject({
      name: '相談室A',
    });
    expect(await counter.prisma.bookingStep.count({ where: { bookingId: id, actor: 'staff' } })).toBe(1);
    await counter.minutePasses();
    expect((await counter.sentTo(person.chatId, heard)).map(({ about }) => about)).toEqual(['confirmed']);
  });

  test('the four records of one consultation: the first stands, whoever comes later is told who was first', async () => {
    const { id, receipt } = await office.confirmed(-12, null);
    await office.first.says(receipt);
    const taps = [];
    for (const label of ['連絡なし', '来室', '電話で実施', '欠席(連絡あり)'])
      taps.push(await office.first.tapOf(label));
    const [won = '', ...others] = await sixPress(clerks, taps);
    expect(won).toMatch(/^連絡なし/);
    expect(others).toHaveLength(3);
    const said = told.source.replace('確定済みです', '「連絡なし」にしています');
    for (const other of others) expect(other).toMatch(new RegExp(said));
    expect(await counter.prisma.bookingStep.count({ where: { bookingId: id, actor: 'staff' } })).toBe(1);
  });

  test('one button of a card six times is answered once; eleven seconds later one sentence tells who was first', async () => {
    await office.room('相談室A');
    const { receipt } = await office.request(tomorrow);
    await office.first.says(receipt);
    const tap = await office.first.tapOf('確定する(相談室A)');
    const answers = await sixPress(
      clerks,
      names.map(() => tap),
    );
    expect(answers).toHaveLength(1);
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await sixPress([clerk(5)], [tap])).toEqual([expect.stringMatching(told)]);
  });
});
