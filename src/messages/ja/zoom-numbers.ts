// Zoom numbers as Zoom itself writes them.
/** `123 4567 8901`, `123 456 7890`, `123 456 789`: the way the app shows 11, 10 and 9 digits. */
export function spacedMeetingId(meetingId: string): string {
  const parts = meetingId.length === 11 ? /^(\d{3})(\d{4})(\d{4})$/ : /^(\d{3})(\d{3})(\d{3,4})$/;
  return meetingId.replace(parts, '$1 $2 $3');
}

/** Opens the app at the meeting. Without the passcode: an address is passed on more easily than meant. */
export const joinLink = (meetingId: string): string => `https://zoom.us/j/${meetingId}`;
