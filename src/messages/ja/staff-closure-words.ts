// The few words about a closure that also stand in lists and on the card of a booking.
import type { Hit } from '../../booking/closures.ts';
import type { ClosedPart, ClosureFacts } from '../facts-closures.ts';
import { dayText, timeText } from './dates.ts';

const partNames = { all: '終日', morning: '午前', afternoon: '午後' } as const;

/** 終日, 午後, 14:00～16:00, 相談員 1人. */
export function partText({ name, from, until, counsellors }: ClosedPart): string {
  if (counsellors !== null) return `相談員 ${counsellors}人`;
  if (name !== 'hours') return partNames[name];
  return from === null || until === null ? partNames.all : `${timeText(from)}～${timeText(until)}`;
}

/** On the line of a booking in a list. */
export const hitText = (hit: Hit | null): string[] =>
  hit === null ? [] : [{ closed: '休業に当たる', short: '相談員が足りない' }[hit]];

/** `午後(研修)` of the day that is shown, with the day in front of it where there are several. */
const closureText = (closure: ClosureFacts, isOneDay: boolean): string => {
  const reason = closure.reason === null ? '' : `(${closure.reason})`;
  return `${isOneDay ? '' : `${dayText(closure.day)} `}${partText(closure)}${reason}`;
};

/** On the card of the morning. */
export const closuresToday = (closures: readonly ClosureFacts[]): string[] =>
  closures.slice(0, mostShown).map((one) => closureText(one, true));

/** More would make the foot of the list longer than the list. */
const mostShown = 6;

/** The foot of a day or a week: `休業 なし`, or each on a line of its own. */
export function closuresFoot(closures: readonly ClosureFacts[], isOneDay: boolean): string {
  if (closures.length === 0) return '  休業 なし';
  const more = closures.length > mostShown ? [`ほか${closures.length - mostShown}件`] : [];
  return [...closures.slice(0, mostShown).map((one) => closureText(one, isOneDay)), ...more]
    .map((text) => `\n休業 ${text}`)
    .join('');
}
