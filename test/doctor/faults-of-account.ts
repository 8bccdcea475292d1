// Faults of the account at LINE: the quota, the menus, the admin chat, the rooms.
import { clientOf, menuWithPicture } from 'line-simulator/testing';
import type { Fault } from './fault.ts';
import type { SetUp } from './set-up.ts';

const push = async ({ simulator }: SetUp, count: number): Promise<void> => {
  const person = simulator.person('佐藤');
  await person.follow();
  for (let sent = 0; sent < count; sent += 1)
    await clientOf(simulator).pushMessage({ to: person.userId, messages: [{ type: 'text', text: 'a' }] });
};

export const faultsOfAccount: Fault[] = [
  {
    fault: 'four of five messages are used',
    async plant(setUp) {
      setUp.simulator.quota.limit = 5;
      await push(setUp, 4);
    },
    found: 'message quota',
    warns: true,
    fix: /4 messages of 5.*larger plan/,
  },
  {
    fault: 'all messages are used',
    async plant(setUp) {
      setUp.simulator.quota.limit = 2;
      await push(setUp, 2);
    },
    found: 'message quota',
    fix: /used up.*larger plan/,
  },
  {
    fault: 'only the kept messages are left',
    plant({ simulator }) {
      simulator.quota.limit = 200;
      simulator.quota.setUsed(140);
    },
    found: 'message quota',
    warns: true,
    fix: /140 messages of 200.*last 60 are kept.*wait for a word in the admin chat.*larger plan.*several times a day/,
  },
  {
    fault: 'a group so large that one person can use up the month in days',
    async plant({ simulator, staff }) {
      simulator.quota.limit = 200;
      for (let more = 0; more < 21; more += 1) await staff.adds(simulator.person(`職員${more}`));
    },
    found: 'message quota',
    warns: true,
    fix: /costs 22 messages.*6 a day.*140.*gone in 2 days.*larger plan.*only those into the admin chat/,
  },
  {
    fault: 'no menus',
    async plant({ simulator }) {
      const client = clientOf(simulator);
      const { richmenus } = await client.getRichMenuList();
      for (const { richMenuId } of richmenus) await client.deleteRichMenu(richMenuId);
      for (const alias of ['madoguchi-usual', 'madoguchi-day']) await client.deleteRichMenuAlias(alias);
    },
    found: 'rich menu',
    fix: /does not have the menus.*npm run richmenu/,
  },
  {
    fault: 'menus of an older version',
    async plant({ profile }) {
      profile.phone = '053-454-1911';
    },
    found: 'rich menu',
    warns: true,
    fix: /older version.*npm run richmenu/,
  },
  {
    fault: 'no menu for the day',
    plant: async ({ simulator }) => void (await clientOf(simulator).deleteRichMenuAlias('madoguchi-day')),
    found: 'rich menu',
    fix: /only partly.*npm run richmenu/,
  },
  {
    fault: 'another menu is shown to everybody',
    async plant({ simulator }) {
      const client = clientOf(simulator);
      await client.setDefaultRichMenu(await menuWithPicture(client));
    },
    found: 'rich menu',
    fix: /npm run richmenu/,
  },
  {
    fault: 'no admin chat',
    plant: ({ look }) => void look.records?.adminChats.pop(),
    found: 'admin chat',
    fix: /nobody hears of requests.*code that the server writes into its log/,
  },
  {
    fault: 'the account was removed from the admin chat',
    async plant({ staff }) {
      await staff.removesBot();
    },
    found: 'admin chat',
    fix: /in no admin chat any more.*Invite the account to the same LINE group again/,
  },
  {
    fault: 'the account was removed from one of two admin chats',
    plant: ({ look }) => void look.records?.adminChats.push(`C${'0'.repeat(32)}`),
    found: 'admin chat',
    warns: true,
    fix: /1 of 2 admin chats.*Invite the account/,
  },
  {
    fault: 'no Zoom room',
    plant({ look }) {
      if (look.records) look.records.rooms = 0;
    },
    found: 'Zoom rooms',
    warns: true,
    fix: /会議室 追加/,
  },
];
