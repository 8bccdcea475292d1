// What the product says, free of any platform. `messages/ja` makes these, `line/render.ts` turns them
// into LINE's own format.

/** What happens when a button is pressed. `tap` comes back to us as the data it carries. */
export type Button =
  | { label: string; tap: Tap; says?: string; tone?: 'primary' | 'plain' }
  /** The keyboard opens with these words; the tap is only told. LINE on a PC may not do so: `copy` the same words beside it. */
  | { label: string; tap: Tap; fill: string; tone?: 'primary' | 'plain' }
  /** An https: or tel: address. */
  | { label: string; link: string; tone?: 'primary' | 'plain' }
  /** Puts this text on the clipboard of the phone. */
  | { label: string; copy: string; tone?: 'primary' | 'plain' };

/** A flat record that fits LINE's 300 characters: the event's name and its few facts. */
export type Tap = { readonly event: string } & Readonly<Record<string, string | number>>;

/** One fact of a card: `日時` `12月1日(火)10:00～10:45`. */
export type Fact = { label: string; value: string };

/**
 * A line of a list that can be pressed: what it is, and below it what there is to say of it. `says`: what the chat shows as the words of
 * whoever pressed it, on the lock screens of all others: nothing private there.
 */
export type Row = { title: string; text: string; says: string; tap: Tap };

export type Bubble = {
  kind: 'text';
  text: string;
  /** Small buttons under the newest message; gone when another message comes. */
  choices?: readonly Button[];
};

export type Card = {
  kind: 'card';
  /** Read aloud, and shown on lock screens and in the list of chats: nothing private here. */
  alt: string;
  title?: string;
  text?: string;
  facts?: readonly Fact[];
  /** Below the facts; a card has room for a dozen. */
  rows?: readonly Row[];
  /** Small grey print under facts and rows. */
  note?: string;
  /** Stay in the chat for good. */
  buttons?: readonly Button[];
  choices?: readonly Button[];
};

export type Message = Bubble | Card;
