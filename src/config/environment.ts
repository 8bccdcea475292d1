// The environment, read once and checked as a whole: whoever set it up sees all that is wrong at once,
// and how to fix it.
import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from '../core/this-machine.ts';

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), {
    error: 'must be an origin such as http://127.0.0.1:3030, without a path',
  });

/** Every variable, with the sentence that says what to do when it is wrong. `.env.example` names the same. */
const schema = z.object({
  HOST: z
    .string()
    .refine((host) => isIP(host) > 0 || host === 'localhost', {
      error: 'must be an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 in a container',
    })
    .default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  LINE_CHANNEL_SECRET: z
    .string({
      error: 'is missing: copy "Channel secret" from the LINE Developers console, tab "Basic settings"',
    })
    .min(1),
  LINE_CHANNEL_ACCESS_TOKEN: z
    .string({
      error: 'is missing: issue a "Channel access token" in the LINE Developers console, tab "Messaging API"',
    })
    .min(1),
  LINE_API_BASE_URL: origin.optional(),
  // A message takes at most two calls, and its job is another's after 30 s (db/queue-settings.ts).
  LINE_TIMEOUT_MS: z.coerce
    .number({ error: 'must be a number of milliseconds' })
    .int()
    .min(100)
    .max(12_000)
    .default(10_000),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATA_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=(\s*,\s*[A-Za-z0-9+/]{43}=)*$/, {
      error: 'must be 32 bytes in base64: make one with `openssl rand -base64 32`',
    })
    .optional(),
  OFFICE: z.string().min(1).default('hamamatsu'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address under which people reach this server' })
    // Behind it is a page with a person's name and phone.
    .refine((url) => url.startsWith('https:') || isLoopback(url), {
      error: 'must begin with https://, unless it leads to this machine (http://127.0.0.1:3000)',
    })
    .optional(),
  HTTPS_PROXY: z
    .url({ protocol: /^https?$/, error: 'must look like http://proxy.example.jp:8080' })
    .optional(),
  CLOCK_CONTROL: z.enum(['0', '1'], { error: 'must be 1 or 0' }).default('0'),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = z.infer<typeof schema>;

/** The names of all variables this product reads. */
export const variableNames = Object.keys(schema.shape);

/** Something is wrong with the environment; the message is for the operator. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** Empty values count as not set. Throws EnvironmentError that names every problem. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(set);
  const problems = result.success ? conflicts(result.data) : result.error.issues.map(describe);
  if (result.success && problems.length === 0) return result.data;
  throw new EnvironmentError(
    `The environment needs fixing:\n${problems.map((line) => `  ${line}`).join('\n')}`,
  );
}

const describe = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')} ${message}`;

const forDevelopment: readonly (string | undefined)[] = [undefined, 'development', 'test'];

function conflicts(env: Environment): string[] {
  const found: string[] = [];
  if (env.CLOCK_CONTROL === '1' && !forDevelopment.includes(env.NODE_ENV)) {
    // NODE_ENV may be any word, so it is not repeated.
    found.push(
      'CLOCK_CONTROL must not be 1 in production, nor with any NODE_ENV but none, development or test: it lets anybody move the time',
    );
  }
  if (env.DATABASE_URL && !env.DATA_KEY) {
    found.push(
      'DATA_KEY is missing: with a database server the key that seals personal data must be given. make one with `openssl rand -base64 32`',
    );
  }
  return found;
}
