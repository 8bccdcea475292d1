// Where somebody stood in the form, so that others can begin there: a conversation of ten turns takes a third of a second.

import { readOffice } from '../../src/config/office.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { PrismaClient } from '../../src/db/client.ts';
import type { Sealer } from '../../src/db/seal.ts';
import { keepInDraft, readDraft } from '../../src/records/draft.ts';

const office = readOffice('hamamatsu', 'offices');

export type FormFixtures = {
  /** Remembers how this chat stands now. */
  keep(chatId: string, stage: string): Promise<void>;
  /** Lets a new chat stand there as if it had come the same way just now; false where nobody has stood there yet. */
  enter(chatId: string, stage: string): Promise<boolean>;
};

export function formFixtures(
  { prisma, sealer }: { prisma: PrismaClient; sealer: Sealer },
  clock: Clock,
  newConversationId: () => string,
): FormFixtures {
  const kept = new Map<string, Awaited<ReturnType<typeof read>>>();
  const read = async (chatId: string) => ({
    person: await prisma.person.findUniqueOrThrow({ where: { chatId }, include: { consents: true } }),
    conversation: await prisma.conversation.findUniqueOrThrow({ where: { chatId } }),
    draft: await readDraft({ tx: prisma, sealer, chatId, now: clock.now() }),
  });
  return {
    keep: async (chatId, stage) => void kept.set(stage, await read(chatId)),
    async enter(chatId, stage) {
      const found = kept.get(stage);
      const isNew = (await prisma.person.findUnique({ where: { chatId } })) === null;
      if (found === undefined || !isNew) return false;
      const now = clock.now();
      const { id: _person, consents, ...person } = found.person;
      const { value, context, ...conversation } = found.conversation;
      await prisma.person.create({
        data: {
          ...person,
          chatId,
          createdAt: now,
          consents: {
            create: consents.map(({ id: _consent, personId: _whose, ...consent }) => ({
              ...consent,
              agreedAt: now,
            })),
          },
        },
      });
      await prisma.conversation.create({
        data: {
          ...conversation,
          id: newConversationId(),
          chatId,
          value: value ?? {},
          context: context ?? {},
          heardAt: now,
          updatedAt: now,
        },
      });
      if (found.draft) await keepInDraft({ tx: prisma, sealer, chatId, now, office }, found.draft);
      return true;
    },
  };
}
