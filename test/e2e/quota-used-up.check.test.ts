// When the month's messages are used up, or nearly: what they no longer suffice for is not lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from './helpers/calendar.ts';
import { room } from './helpers/cast.ts';
import { patience, waitedIn } from './helpers/chat-driver.ts';
import { book, cardOf, confirm, request } from './helpers/form.ts';
import { type Guest, type Office, startOffice } from './helpers/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ forgives: /free messages of this month/ });
  office.simulator.quota.limit = 200;
});
afterAll(() => office.close());

const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });

const pushesTo = (chatId: string): number =>
  office.simulator.pushes().filter((call) => call.chatId === chatId).length;

describe('when the month’s messages are used up', () => {
  /** Two confirmations that LINE did not take. */
  const numbers: string[] = [];
  let hanako: Guest;
  let momoko: Guest;

  beforeAll(async () => {
    hanako = await office.guest();
    momoko = await office.guest();
    numbers.push(await request(hanako, on(4, '10:00')), await request(momoko, on(4, '11:00')));
    for (const number of numbers) await cardOf(number, office);
    office.simulator.quota.setUsed(200);
    const refused = office.simulator.calls.length;
    for (const number of numbers) {
      const told = await confirm(number, office);
      expect(told).not.toContain('送りました');
    }
    await office.simulator.waitFor(
      ({ calls }) =>
        calls.slice(refused).filter(({ endpoint, status }) => endpoint === 'push' && status === 429).length >=
        2,
      patience,
    );
    await office.later(1);
  }, 180_000);

  test('what could not be told stands in the admin chat, in the answer to any word, with whom to call', async () => {
    const { suzuki, group } = office.staff;
    await suzuki.says('おつかれさまです');
    const shown = group.messages().filter(({ text }) => text.includes('お電話 2件'));
    expect(shown.map(({ way }) => way)).toEqual(['reply']);
    const list = await suzuki.says('お電話');
    for (const { details } of [hanako, momoko])
      expect(list).toContain(`${details.name}\n確定をお伝えできていません(上限)`);
    const card = await suzuki.presses(hanako.details.name);
    expect(card).toContain(numbers[0]);
    expect(card).toContain('ミーティングIDとパスコード');
    expect(card).toContain('今月のLINEの送信数が上限で、いまは送り直せません');
    expect(card).toMatch(/090-\*{4}-\d{4}/);
    expect(card).not.toContain('[LINEで送り直す]');
  }, 60_000);

  test('its page says whom to call and what to say, once its button is pressed', async () => {
    const { suzuki, group } = office.staff;
    await suzuki.presses('電話のページ');
    const link = /https:\/\/counter\.example\.jp(\/call\/[\w-]{43})/.exec(
      JSON.stringify(group.messages().at(-1)?.message),
    );
    const address = `${office.origin}${link?.[1]}`;
    const { name, phone } = hanako.details;
    expect(await (await fetch(address)).text()).not.toContain(name);
    const html = await (await fetch(address, { method: 'POST' })).text();
    for (const part of [name, phone, room.shown, room.passcode, 'このとおりにお伝えください'])
      expect(html).toContain(part);
  }, 60_000);

  test('it goes out again when staff say so, not before; of two clerks one closes it', async () => {
    const { suzuki, takahashi } = office.staff;
    office.simulator.quota.setUsed(0);
    await office.later(60 * 24);
    expect(momoko.timesSeen('予約が確定しました')).toBe(0);
    await suzuki.says('お電話');
    await suzuki.presses(hanako.details.name);
    const answers = [await suzuki.presses('伝えた'), await takahashi.presses('LINEで送り直す')];
    expect(answers[0]).toContain('伝えたことを記録しました');
    expect(answers[1]).toMatch(/鈴木さんが\d+:\d\dに「伝えた」を押しました/);
    await suzuki.says('お電話');
    await suzuki.presses(momoko.details.name);
    await suzuki.presses('LINEで送り直す');
    expect(await momoko.hears('予約が確定しました')).toContain(room.shown);
    expect(await suzuki.says('お電話')).toContain('お電話でお伝えすることはありません');
  }, 60_000);
});

describe('under the reserve of the month’s messages', () => {
  test('who needs staff at the hour reaches them, all else says so, and the operator sees it', async () => {
    await office.nextMonday();
    office.simulator.quota.setUsed(0);
    await office.later(2);
    const [hanako, sakura] = [await office.guest(), await office.guest()];
    const late = await book(hanako, on(3, '10:00'), office);
    const { group, suzuki } = office.staff;
    office.simulator.quota.setUsed(146);
    await office.at(on(3, '').day, '09:50');
    const before = pushesTo(group.groupId);
    expect(await hanako.says('遅れます')).toContain('いま、LINEから職員に連絡がとれません');
    expect(await hanako.presses('行けないことを伝える')).toContain('職員に伝えました');
    await group.receives('行けないと連絡がありました');
    expect(pushesTo(group.groupId) - before).toBe(1);

    const number = await request(sakura, on(8, '10:00'));
    await expect.poll(problems, { timeout: 10_000 }).toContain('wait for a word in the admin chat');
    expect(office.server.log().match(/last messages of this month are kept/g)).toHaveLength(1);
    const morning = await suzuki.says('おはようございます');
    expect(morning).toContain('承認待ち 1件');
    expect(waitedIn(morning)).toEqual([
      ['遅れると連絡がありました', hanako.details.name, late],
      ['申し込み、または日時の変更がありました', sakura.details.name, number],
    ]);
    office.simulator.quota.setUsed(0);
    await office.later(2);
    await request(await office.guest(), on(8, '11:00'));
    await expect.poll(problems, { timeout: 10_000 }).toBe('');
  }, 180_000);

  const problems = async () => {
    const { problems: all = [] } = (await (await fetch(`${office.origin}/healthz`)).json()) as {
      problems?: string[];
    };
    return all.join(' ');
  };
});
