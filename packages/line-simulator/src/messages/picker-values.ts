// Dates and times as the datetime picker takes and gives them (reference: datetime-picker-action). No time zone.

export type PickerMode = 'date' | 'time' | 'datetime';

const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]';
const FORMS: Record<PickerMode, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: new RegExp(`^${TIME}$`),
  datetime: new RegExp(`^\\d{4}-\\d{2}-\\d{2}[Tt]${TIME}$`),
};

/** Is it a value of that mode: right form, a day of the calendar, 1900-01-01 to 2100-12-31? */
export function isPickable(mode: PickerMode, value: string): boolean {
  if (!FORMS[mode].test(value)) return false;
  return mode === 'time' || isDay(value.slice(0, 10));
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) return false;
  return day >= '1900-01-01' && day <= '2100-12-31';
}
