// Tokens to mark messages as read with (docs: mark-as-read). They never expire.
import type { Ids } from '../world/ids.ts';

export type MessagePlace = { chatId: string; messageId: string };

export type ReadTokens = {
  issue(place: MessagePlace): string;
  /** Undefined for tokens that were not given to this bot. */
  find(token: string): MessagePlace | undefined;
  clear(): void;
};

export function createReadTokens(ids: Pick<Ids, 'token'>): ReadTokens {
  const tokens = new Map<string, MessagePlace>();
  return {
    issue(place) {
      const token = ids.token();
      tokens.set(token, place);
      return token;
    },
    find: (token) => tokens.get(token),
    clear: () => tokens.clear(),
  };
}
