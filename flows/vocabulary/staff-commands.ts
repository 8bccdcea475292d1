// What staff ask for with one word in their chat: a row here gives the command its event, its effect and its name on the
// drawing. Where it stands nothing moves, so the flow of the admin chat takes it from here too.
import { mapTable } from './map-table.ts';

export const staffCommands = {
  'invitation.asked': { does: 'invite', description: '招待' },
  'chats.asked': { does: 'listChats', description: 'トーク一覧' },
  'pending.asked': { does: 'listPending', description: '承認待ち' },
  /** What LINE did not bring, and staff have to tell by telephone. */
  'calls.asked': { does: 'listCalls', description: 'お電話' },
  'rooms.asked': { does: 'listRooms', description: '会議室' },
} as const;

type Commands = typeof staffCommands;
export type StaffCommand = keyof Commands;
export type CommandEffect = Commands[StaffCommand]['does'];
export type CommandEvent = { [T in StaffCommand]: { type: T } }[StaffCommand];

/** One for each, at the root of the admin chat's flow. */
export const commandTransitions = mapTable(staffCommands, ({ does }) => ({
  actions: { type: does, params: {} },
}));
