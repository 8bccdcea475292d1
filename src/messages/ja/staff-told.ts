// What a card says, before the press, of what the person will hear.

/** Only of who can hear it: what has to be done instead stands on the card that follows the press. */
export const tellsPerson = (isReached: boolean, what: string): string =>
  isReached ? what : 'ご本人に、LINEは届きません。';
