// The server's clock, ticking: the bot's where it offers one, else the platform's.
import { useEffect, useState } from 'preact/hooks';
import type { BotState } from '../../control/bot.ts';
import { useLive } from '../use-live.ts';

type ServerClock = {
  /** ms; undefined before the first answer. */
  now: number | undefined;
  bot: BotState | undefined;
  error: string | undefined;
};

type Read = { at: number; readAt: number };

export function useServerClock(): ServerClock {
  const { value: bot, error } = useLive<BotState>('/bot');
  const [read, setRead] = useState<Read>();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!bot) return;
    setRead({ at: Date.parse(bot.bot ?? bot.platform), readAt: performance.now() });
    setElapsed(0);
  }, [bot]);
  useEffect(() => {
    const timer = setInterval(() => read && setElapsed(performance.now() - read.readAt), 1000);
    return () => clearInterval(timer);
  }, [read]);
  return { now: read && read.at + elapsed, bot, error };
}
