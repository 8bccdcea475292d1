// Bookings by telephone, for tests: a counter with two clerks, slots that they hold, and the pages on which they enter what they hear.
import { addSeconds } from 'date-fns';
import { addDays } from '../../src/core/jst.ts';
import { createBookingPage } from '../../src/pages/booking-page.ts';
import { ordinaryThursday, typedDay } from '../booking/ordinary-days.ts';
import type { Counter } from '../conversation/counter.ts';
import { servePages } from './serve-page.ts';

export const entry = {
  ...{ name: '佐藤 花子', phone: '090-1111-2222', jobNumber: '22020-7654321' },
  ...{ companion: 'no', terms: 'yes', conditions: 'yes', numbersBy: 'callBack' },
};

export type PhoneDesk = Awaited<ReturnType<typeof openPhoneDesk>>;

export async function openPhoneDesk(counter: Counter) {
  const { clock, database, services, prisma } = counter;
  const { origin, close } = await servePages(createBookingPage(database, services));
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
  const first = counter.visitor('C1', 'group', 'U-clerk-1');
  const second = counter.visitor('C1', 'group', 'U-clerk-2');
  const day = ordinaryThursday(clock.now(), counter.office);

  /** The address of the page that was shown last. */
  const address = async (): Promise<string> => {
    const buttons = (await counter.sentTo('C1')).flatMap(({ messages }) =>
      messages.flatMap((message) => ('buttons' in message ? (message.buttons ?? []) : [])),
    );
    const found = buttons.findLast((button) => button.label === '入力ページ');
    if (found === undefined || !('link' in found)) throw new Error('No page was shown');
    return `${origin}${new URL(found.link).pathname}`;
  };
  const send = async (url: string, fields: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, html: await response.text() };
  };
  return {
    ...{ first, second, close, address, send },
    /** A Thursday; the days beside it are open too. */
    day,
    /** So many days after it, as staff type it. */
    on: (days: number) => typedDay(addDays(day, days)),
    /** Holds a slot on it, or so many days after it. */
    line: (days = 0) => `電話予約 ${typedDay(addDays(day, days))} 10:00`,
    /** The same button is answered again. */
    later: () => clock.moveTo(addSeconds(clock.now(), 11)),
    /** Holds a slot by typing it, and answers with its page. */
    async hold(line: string): Promise<string> {
      const said = await first.says(line);
      if (!said.includes('おさえました')) throw new Error(`Nothing was held: ${said}`);
      return address();
    },
    save: (url: string, changes: Readonly<Record<string, string>> = {}) =>
      send(url, { ...entry, act: 'save', ...changes }),
    holds: () => prisma.slotUse.findMany({ where: { kind: 'call' } }),
    async clear(): Promise<void> {
      const tables = [
        'SlotUse',
        'PageLink',
        'LinkCode',
        'EnrolmentMiss',
        'Call',
        'Undo',
        'BookingStep',
        'NumbersDraft',
      ];
      for (const table of [...tables, 'ReminderSent', 'Booking', 'Consent', 'ZoomRoom', 'Person'])
        await prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    },
  };
}
