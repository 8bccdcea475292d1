// The environment of `npm run simulator`: all problems at once, each with its remedy.
import { z } from 'zod';
import type { SimulatorOptions } from './simulator.ts';

const DEFAULT_PORT = 3030;
const DEFAULT_WEBHOOK_URL = 'http://127.0.0.1:3000/webhook';

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing. Any text will do; give the bot the same one.` })
    .min(1, `${name} is empty. Any text will do; give the bot the same one.`);

const schema = z.object({
  LINE_CHANNEL_SECRET: secret('LINE_CHANNEL_SECRET'),
  LINE_CHANNEL_ACCESS_TOKEN: secret('LINE_CHANNEL_ACCESS_TOKEN'),
  WEBHOOK_URL: z
    .url({
      protocol: /^https?$/,
      error: `WEBHOOK_URL is no http or https address. Name the bot's webhook, ${DEFAULT_WEBHOOK_URL} for instance.`,
    })
    .default(DEFAULT_WEBHOOK_URL),
  SIMULATOR_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(DEFAULT_PORT),
});

export type Environment = { ok: true; options: SimulatorOptions } | { ok: false; problems: string[] };

export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const result = schema.safeParse(values);
  if (!result.success) return { ok: false, problems: [...new Set(result.error.issues.map(problemOf))] };
  const { LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, WEBHOOK_URL, SIMULATOR_PORT } = result.data;
  return {
    ok: true,
    options: {
      channelSecret: LINE_CHANNEL_SECRET,
      channelAccessToken: LINE_CHANNEL_ACCESS_TOKEN,
      webhookUrl: WEBHOOK_URL,
      port: SIMULATOR_PORT,
    },
  };
}

const problemOf = (issue: z.core.$ZodIssue): string =>
  issue.path[0] === 'SIMULATOR_PORT'
    ? `SIMULATOR_PORT is no port. Give a number from 0 to 65535 (0: any free one); default ${DEFAULT_PORT}.`
    : issue.message;
