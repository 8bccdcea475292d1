// What somebody can do in a chat, be it alone with the account or in a group.
import { type Pointing, textMessage } from '../acts/mention.ts';
import { type Extra, type How, type Pressed, press, pressData } from '../acts/press.ts';
import type { Actor } from '../acts/record.ts';
import { type SampleKind, send, sendSample } from '../acts/send.ts';
import { edit, unsend } from '../acts/take-back.ts';
import { read, type Tap, tap } from '../acts/tap.ts';
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { Content } from '../world/contents.ts';

/** Each resolves when the bot has answered the webhook (its messages may come later: `receives`). */
export type Acting = {
  /** `to`: a message that is quoted, people who are mentioned, words that are emoji of LINE. */
  says(text: string, to?: Pointing): Promise<Delivery>;
  /**
   * A sticker, picture, film, sound, file or place; `details` replace those of the sample, `content` its bytes.
   * Rejects when something without bytes, a sticker for instance, is given some.
   */
  sends(kind: SampleKind, details?: Readonly<Record<string, unknown>>, content?: Content): Promise<Delivery>;
  /** Presses what is really there. Rejects with `NoSuchButtonError`, which lists the buttons there are. */
  presses(label: string, how?: How): Promise<Pressed>;
  /** Taps an action where it stands, be it labelled or not. Rejects with `NoSuchButtonError`. */
  taps(what: Tap): Promise<Pressed>;
  /** Looks at the chat: nothing in it is unread any more. */
  reads(): void;
  /** Takes back a message of one's own: nobody can see it any more. */
  unsends(messageId: string): Promise<Delivery>;
  /** Gives a text of one's own other words. In groups only. */
  edits(messageId: string, text: string): Promise<Delivery>;
  /** A postback that no button need carry: old, forged, broken. */
  pressesData(data: string, extra?: Extra): Promise<Delivery>;
};

export function actingAs(platform: Platform, actor: Actor): Acting {
  return {
    async says(text, to = {}) {
      if (text === '') throw new Error('Nobody can send an empty message.');
      return send(platform, actor, textMessage(platform, actor, text, to));
    },
    sends: async (kind, details, content) => sendSample(platform, actor, kind, details, content),
    presses: async (label, how) => press(platform, actor, label, how),
    taps: async (what) => tap(platform, actor, what),
    reads: () => read(platform, actor),
    unsends: async (messageId) => unsend(platform, actor, messageId),
    edits: async (messageId, text) => edit(platform, actor, messageId, text),
    pressesData: async (data, extra) => pressData(platform, actor, data, extra),
  };
}
