// Other times that staff have proposed, for the words that show them.
import { moment, slotOf } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import { addMinutes } from '../core/jst.ts';
import type { Offer } from '../db/generated/client.ts';
import type { OfferedTime, OfferShown } from '../messages/facts-offers.ts';

export const timesShown = (starts: readonly Date[], { consultation }: Office): OfferedTime[] =>
  starts.map((startsAt) => ({
    ...slotOf({ startsAt, endsAt: addMinutes(startsAt, consultation.minutes) }),
    at: startsAt.getTime(),
  }));

export const offerShown = (
  { starts, until, createdAt }: Pick<Offer, 'starts' | 'until' | 'createdAt'>,
  office: Office,
): OfferShown => ({
  times: timesShown(starts, office),
  until: moment(until),
  madeAt: createdAt.getTime(),
});
