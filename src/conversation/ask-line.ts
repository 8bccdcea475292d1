// What LINE has to be asked before a turn, since no transaction waits for LINE: who of the staff acts, what a chat is
// called, who joined. Where LINE does not answer, the turn goes on without.

import type { Database } from '../db/open.ts';
import { adminChats, type ChatFacts, isAdminChat, isMemberKnown } from '../records/admin-chats.ts';
import { isOpenCode } from '../records/enrolment.ts';
import type { Incoming, WhatLineKnows } from '../records/incoming.ts';
import { readCode, readNamedCode } from '../understanding/code.ts';
import { readLinkLine } from '../understanding/link-line.ts';
import { isRegisterLine } from '../understanding/register-line.ts';
import { isDeed, staffCommand } from '../understanding/staff-words.ts';
import { isStaffTap } from './tap.ts';

export type AsksLine = {
  /** The name LINE shows for somebody of a chat; undefined when it cannot be told now. */
  memberName(chat: Incoming['chat'], userId: string): Promise<string | undefined>;
  /** What LINE calls a chat, and how many are in it. */
  chatFacts?(chatId: string): Promise<ChatFacts>;
};

export type Asked = {
  /** Who of a group wrote or pressed, where that matters and is not on record yet. */
  memberName?: string;
  /** By chat: the one that typed the open code, or all of which a list was asked for. */
  chats?: ReadonlyMap<string, ChatFacts>;
  /** Some of those who joined an admin chat. */
  joined?: readonly string[];
};

type Parts = AsksLine & { database: Database };

/** So many names are told of people who join together, and so many chats of a list are asked for. */
const namesAtOnce = 3;
const chatsAtOnce = 10;

/** By the event alone; undefined: nothing, as of nearly all that people send. */
export function whatToAsk({ chat, what }: Incoming): WhatLineKnows | undefined {
  if (what.type === 'tap') return isStaffTap(what.tap) ? 'member' : undefined;
  if (what.type === 'memberJoined') return 'joined';
  if (what.type !== 'text') return undefined;
  const command = staffCommand(what.text)?.type;
  // Who looks at the register is on record too.
  if (command === 'invitation.asked' || isRegisterLine(what.text) || isDeed(what.text)) return 'member';
  if (command === 'chats.asked') return 'chats';
  // Nothing is asked for this one: it is found here once, and not in every turn.
  if (chat.kind === 'person' && readLinkLine(what.text) !== undefined) return 'link';
  const code = readNamedCode(what.text) ?? (chat.kind === 'person' ? undefined : readCode(what.text));
  return code === undefined ? undefined : 'code';
}

/** For an event that `asks`. */
export async function askLine(incoming: Incoming, parts: Parts): Promise<Asked> {
  const { chat, what, asks } = incoming;
  if (asks === 'member') return nameOfMember(incoming, parts);
  if (asks === 'link') return {};
  if (asks === 'chats') return factsOfAll(chat.id, parts);
  if (what.type === 'memberJoined') return namesOfJoined(chat, what.members, parts);
  const code = what.type === 'text' ? (readNamedCode(what.text) ?? readCode(what.text)) : undefined;
  return code === undefined ? {} : factsOfNewcomer(chat.id, code, parts);
}

const isAdmin = (chatId: string, { database }: Parts) => isAdminChat(database.prisma, chatId);

/** Who of the staff was on record, and when: for an hour nothing is asked. They leave it after months (sweep.ts). */
const onRecord = new WeakMap<Database, Map<string, number>>();
const onRecordMs = 3_600_000;

/** Once for each of the staff. */
async function nameOfMember({ chat, from }: Incoming, parts: Parts): Promise<Asked> {
  if (from === undefined) return {};
  const { prisma, clock } = parts.database;
  const known = onRecord.get(parts.database) ?? new Map<string, number>();
  onRecord.set(parts.database, known);
  const now = clock.now().getTime();
  if (Math.abs(now - (known.get(from) ?? 0)) < onRecordMs) return {};
  if (!(await isAdmin(chat.id, parts))) return {};
  if (await isMemberKnown(prisma, from)) {
    known.set(from, now);
    return {};
  }
  const memberName = await parts.memberName(chat, from);
  return memberName === undefined ? {} : { memberName };
}

/** Deleted since (sweep.ts, `npm run forget`): LINE is asked again at the next press. */
export const askAgainFor = (database: Database, lineUserId: string): void =>
  void onRecord.get(database)?.delete(lineUserId);

async function namesOfJoined(
  chat: Incoming['chat'],
  members: readonly string[],
  parts: Parts,
): Promise<Asked> {
  if (!(await isAdmin(chat.id, parts))) return {};
  const names = await Promise.all(
    members.slice(0, namesAtOnce).map((userId) => parts.memberName(chat, userId)),
  );
  return { joined: names.filter((name) => name !== undefined) };
}

async function factsOfAll(chatId: string, parts: Parts): Promise<Asked> {
  const { chatFacts } = parts;
  if (chatFacts === undefined || !(await isAdmin(chatId, parts))) return {};
  const others = (await adminChats(parts.database.prisma)).filter((one) => one !== chatId);
  const asked = others
    .slice(-chatsAtOnce)
    .map(async (one): Promise<[string, ChatFacts]> => [one, await chatFacts(one)]);
  return { chats: new Map(await Promise.all(asked)) };
}

async function factsOfNewcomer(chatId: string, code: string, { chatFacts, database }: Parts): Promise<Asked> {
  const { prisma, sealer, clock } = database;
  if (chatFacts === undefined || !(await isOpenCode(prisma, sealer, code, clock.now()))) return {};
  return { chats: new Map([[chatId, await chatFacts(chatId)]]) };
}
