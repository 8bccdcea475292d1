// What the operator reads in the log when a code for an admin chat has been made. The code stands last.

const how =
  'Invite the account to the LINE group of the staff and type this code there within 24 hours (in a one-to-one chat with 登録 before it)';

export const firstStartLine = (code: string): string => `No admin chat is enrolled yet. ${how}: ${code}`;
