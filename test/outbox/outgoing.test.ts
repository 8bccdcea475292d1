import { expect, test } from 'vitest';
import { outgoingSchema } from '../../src/outbox/outgoing.ts';
import { everyMessage } from '../messages/every-message.ts';

test('every message, with each of its buttons, comes off the outbox as it was put there', () => {
  for (const [name, messages] of everyMessage) {
    const outgoing = { to: 'U1', about: 'answer', madeAt: 0, messages };
    expect(outgoingSchema.safeParse(JSON.parse(JSON.stringify(outgoing))), name).toMatchObject({
      success: true,
      data: outgoing,
    });
  }
});
