// Asks the server of this set-up, on this machine, how it is and whether it has the same channel secret.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Environment } from '../config/environment.ts';
import { originFor } from '../core/this-machine.ts';

export type LocalServer =
  /** `lineStatus`: with which LINE, or a proxy before it, turns all calls of the server away. */
  | { kind: 'running'; isHealthy: boolean; hasSameSecret: boolean; lineStatus: number | undefined }
  | { kind: 'notRunning' }
  /** Something else has the port. */
  | { kind: 'stranger' }
  /** It took the connection and did not answer in time. */
  | { kind: 'silent' }
  /** PORT=0: nobody knows where. */
  | { kind: 'anyPort' };

const withinMs = 3_000;
const health = z.object({
  healthy: z.boolean(),
  lineTakesNoCalls: z.object({ status: z.number() }).optional(),
});
const refused = z.object({ code: z.literal('ECONNREFUSED') });

/** Never rejects. */
export async function askServer(
  env: Pick<Environment, 'HOST' | 'PORT' | 'LINE_CHANNEL_SECRET'>,
): Promise<LocalServer> {
  if (env.PORT === 0) return { kind: 'anyPort' };
  const origin = originFor(env);
  try {
    const answer = await askHealth(origin);
    if (answer === undefined) return { kind: 'stranger' };
    const hasSameSecret = await acceptsSignature(origin, env.LINE_CHANNEL_SECRET);
    const lineStatus = answer.lineTakesNoCalls?.status;
    return { kind: 'running', isHealthy: answer.healthy, hasSameSecret, lineStatus };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (refused.safeParse(cause).success) return { kind: 'notRunning' };
    return { kind: error instanceof DOMException ? 'silent' : 'stranger' };
  }
}

/** Undefined: whoever answered is not this product. */
async function askHealth(origin: string): Promise<z.infer<typeof health> | undefined> {
  const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(withinMs) });
  const text = await answer.text();
  return text.startsWith('{') ? health.safeParse(JSON.parse(text)).data : undefined;
}

/** A webhook without events does nothing, as LINE's own Verify button shows. */
async function acceptsSignature(origin: string, secret: string): Promise<boolean> {
  const body = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [] });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const { status } = await fetch(`${origin}/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
    body,
    signal: AbortSignal.timeout(withinMs),
  });
  return status === 200;
}
