// The month's messages: one person cannot use them up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { addDays, dateText } from './helpers/calendar.ts';
import { room } from './helpers/cast.ts';
import { patience, waitedIn } from './helpers/chat-driver.ts';
import { book, cardOf, confirm, request, type Wish, withdraw } from './helpers/form.ts';
import { type Guest, type Office, startOffice } from './helpers/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ forgives: /free messages of this month/ });
  office.simulator.quota.limit = 200;
});
afterAll(() => office.close());

const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

async function requestAgain(guest: Guest, wish: Wish): Promise<void> {
  const known = await guest.presses('相談を申し込む');
  if (known.includes('この登録で申し込む')) await guest.presses('この登録で申し込む');
  await guest.says(dateText(wish.day));
  await guest.presses(wish.time);
  await answerNoToAll(guest);
  await guest.presses('この内容で申し込む');
}

const pushesTo = (chatId: string): number =>
  office.simulator.pushes().filter((call) => call.chatId === chatId).length;

describe('one person who makes the account push, again and again', () => {
  test('by blocking and unblocking it 200 times: nothing is pushed, another one’s confirmation arrives', async () => {
    const [hanako, momoko] = [await office.guest(), await office.guest()];
    await request(hanako, on(2, '10:00'));
    const number = await request(momoko, on(2, '11:00'));
    await cardOf(number, office);
    const { group } = office.staff;
    const before = pushesTo(group.groupId);
    for (let round = 0; round < 200; round += 1) {
      await hanako.person.unfollow();
      await hanako.person.unblock();
    }
    const seen = hanako.timesSeen('まだ確定していません');
    await hanako.person.says('予約を見る');
    await office.simulator.waitFor(() => hanako.timesSeen('まだ確定していません') > seen, {
      timeoutMs: 120_000,
    });
    expect(pushesTo(group.groupId) - before).toBe(0);
    await confirm(number, office);
    expect(await momoko.hears('予約が確定しました')).toContain(room.shown);
  }, 180_000);

  test('by 行けない and やっぱり行けます days before: nothing is pushed, and staff get it with their next word', async () => {
    const hanako = await office.guest();
    const { group, suzuki } = office.staff;
    const number = await book(hanako, on(3, '10:00'), office);
    await office.later(2);
    const before = pushesTo(group.groupId);
    // Four in one go: her words are taken one after the other.
    for (let round = 0; round < 2; round += 1) {
      await hanako.person.presses('行けないことを伝える');
      await hanako.person.says('やっぱり行けます');
    }
    await hanako.person.says('予約を見る');
    await hanako.hears('予約は確定しています');
    await office.later(2);
    expect(pushesTo(group.groupId) - before).toBe(0);
    const used = office.simulator.quota.used();
    const answer = await suzuki.says('おはようございます');
    expect(answer).toContain('まだお伝えしていなかったお知らせです');
    const { name } = hanako.details;
    expect(waitedIn(answer)).toEqual([
      ['行けないと連絡がありました', name, number],
      ['やはり行けると連絡がありました', name, number],
    ]);
    expect(office.simulator.quota.used()).toBe(used);
  }, 180_000);
});

describe('whoever has got hold of a code', () => {
  const invitation = async () => /\d{4}-\d{4}/.exec(await office.staff.suzuki.says('招待'))?.[0] ?? 'none';
  const told = (who: string) =>
    office.staff.group
      .messages()
      .findLast(
        ({ text, way }) => way === 'push' && /職員用のトークが増えました/.test(text) && text.includes(who),
      );

  test('and has used up her pushes is seen by staff, ends nobody, and hears at once that she was ended', async () => {
    const code = await invitation();
    const mallory = await office.guest();
    await request(mallory, on(1, '10:00'));
    await mallory.says('予約を見る');
    await mallory.presses('申し込みを取り下げる');
    await mallory.presses('取り下げる');
    expect(await mallory.says(`登録 ${code}`)).toContain('職員用のトークになりました');
    await office.simulator.waitFor(() => told(mallory.details.displayName), patience);
    await mallory.says('トーク一覧');
    expect(await mallory.presses('終了する')).toContain('まだ終了できません');
    expect(await office.staff.suzuki.presses('取り消す')).toContain('職員用から外しました');
    await mallory.hears('職員用のトークではなくなりました');
  }, 60_000);

  test('and enrols a group while only the reserve of the month is left is seen by staff', async () => {
    office.simulator.quota.setUsed(145);
    await office.later(2);
    const code = await invitation();
    const thief = office.simulator.person('見知らぬ人');
    const den = office.simulator.group('見知らぬグループ', [thief]);
    await den.invitesBot();
    await thief.in(den).says(code);
    await office.simulator.waitFor(() => told('見知らぬグループ'), patience);
    await office.staff.suzuki.presses('取り消す');
    await office.simulator.waitFor(
      () => den.messages().some(({ text }) => text.includes('職員用のトークではなくなりました')),
      patience,
    );
    office.simulator.quota.setUsed(0);
    await office.later(2);
  }, 60_000);
});

describe('one person whose messages are not pushed, for they are too many', () => {
  test('spends nothing: another one’s request reaches staff in the same minute', async () => {
    await office.nextMonday();
    const [hanako, momoko] = [await office.guest(), await office.guest()];
    const { group } = office.staff;
    const members = group.memberIds().length;
    // Room for six messages to the group above the reserve.
    office.simulator.quota.setUsed(140 - 6 * members);
    await office.later(2);
    const before = pushesTo(group.groupId);
    await request(hanako, on(2, '10:00'));
    for (let round = 0; round < 6; round += 1) {
      await withdraw(hanako);
      await requestAgain(hanako, on(2, '10:00'));
    }
    const number = await request(momoko, on(2, '11:00'));
    await cardOf(number, office);
    expect(pushesTo(group.groupId) - before).toBe(3);
  }, 180_000);
});
