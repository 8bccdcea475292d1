// What a booking's card and its line in a list say of where it comes from, and of people without LINE.
import type { BookingOrigin } from '../facts-phone.ts';
import type { Fact } from '../message.ts';
import { lookUp } from './look-up.ts';
import { numbersByNames, overrideReasonNames } from './phone-labels.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

const sources: Readonly<Record<BookingOrigin['source'], string | null>> = {
  line: null,
  phone: '電話予約',
  consultation: '職員が続けて予約',
};

export function originFacts(origin: BookingOrigin): Fact[] {
  const source = sources[origin.source];
  const why = origin.overrideReason === null ? undefined : lookUp(overrideReasonNames, origin.overrideReason);
  return [
    ...(source === null ? [] : [{ label: '受付', value: why === undefined ? source : `${source}\n${why}` }]),
    ...(source !== null || why === undefined ? [] : [{ label: '締め切り後の変更', value: why }]),
    ...(origin.hasLine ? [] : [{ label: 'LINE', value: 'なし(お電話でお知らせします)' }]),
    ...numbersFacts(origin),
  ];
}

function numbersFacts({ hasLine, numbersBy, isUntold }: BookingOrigin): Fact[] {
  if (isUntold) return [{ label: '番号', value: '未連絡' }];
  const name = hasLine || numbersBy === null ? undefined : lookUp(numbersByNames, numbersBy);
  return name === undefined ? [] : [{ label: '番号のお伝え方', value: name }];
}

/** The meeting's numbers, to be told now. */
export const numbersToTell = ({ toTell }: BookingOrigin): Fact[] =>
  toTell === null
    ? []
    : [
        { label: 'ミーティングID', value: spacedMeetingId(toTell.meetingId) },
        { label: 'パスコード', value: toTell.passcode },
      ];

/** On a line of a list. */
export function originText(origin: Pick<BookingOrigin, 'source' | 'isUntold'> | undefined): string[] {
  if (origin === undefined) return [];
  return [...(origin.source === 'phone' ? ['電話予約'] : []), ...(origin.isUntold ? ['番号を未連絡'] : [])];
}
