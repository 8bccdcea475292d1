import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import {
  lockConversations,
  type SavedConversation,
  saveConversations,
} from '../../src/records/conversations.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);
const conversationOf = (chatId: string, changes: Partial<SavedConversation> = {}): SavedConversation => ({
  id: `id of ${chatId}`,
  chatId,
  conversation: {
    flow: 'request',
    version: '1',
    value: { name: 'asking' },
    context: { day: null, page: 0, moves: { booking: 'b', version: 1 } },
  },
  step: 3,
  misses: 1,
  heardAt: new Date('2026-11-25T01:02:02.345Z'),
  updatedAt: new Date('2026-11-25T01:02:03.456Z'),
  ...changes,
});
const read = (...chatIds: string[]) => inTurn((tx) => lockConversations(tx, chatIds));

describe('saved conversations', () => {
  test('come back as they were put away, several at once', async () => {
    const conversations = [
      conversationOf('a1'),
      conversationOf('a2', { conversation: { flow: 'home', version: '1', value: 'menu', context: {} } }),
    ];
    await inTurn((tx) => saveConversations(tx, conversations));
    expect([...(await read('a2', 'a1')).values()]).toEqual(conversations);
  });

  test('are found by chat; one that has none is missing', async () => {
    await inTurn((tx) => saveConversations(tx, [conversationOf('b1')]));
    const found = await read('b1', 'b-never');
    expect([...found.keys()]).toEqual(['b1']);
    expect(await read()).toEqual(new Map());
  });

  test('are replaced by the newer one; the id that is in every button of the chat stays', async () => {
    await inTurn((tx) => saveConversations(tx, [conversationOf('c1')]));
    const newer = {
      step: 4,
      misses: 0,
      conversation: { flow: 'home', version: '2', value: 'resting', context: { about: null } },
    } as const;
    await inTurn((tx) => saveConversations(tx, [conversationOf('c1', newer)]));
    expect((await read('c1')).get('c1')).toEqual(conversationOf('c1', newer));
  });

  test('are none when there are none', async () => {
    await inTurn((tx) => saveConversations(tx, []));
  });

  test('keep a flow that does not exist any more, for whoever picks them up', async () => {
    await inTurn((tx) => saveConversations(tx, [conversationOf('d1')]));
    await database.prisma.conversation.update({
      where: { chatId: 'd1' },
      data: { flow: 'fax', value: 'ringing' },
    });
    expect((await read('d1')).get('d1')?.conversation).toMatchObject({ flow: 'fax', value: 'ringing' });
  });

  test('are locked until the turn ends: the next one sees what it wrote', async () => {
    await inTurn((tx) => saveConversations(tx, [conversationOf('e1', { step: 0 })]));
    const addOne = () =>
      inTurn(async (tx) => {
        const conversation = (await lockConversations(tx, ['e1'])).get('e1') ?? conversationOf('e1');
        await saveConversations(tx, [{ ...conversation, step: conversation.step + 1 }]);
      });
    await Promise.all(Array.from({ length: 12 }, addOne));
    expect((await read('e1')).get('e1')?.step).toBe(12);
  });

  test('are locked in the order of their chats, so that no two turns wait for each other', async () => {
    const chats = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
    await inTurn((tx) =>
      saveConversations(
        tx,
        chats.map((chatId) => conversationOf(chatId, { step: 0 })),
      ),
    );
    const touchAll = (order: readonly string[]) =>
      inTurn(async (tx) => {
        const conversations = await lockConversations(tx, order);
        await saveConversations(
          tx,
          order
            .map((chatId) => conversations.get(chatId) ?? conversationOf(chatId))
            .map((one) => ({ ...one, step: one.step + 1 })),
        );
      });
    const rounds = Array.from({ length: 10 }, (_, n) => touchAll(n % 2 === 0 ? chats : chats.toReversed()));
    await Promise.all(rounds);
    expect([...(await read(...chats)).values()].map(({ step }) => step)).toEqual(chats.map(() => 10));
  });
});
