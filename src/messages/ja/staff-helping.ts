// Who of the staff helps somebody who cannot get in.
import type { Moment } from '../../booking/shown.ts';
import type { Brief, Helping } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { timeText } from './dates.ts';
import { labels } from './labels.ts';
import { called } from './staff-called.ts';
import { whoseFacts } from './staff-whose.ts';

export const helpingText = ({ by }: Pick<Helping, 'by'>): string =>
  `${by === null ? '職員の方' : called(by)}が対応中`;

/** For whoever pressed, and whoever presses later. */
export const helping = ({
  by,
  at,
  id,
  version,
  ...whose
}: Brief & { name: string | null; by: string | null; at: Moment }): Message[] => {
  const outcome = (code: string) => ({ event: 'outcome.recorded', booking: id, version, outcome: code });
  return [
    {
      kind: 'card',
      alt: '対応中です',
      title: helpingText({ by }),
      text: `${timeText(at.time)}からです。\n終わったら、次のどちらかを押してください。`,
      facts: whoseFacts(whose),
      buttons: [
        { label: labels.gotIn, tap: outcome('attended'), tone: 'primary' },
        { label: labels.byPhone, tap: outcome('byPhone') },
      ],
    },
  ];
};
