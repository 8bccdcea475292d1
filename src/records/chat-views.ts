// What the admin chats know of each other: names lie sealed, and are shown in other admin chats only.

import { type Moment, moment } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { type ChatFacts, openMemberName } from './admin-chats.ts';

/** An admin chat as the others see it. `since`: when it was enrolled, epoch ms. Names are null where LINE told none. */
export type AdminChatView = {
  id: string;
  since: number;
  name: string | null;
  /** Without the account. */
  members: number | null;
  /** A one-to-one chat. */
  isPerson: boolean;
  invitedBy: string | null;
  enrolled: Moment;
};

const nameOf = (chatId: string): Purpose => ({ of: 'adminChat.name', row: chatId });

/** What LINE told just now; what it did not tell stays as it was. */
export async function keepChatFacts(
  tx: Tx,
  sealer: Sealer,
  chats: ReadonlyMap<string, ChatFacts>,
): Promise<void> {
  for (const [chatId, { name, members }] of chats) {
    await tx.adminChat.updateMany({
      where: { chatId },
      data: {
        ...(name !== undefined && { name: sealer.seal(nameOf(chatId), name) }),
        ...(members !== undefined && { members }),
      },
    });
  }
}

/** All enrolled chats but this one, the newest first. */
export async function otherChats(tx: Tx, sealer: Sealer, chatId: string): Promise<AdminChatView[]> {
  const rows = await tx.adminChat.findMany({
    where: { leftAt: null, chatId: { not: chatId } },
    orderBy: { enrolledAt: 'desc' },
    ...withInviter,
  });
  return rows.map((row) => viewOf(row, sealer));
}

/** `since`: of which enrolment, epoch ms; left out: of the present one. Null: it decides nothing any more. */
export async function findAdminChat(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  since?: number,
): Promise<AdminChatView | null> {
  const row = await tx.adminChat.findFirst({ where: { chatId, leftAt: null }, ...withInviter });
  if (row === null || (since !== undefined && row.enrolledAt.getTime() !== since)) return null;
  return viewOf(row, sealer);
}

const withInviter = { include: { invitedBy: true } } as const;
type Row = Prisma.AdminChatGetPayload<typeof withInviter>;

/** Ids begin with what they name. */
const viewOf = (row: Row, sealer: Sealer): AdminChatView => ({
  id: row.chatId,
  since: row.enrolledAt.getTime(),
  name: row.name && sealer.open(nameOf(row.chatId), row.name),
  members: row.members,
  isPerson: row.chatId.startsWith('U'),
  invitedBy: row.invitedBy && openMemberName(sealer, row.invitedBy),
  enrolled: moment(row.enrolledAt),
});
