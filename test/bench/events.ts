import { randomBytes } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID of this moment. */
function ulid(): string {
  let time = Date.now();
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = (crockford[time % 32] ?? '0') + text;
    time = Math.floor(time / 32);
  }
  return text + [...randomBytes(16)].map((byte) => crockford[byte % 32]).join('');
}

export const userIds = (count: number): string[] =>
  Array.from({ length: count }, () => `U${randomBytes(16).toString('hex')}`);

/** A text message of that person, and the token its reply will carry. */
export function message(userId: string, text: string) {
  const replyToken = randomBytes(16).toString('hex');
  const event = {
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    source: { type: 'user', userId },
    webhookEventId: ulid(),
    deliveryContext: { isRedelivery: false },
    replyToken,
    message: { id: '1', type: 'text', quoteToken: 'q', text },
  };
  return { event, replyToken };
}
