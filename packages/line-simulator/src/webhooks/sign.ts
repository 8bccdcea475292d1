// A webhook's bytes and their signature (docs: verify-webhook-signature).
import { createHmac } from 'node:crypto';

/** base64(HMAC-SHA256(channel secret, exactly these bytes)) */
export function signatureOf(body: Uint8Array, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

/**
 * JSON as LINE writes it: characters beyond the basic plane, emoji above all, come as `\uXXXX` pairs
 * (line-bot-sdk-nodejs issue 922). Who signs JSON of their own making is caught by that.
 */
export function webhookJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
