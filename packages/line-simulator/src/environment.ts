// The environment of `npm run simulator`: all problems at once, each with its remedy.
import { z } from 'zod';
import { isDoorUrl } from './bot-door/door-url.ts';
import type { SimulatorOptions } from './simulator.ts';

const DEFAULT_PORT = 3030;
const EXAMPLE_DOOR_URL = 'http://127.0.0.1:3000/dev';
const DEFAULT_WEBHOOK_URL = 'http://127.0.0.1:3000/webhook';

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing. Any text will do; give the bot the same one.` })
    .min(1, `${name} is empty. Any text will do; give the bot the same one.`);

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));

const schema = z.object({
  LINE_CHANNEL_SECRET: secret('LINE_CHANNEL_SECRET'),
  LINE_CHANNEL_ACCESS_TOKEN: secret('LINE_CHANNEL_ACCESS_TOKEN'),
  WEBHOOK_URL: z
    .url({
      protocol: /^https?$/,
      error: `WEBHOOK_URL is no http or https address. Name the bot's webhook, ${DEFAULT_WEBHOOK_URL} for instance.`,
    })
    .default(DEFAULT_WEBHOOK_URL),
  /** Empty counts as left out. */
  BOT_DOOR_URL: z
    .string()
    .refine((url) => url === '' || isDoorUrl(url), {
      error: `BOT_DOOR_URL is no address on this machine. Name the bot's door for development, ${EXAMPLE_DOOR_URL} for instance, or leave it out.`,
    })
    .optional(),
  /** Empty counts as left out. */
  SIMULATOR_SEED: z.string().optional(),
  /** Channel ids; empty counts as left out. */
  LINE_CHANNEL_ID: z.string().optional(),
  LINE_LOGIN_CHANNEL_ID: z.string().optional(),
  SIMULATOR_PORT: port.default(DEFAULT_PORT),
  /** Empty counts as left out. */
  SIMULATOR_DATA_PORT: z
    .literal('')
    .transform(() => undefined)
    .or(port)
    .optional(),
});

export const variableNames: readonly string[] = Object.keys(schema.shape);

export type Environment = { ok: true; options: SimulatorOptions } | { ok: false; problems: string[] };

export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const result = schema.safeParse(values);
  if (!result.success) return { ok: false, problems: [...new Set(result.error.issues.map(problemOf))] };
  const { data } = result;
  return {
    ok: true,
    options: {
      channelSecret: data.LINE_CHANNEL_SECRET,
      channelAccessToken: data.LINE_CHANNEL_ACCESS_TOKEN,
      webhookUrl: data.WEBHOOK_URL,
      botDoor: data.BOT_DOOR_URL || undefined,
      seed: data.SIMULATOR_SEED || undefined,
      port: data.SIMULATOR_PORT,
      dataPort: data.SIMULATOR_DATA_PORT,
      channelId: data.LINE_CHANNEL_ID || undefined,
      loginChannelId: data.LINE_LOGIN_CHANNEL_ID || undefined,
    },
  };
}

const DATA_PORT_REMEDY = 'default: none, and one port does everything';

function problemOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  if (name !== 'SIMULATOR_PORT' && name !== 'SIMULATOR_DATA_PORT') return issue.message;
  const remedy = name === 'SIMULATOR_PORT' ? `default ${DEFAULT_PORT}` : DATA_PORT_REMEDY;
  return `${name} is no port. Give a number from 0 to 65535 (0: any free one); ${remedy}.`;
}
