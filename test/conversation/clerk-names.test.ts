import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { openCounter } from './counter.ts';

test('who of the staff was taken off the records is asked for by name again', async () => {
  const counter = await openCounter();
  onTestFinished(() => counter.close());
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  const clerk = counter.visitor('C1', 'group', 'Uclerk7');
  const press = () => clerk.taps({ event: 'decline.asked', booking: randomUUID(), version: '0' });
  const onRecord = () => counter.prisma.staffMember.count();

  await press();
  await press();
  expect(await onRecord()).toBe(1);
  await counter.prisma.staffMember.deleteMany();
  await press();
  await press();
  expect(await onRecord()).toBe(1);
});
