// What stands on the list of a day on which nobody works, or nobody comes: a clerk on the telephone must not take it for a free one.
import type { ClosedBecause } from '../../booking/calendar.ts';
import type { DayList } from '../facts-staff.ts';

export function ofNoConsultation(
  { count, dayOff }: Pick<DayList, 'count' | 'dayOff'>,
  isOneDay: boolean,
): { text?: string } {
  const lines = [
    ...(dayOff ? [whyOff(dayOff)] : []),
    ...(count === 0 ? [`${isOneDay ? 'この日' : 'この週'}の相談はありません。`] : []),
  ];
  return lines.length === 0 ? {} : { text: lines.join('\n') };
}

function whyOff(because: ClosedBecause): string {
  switch (because.why) {
    case 'holiday':
      return `「${because.name}」で、休みです。`;
    case 'yearEnd':
      return '年末年始で、休みです。';
    default:
      return '土日で、休みです。';
  }
}
