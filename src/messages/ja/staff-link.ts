// LINEとつなぐ: the code for somebody who booked by telephone, and why a chat was not joined.
import type { Moment } from '../../booking/shown.ts';
import type { Notice } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { momentText } from './dates.ts';
import { whoseFacts } from './staff-whose.ts';

/** What stands before a code in a person's chat. `understanding/link-line.ts` reads it. */
export const linkLine = (code: string): string => `つなぐ ${code}`;

export const linkCode = (code: string, until: Moment, whose: Notice & { name: string | null }): Message[] => [
  {
    kind: 'card',
    alt: 'LINEとつなぐコードです',
    title: `コード ${code}`,
    text: `お電話でお伝えください。
ご本人が公式アカウントに、次のように送ると、つながります。
${linkLine(code)}
${momentText(until)}まで、一度だけ使えます。
前に出したコードは、もう使えません。`,
    facts: whoseFacts(whose),
  },
];
