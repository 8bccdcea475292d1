// How phone numbers are written for people.

/**
 * How a phone number is shown: 090-1234-5678, 053-454-1910. Where an area code ends differs from place
 * to place: other landlines stay undivided rather than being divided wrongly.
 */
export const showPhone = (phone: string): string => phoneParts(phone).join('-');

/** The parts of a number that `readPhone` gave, as `showPhone` divides them. */
export function phoneParts(phone: string): string[] {
  if (/^0[5-9]0\d{8}$/.test(phone)) return [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  // Hamamatsu. 0531–0533 and 0536–0539 are its neighbours' four-digit codes, 0539 partly.
  if (/^053[45]\d{6}$/.test(phone)) return [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  return [phone];
}
