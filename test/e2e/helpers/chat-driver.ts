// Somebody in a chat with the office, who does one thing and reads the answer.
import type { Acting, ChatView, Seen, Simulator } from 'line-simulator';

type Presses = Parameters<Acting['presses']>;
type Sends = Parameters<Acting['sends']>;

/** Every act resolves with all that came as its answer. */
export type ChatDriver = {
  says(text: string): Promise<string>;
  presses(...how: Presses): Promise<string>;
  pressesData(data: string): Promise<string>;
  sends(...what: Sends): Promise<string>;
  /** The next message that has this in it, be it an answer or news. */
  hears(wanted: string | RegExp): Promise<string>;
  /** How many messages in the chat have these words. */
  timesSeen(words: string): number;
  /** LINE's id of the newest message that a person wrote or sent in the chat. */
  lastId(): string;
  /** The data that a button carries, to be pressed when it has gone from the screen. */
  dataOf(label: string): string;
};

/** Real time. An answer takes milliseconds; this is for machines with much else to do. */
export const patience = { timeoutMs: 15_000 };

/** A message as one reads it: its text with the buttons `[…]`, below it the quick replies `<…>`. */
export const read = ({ text, choices }: Seen): string =>
  [text, ...choices.map((label) => `<${label}>`)].join('\n');

/** The lines of what waited for staff, in an answer to them: of each its title, the name and the receipt number. */
export const waitedIn = (answer: string): string[][] =>
  [...answer.matchAll(/^\[(.+)\n(.+)\n受付番号 (\d{4}-\d{4})\n/gm)].map(([, ...line]) => line);

export function chatDriverFor(simulator: Simulator, chat: Acting & ChatView): ChatDriver {
  /** Answers come by reply token; what is pushed meanwhile is news. */
  const answerTo = async (act: () => Promise<unknown>): Promise<string> => {
    const before = chat.messages().length;
    await act();
    const what = `an answer in\n${chat.screen()}`;
    return simulator.waitFor(() => answersIn(chat.messages().slice(before)), { ...patience, what });
  };
  return {
    says: (text) => answerTo(() => chat.says(text)),
    presses: (...how) => answerTo(() => chat.presses(...how)),
    pressesData: (data) => answerTo(() => chat.pressesData(data)),
    sends: (...what) => answerTo(() => chat.sends(...what)),
    hears: async (wanted) => read(await chat.receives(wanted, patience)),
    timesSeen: (words) => chat.messages().filter(({ text }) => text.includes(words)).length,
    lastId: () => lastIdOf(chat),
    dataOf: (label) => dataOn(chat, label),
  };
}

const answersIn = (messages: readonly Seen[]): string | undefined => {
  const answers = messages.filter(({ way }) => way === 'reply');
  return answers.length === 0 ? undefined : answers.map(read).join('\n');
};

function lastIdOf(chat: ChatView): string {
  const theirs = chat
    .entries()
    .flatMap((entry) => (entry.from === 'person' && 'id' in entry ? entry.id : []));
  const id = theirs.at(-1);
  if (id === undefined) throw new Error('Nobody has written here');
  return id;
}

/** Of the newest message that has the button. */
function dataOn(chat: ChatView, label: string): string {
  for (const { message } of chat.messages().toReversed()) {
    const found = actionsIn(message).find((action) => action.label === label && 'data' in action);
    if (found !== undefined) return String(found.data);
  }
  throw new Error(`No button「${label}」was ever shown:\n${chat.story()}`);
}

type Action = Readonly<Record<string, unknown>>;

function actionsIn(part: unknown): Action[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'data' in part && 'label' in part ? [{ ...part }] : [];
  return [...own, ...Object.values(part).flatMap(actionsIn)];
}
