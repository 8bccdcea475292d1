// The menu on her phone: the day's from the morning of a confirmed consultation until its end, else the usual one.
import { LineBotClient } from '@line/bot-sdk';
import { menuWithPicture } from 'line-simulator/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../helpers/calendar.ts';
import { patience, waitedIn } from '../helpers/chat-driver.ts';
import { book, cardOf, request } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('the menu of the day', () => {
  let sdk: LineBotClient;
  let menus: { usual: string; day: string };
  beforeAll(async () => {
    await office.nextMonday();
    const { simulator } = office;
    sdk = LineBotClient.fromChannelAccessToken({
      channelAccessToken: simulator.channel.accessToken,
      apiBaseURL: simulator.origin,
      dataApiBaseURL: simulator.dataOrigin,
    });
  });

  /** As the office deploys them. */
  async function deploy() {
    menus = { usual: await menuWithPicture(sdk), day: await menuWithPicture(sdk) };
    await sdk.setDefaultRichMenu(menus.usual);
    await sdk.createRichMenuAlias({ richMenuAliasId: 'madoguchi-usual', richMenuId: menus.usual });
    await sdk.createRichMenuAlias({ richMenuAliasId: 'madoguchi-day', richMenuId: menus.day });
  }
  afterAll(async () => {
    await sdk.deleteRichMenuAlias('madoguchi-usual');
    await sdk.deleteRichMenuAlias('madoguchi-day');
    await sdk.cancelDefaultRichMenu();
  });

  const shownTo = ({ person: { userId } }: Guest) =>
    office.simulator.openChat(userId, userId).richMenu?.richMenuId;
  const sees = async (guest: Guest, menu: 'usual' | 'day') =>
    office.simulator.waitFor(() => shownTo(guest) === menus[menu], {
      ...patience,
      what: `the ${menu} menu on the phone of ${guest.details.displayName}`,
    });
  const callsAbout = ({ person: { userId } }: Guest) =>
    office.simulator.calls
      .filter(({ chatId, endpoint }) => chatId === userId && endpoint?.startsWith('richmenu'))
      .map(({ endpoint, status }) => `${endpoint} ${status}`);

  test('without any menu deployed changes nothing, and the reminders come as ever', async () => {
    const [tuesday, wednesday] = [addDays(office.monday, 1), addDays(office.monday, 2)];
    const hanako = await office.guest();
    await book(hanako, { day: wednesday, time: '10:00' }, office);
    await office.at(tuesday, '17:00');
    await hanako.hears('もうすぐ相談の日です');
    await office.at(wednesday, '00:00');
    await office.server.says(/No such menu is deployed/);
    await office.at(wednesday, '09:30');
    await hanako.hears('まもなく相談の時間です');
    expect(callsAbout(hanako)).toEqual([]);
    expect(shownTo(hanako)).toBeUndefined();
  });

  describe('once the menus are deployed', () => {
    let hanako: Guest;
    let momoko: Guest;
    let declined: Guest;
    beforeAll(async () => {
      await deploy();
      [hanako, momoko, declined] = [await office.guest(), await office.guest(), await office.guest()];
      const friday = addDays(office.monday, 4);
      await book(hanako, { day: friday, time: '10:00' }, office);
      await book(momoko, { day: friday, time: '11:00' }, office);
      const number = await request(declined, { day: friday, time: '14:00' });
      const { suzuki } = office.staff;
      await suzuki.presses('お断りする', { message: (await cardOf(number, office)).id });
      await suzuki.presses('窓口でお受けする');
      await office.later(1);
      await declined.hears('お受けできませんでした');
    });

    test('everybody has the usual one until the day begins', async () => {
      await office.at(addDays(office.monday, 3), '23:58');
      for (const guest of [hanako, momoko, declined]) expect(shownTo(guest)).toBe(menus.usual);
    });

    test('those who are expected have the day’s from 00:00 on, although LINE fails at first', async () => {
      const { faults } = office.simulator;
      const userId = momoko.person.userId;
      faults.add({ endpoint: 'richmenu-link', how: '500', chatId: userId, times: 1 });
      faults.add({
        endpoint: 'richmenu-link',
        how: 'reset',
        when: 'after',
        chatId: hanako.person.userId,
        times: 1,
      });
      await office.at(addDays(office.monday, 4), '00:00');
      await sees(hanako, 'day');
      await office.later(0.1);
      await sees(momoko, 'day');
      expect(callsAbout(momoko).filter((call) => call.startsWith('richmenu-link'))).toEqual([
        'richmenu-link 500',
        'richmenu-link 200',
      ]);
      expect(shownTo(declined)).toBe(menus.usual);
    });

    test('words that nobody can read reach staff as a sign of life at her hour, without the words', async () => {
      await office.at(addDays(office.monday, 4), '09:50');
      const answer = await hanako.says('今から行きます');
      expect(answer).toContain('職員に伝えました');
      expect(answer).not.toContain('相談を申し込む');
      const news = await office.staff.suzuki.says('ヘルプ');
      const { name } = hanako.details;
      expect(waitedIn(news).filter(([, who]) => who === name)).toEqual([
        ['相談の時間にメッセージがありました', name, expect.any(String)],
      ]);
      expect(news).not.toContain('今から行きます');
      expect(await momoko.says('今から行きます')).toContain('読み取れませんでした');
    });

    test('つながらない on it reaches staff without a booking named, and what to prepare is told', async () => {
      await office.at(addDays(office.monday, 4), '09:55');
      expect(await hanako.pressesData('event=trouble.asked')).toContain('職員に伝えました');
      await office.staff.suzuki.hears('Zoomに入れない方がいます');
      expect(await hanako.pressesData('event=preparation.asked')).toContain('Zoomアプリを入れて、最新に');
    });

    test('each has the usual one again after her own end', async () => {
      await office.at(addDays(office.monday, 4), '10:45');
      await sees(hanako, 'usual');
      expect(shownTo(momoko)).toBe(menus.day);
      await office.at(addDays(office.monday, 4), '11:45');
      await sees(momoko, 'usual');
      expect(shownTo(declined)).toBe(menus.usual);
    });
  });
});
