// What the operator reads in the log when a code for an admin chat has been made. The code stands last.

const how =
  'Invite the account to the LINE group of the staff and type this code there within 24 hours (in a one-to-one chat with 登録 before it)';

export const lastChatLostLine = (code: string): string =>
  `The account is out of its last admin chat: nobody decides about requests until another one is enrolled. ${how}: ${code}`;

export const firstStartLine = (code: string): string => `No admin chat is enrolled yet. ${how}: ${code}`;
