// Lists of people that only some accounts may see, and chats that are left.
import { describe, expect, test } from 'vitest';
import { NOT_FOUND, refusal, standing } from './helpers/standing.ts';

const FORBIDDEN = refusal(403, 'Access to this API is not available for your account');

async function club(members: number) {
  const { simulator, bot, hanako } = await standing();
  const people = Array.from({ length: members - 1 }, (_, index) => simulator.person(`${index}`));
  const group = simulator.group('会', [hanako, ...people]);
  await group.invitesBot();
  return { simulator, bot, hanako, people, group };
}

describe('Ids of friends and members (rule 31)', () => {
  test('are for verified accounts only, and for groups the account is in', async () => {
    const { simulator, bot, hanako, group } = await club(2);
    const { client } = bot;
    await expect(client.getFollowers()).rejects.toMatchObject(FORBIDDEN);
    await expect(client.getGroupMembersIds(group.groupId)).rejects.toMatchObject(FORBIDDEN);
    simulator.switches.verifiedAccount = true;
    expect(await client.getFollowers()).toEqual({ userIds: [hanako.userId] });
    expect(await client.getGroupMembersIds(group.groupId)).toEqual({ memberIds: group.memberIds() });
    await expect(client.getGroupMembersIds('C1')).rejects.toMatchObject({ status: 400 });
    await group.removesBot();
    await expect(client.getGroupMembersIds(group.groupId)).rejects.toMatchObject(NOT_FOUND);
  });

  test('of members come a hundred at a time', async () => {
    const { simulator, bot, group } = await club(101);
    simulator.switches.verifiedAccount = true;
    const first = await bot.client.getGroupMembersIds(group.groupId);
    expect(first.memberIds).toHaveLength(100);
    const second = await bot.client.getGroupMembersIds(group.groupId, first.next);
    expect([...first.memberIds, ...second.memberIds]).toEqual(group.memberIds());
    expect(second.next).toBeUndefined();
  });

  test('of friends come as many at a time as is asked for, up to a thousand', async () => {
    const { simulator, bot, hanako, people } = await club(3);
    simulator.switches.verifiedAccount = true;
    for (const person of people) await person.follow();
    const first = await bot.client.getFollowers(undefined, 2);
    expect(first.userIds).toHaveLength(2);
    const second = await bot.client.getFollowers(first.next, 1000);
    expect([...first.userIds, ...second.userIds]).toEqual([hanako, ...people].map(({ userId }) => userId));
    expect(await bot.client.getFollowers(undefined, 3)).not.toHaveProperty('next');
    for (const limit of [0, 1001])
      await expect(bot.client.getFollowers(undefined, limit)).rejects.toMatchObject(
        refusal(400, "The value for the 'limit' parameter is invalid"),
      );
    await expect(bot.client.getFollowers('guess')).rejects.toMatchObject(
      refusal(400, "The value for the 'start' parameter is invalid"),
    );
  });
});

describe('An account', () => {
  test('leaves a group, hears of that, and is not there any more', async () => {
    const { simulator, bot, group } = await club(2);
    expect(await bot.client.leaveGroup(group.groupId)).toEqual({});
    await simulator.settled();
    expect(group.botIsMember).toBe(false);
    expect(bot.received.at(-1)?.events).toMatchObject([
      { type: 'leave', source: { groupId: group.groupId } },
    ]);
    await expect(bot.client.leaveGroup(group.groupId)).rejects.toMatchObject(NOT_FOUND);
    await expect(bot.client.leaveGroup('C1')).rejects.toMatchObject({ status: 400 });
    await group.invitesBot();
    expect(group.botIsMember).toBe(true);
  });

  test('finds no multi-person chats: there are none any more', async () => {
    const { simulator, bot } = await standing();
    const room = `R${'0'.repeat(32)}`;
    const { client } = bot;
    await expect(client.getRoomMembersIds(room)).rejects.toMatchObject(FORBIDDEN);
    simulator.switches.verifiedAccount = true;
    const calls = [
      (roomId: string) => client.getRoomMembersIds(roomId),
      (roomId: string) => client.getRoomMemberCount(roomId),
      (roomId: string) => client.getRoomMemberProfile(roomId, `U${'0'.repeat(32)}`),
      (roomId: string) => client.leaveRoom(roomId),
    ];
    const malformed = refusal(400, "The value for the 'roomId' parameter is invalid");
    for (const call of calls) {
      await expect(call(room)).rejects.toMatchObject(NOT_FOUND);
      await expect(call('R1')).rejects.toMatchObject(malformed);
    }
  });
});
