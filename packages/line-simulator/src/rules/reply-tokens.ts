// Reply tokens: usable once, within a minute of the event's arrival and 20 minutes of the event itself
// (reference: send-reply-message-reply-token).
import type { Ids } from '../world/ids.ts';

const FROM_DELIVERY_MS = 60_000;
const FROM_EVENT_MS = 20 * 60_000;

export type ReplyTokens = {
  /** A token for an event of that chat. It works once the event was delivered. */
  issue(chatId: string, eventAt: number): string;
  /** The event with this token is on its way (again): a minute begins. */
  delivered(token: string, now: number): void;
  /** The chat the token belongs to, without using it up; undefined when it is not valid now. */
  chatOf(token: string, now: number): string | undefined;
  /** No longer valid from here on. */
  burn(token: string): void;
  /** No token is valid any more. */
  clear(): void;
};

type Token = { chatId: string; eventAt: number; deliveredAt?: number; burnt: boolean };

export function createReplyTokens(ids: Pick<Ids, 'token'>): ReplyTokens {
  const tokens = new Map<string, Token>();
  return {
    issue(chatId, eventAt) {
      forgetOld(tokens, eventAt);
      const token = ids.token();
      tokens.set(token, { chatId, eventAt, burnt: false });
      return token;
    },
    delivered(token, now) {
      const known = tokens.get(token);
      if (known) known.deliveredAt = now;
    },
    chatOf(token, now) {
      const known = tokens.get(token);
      if (!known || known.burnt || known.deliveredAt === undefined) return undefined;
      const fresh = now - known.deliveredAt <= FROM_DELIVERY_MS && now - known.eventAt <= FROM_EVENT_MS;
      return fresh ? known.chatId : undefined;
    },
    burn(token) {
      const known = tokens.get(token);
      if (known) known.burnt = true;
    },
    clear: () => tokens.clear(),
  };
}

/** Tokens stand in order of their events; the oldest are of no use to anybody any more. */
function forgetOld(tokens: Map<string, Token>, now: number): void {
  for (const [text, token] of tokens) {
    if (now - token.eventAt <= 2 * FROM_EVENT_MS) return;
    tokens.delete(text);
  }
}
