// Control calls: the bot's own door for development, and time, which moves on both sides.
import { BotDoorError } from '../bot-door/ask-bot.ts';
import { createDrawChart, type DrawChart } from '../bot-door/draw-mermaid.ts';
import { moveTime } from '../bot-door/move-time.ts';
import type { Simulator } from '../simulator.ts';
import { newTime } from './new-time.ts';
import { bare, route } from './route.ts';

/** `bot`: where its clock stands; null where it has none, or `error` says why it is not known. */
export type BotState = {
  door: string | null;
  platform: string;
  bot: string | null;
  error: string | null;
};

/** `svg` is null where the chart cannot be drawn; `problem` says why. */
export type DrawnChart = { title: string; svg: string | null; problem: string | null };

export type BotView = {
  /** Does the bot know that chat, and tell? */
  isKnown: boolean;
  /** Why the bot tells nothing; null where nothing went wrong. */
  error: string | null;
  charts: DrawnChart[];
  facts: { name: string; value: string }[];
  moments: { name: string; at: string }[];
};

const drawChart = createDrawChart();
const iso = (ms: number): string => new Date(ms).toISOString();

export const botRoutes = [
  bare('GET', '/bot', ({ simulator }) => describeBot(simulator)),
  route('PUT', '/time', newTime, async ({ simulator: { clock, bot }, body }) => {
    const to = 'now' in body ? Date.parse(body.now) : clock.now() + body.forwardMs;
    const { now, withBot } = await moveTime(clock, bot, to);
    return { now: iso(now), withBot };
  }),
  bare('GET', '/bot/chats/{chatId}', ({ simulator, params: { chatId = '' } }) => viewOf(simulator, chatId)),
];

async function describeBot({ bot, clock }: Simulator): Promise<BotState> {
  const known = { door: bot.url ?? null, platform: iso(clock.now()) };
  try {
    const now = await bot.now();
    return { ...known, bot: now === undefined ? null : iso(now), error: null };
  } catch (error) {
    if (!(error instanceof BotDoorError)) throw error;
    return { ...known, bot: null, error: error.message };
  }
}

async function viewOf({ bot }: Simulator, chatId: string): Promise<BotView> {
  const nothing = { isKnown: false, error: null, charts: [], facts: [], moments: [] };
  try {
    const chat = await bot.chat(chatId);
    if (!chat) return nothing;
    const charts = await Promise.all(chat.charts.map((chart) => drawn(chart, drawChart)));
    return { isKnown: true, error: null, charts, facts: chat.facts, moments: chat.moments };
  } catch (error) {
    if (!(error instanceof BotDoorError)) throw error;
    return { ...nothing, error: error.message };
  }
}

async function drawn(
  { title, mermaid, current }: { title: string; mermaid: string; current: readonly string[] },
  draw: DrawChart,
): Promise<DrawnChart> {
  try {
    return { title, svg: await draw(mermaid, current), problem: null };
  } catch (error) {
    return { title, svg: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
