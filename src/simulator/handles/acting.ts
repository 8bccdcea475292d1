// What somebody can do in a chat, be it alone with the account or in a group.
import { type Extra, type How, type Pressed, press, pressData } from '../acts/press.ts';
import type { Actor } from '../acts/record.ts';
import { SAMPLES, type SampleKind, send } from '../acts/send.ts';
import { read, type Tap, tap } from '../acts/tap.ts';
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';

/** Each resolves when the bot has answered the webhook (its messages may come later: `receives`). */
export type Acting = {
  says(text: string): Promise<Delivery>;
  /** A sticker, picture, film, sound, file or place; `details` replace those of the sample. */
  sends(kind: SampleKind, details?: Readonly<Record<string, unknown>>): Promise<Delivery>;
  /** Presses what is really there. Rejects with `NoSuchButtonError`, which lists the buttons there are. */
  presses(label: string, how?: How): Promise<Pressed>;
  /** Taps an action where it stands, be it labelled or not. Rejects with `NoSuchButtonError`. */
  taps(what: Tap): Promise<Pressed>;
  /** Looks at the chat: nothing in it is unread any more. */
  reads(): void;
  /** A postback that no button need carry: old, forged, broken. */
  pressesData(data: string, extra?: Extra): Promise<Delivery>;
};

export function actingAs(platform: Platform, actor: Actor): Acting {
  return {
    async says(text) {
      if (text === '') throw new Error('Nobody can send an empty message.');
      return send(platform, actor, { type: 'text', text });
    },
    sends: async (kind, details = {}) => send(platform, actor, { type: kind, ...SAMPLES[kind], ...details }),
    presses: async (label, how) => press(platform, actor, label, how),
    taps: async (what) => tap(platform, actor, what),
    reads: () => read(platform, actor),
    pressesData: async (data, extra) => pressData(platform, actor, data, extra),
  };
}
