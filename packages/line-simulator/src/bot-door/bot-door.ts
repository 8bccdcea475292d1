// What a bot may offer for development, beside its webhook: its clock, and what it knows of a chat.
// The calls are described in README.md. Everything is optional: a bot without a door is simulated as well.
import { z } from 'zod';
import { askBot, BotDoorError, type DoorAnswer } from './ask-bot.ts';
import { checkedDoor } from './door-url.ts';

const clockSchema = z.object({ now: z.iso.datetime({ offset: true }) });
const text = (most: number) => z.string().max(most);

/** What a bot tells of a chat. `mermaid`: a `stateDiagram-v2`; `current`: ids in it. */
const chatSchema = z.object({
  charts: z
    .array(z.object({ title: text(200), mermaid: text(200_000), current: z.array(text(200)).default([]) }))
    .max(20)
    .default([]),
  facts: z
    .array(z.object({ name: text(200), value: text(2_000) }))
    .max(200)
    .default([]),
  moments: z
    .array(z.object({ name: text(200), at: z.iso.datetime({ offset: true }) }))
    .max(50)
    .default([]),
});

export type BotChat = z.infer<typeof chatSchema>;

export type BotDoor = {
  /** `http://127.0.0.1:3000/dev` for instance; undefined: there is none. Throws on what is not on this machine. */
  url: string | undefined;
  /** The bot's time, ms; undefined: it offers no clock, or there is no door. Rejects with BotDoorError. */
  now(): Promise<number | undefined>;
  /** Resolves once what became due is on its way; false: it offers no clock. Rejects with BotDoorError. */
  moveTo(when: number): Promise<boolean>;
  /** Undefined: it knows nothing of that chat, or tells nothing. Rejects with BotDoorError. */
  chat(chatId: string): Promise<BotChat | undefined>;
};

/** Ms for a question, and for a move, which waits until the bot has done what became due. */
export type DoorLimits = { askMs: number; moveMs: number };

export function createBotDoor(first: string | undefined, limits: DoorLimits): BotDoor {
  let url = checkedDoor(first);
  const ask = async (path: string): Promise<DoorAnswer | undefined> => {
    if (url === undefined) return undefined;
    const answer = await askBot({ method: 'GET', url: `${url}${path}`, timeoutMs: limits.askMs });
    return answer.status === 404 ? undefined : answer;
  };
  return {
    get url() {
      return url;
    },
    set url(next) {
      url = checkedDoor(next);
    },
    async now() {
      const answer = await ask('/clock');
      return answer && Date.parse(read(clockSchema, answer, 'its clock').now);
    },
    async moveTo(when) {
      if (url === undefined) return false;
      const body = { now: new Date(when).toISOString() };
      const call = { method: 'PUT', url: `${url}/clock`, body, timeoutMs: limits.moveMs } as const;
      const answer = await askBot(call);
      if (answer.status === 404) return false;
      if (answer.status >= 300) throw new BotDoorError(`The bot did not move its clock: ${wordsOf(answer)}`);
      return true;
    },
    async chat(chatId) {
      const answer = await ask(`/chats/${encodeURIComponent(chatId)}`);
      return answer && read(chatSchema, answer, 'the chat');
    },
  };
}

function read<T>(schema: z.ZodType<T>, answer: DoorAnswer, what: string): T {
  if (answer.status >= 300) throw new BotDoorError(`The bot does not tell ${what}: ${wordsOf(answer)}`);
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  throw new BotDoorError(`The bot tells ${what} in another form:\n${z.prettifyError(result.error)}`);
}

const wordsOf = ({ status, body }: DoorAnswer): string =>
  `${status} ${body === undefined ? '' : JSON.stringify(body).slice(0, 500)}`.trim();
