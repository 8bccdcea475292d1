// A webhook event as LINE sends it, from a person, unless a test says otherwise; undefined leaves a property out.

/** An id of LINE's form, by its letter and a digit: `U1` becomes U11111… */
export const lineId = (short: string): string => `${short[0]}${(short[1] ?? '0').repeat(32)}`;

export function lineEvent(parts: Record<string, unknown>): unknown {
  return JSON.parse(
    JSON.stringify({
      mode: 'active',
      timestamp: Date.parse('2026-12-01T10:00:00+09:00'),
      source: { type: 'user', userId: lineId('U1') },
      webhookEventId: '01KBDDZMJ00000000000000001',
      deliveryContext: { isRedelivery: false },
      replyToken: 'reply-token',
      ...parts,
    }),
  );
}
