// A webhook event as LINE sends it, from a person, unless a test says otherwise; undefined leaves a property out.
export function lineEvent(parts: Record<string, unknown>): unknown {
  return JSON.parse(
    JSON.stringify({
      mode: 'active',
      timestamp: Date.parse('2026-12-01T10:00:00+09:00'),
      source: { type: 'user', userId: `U${'1'.repeat(32)}` },
      webhookEventId: '01KBDDZMJ00000000000000001',
      deliveryContext: { isRedelivery: false },
      replyToken: 'reply-token',
      ...parts,
    }),
  );
}
