// What the words need to know of other times that staff propose.
import type { Moment, Slot } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { ClosureFacts } from './facts-closures.ts';
import type { Brief, ListRow, Whose } from './facts-staff.ts';

/** `at`: its start, epoch ms. */
export type OfferedTime = Slot & { at: number };

/** `madeAt`: when, epoch ms, as its buttons say it. */
export type OfferShown = { times: readonly OfferedTime[]; until: Moment; madeAt: number };

/** To the person. `isHit`: the office cannot at the time that the booking has. */
export type Offered = OfferShown & { isHit?: boolean };

/** What stands on a booking's card. `by`: who of the staff. */
export type OfferOnCard = OfferShown & { by: string | null };

/** Before staff press: `until` null where nothing can be proposed. `isAgreed`: it is confirmed, and stands meanwhile. */
export type OfferAsked = Whose & {
  times: readonly OfferedTime[];
  until: Moment | null;
  isAgreed: boolean;
  /** The time that its person wishes for. */
  wish: Slot | null;
};

type Choosing = Brief & Pick<Whose, 'name'> & { chosen: readonly number[] };
/** `next`: the card of the days behind these. */
export type OfferDays = Choosing & { days: readonly Day[]; next: number | null };
export type OfferTimes = Choosing & { day: string; times: readonly OfferedTime[]; hasMore: boolean };

/** Of those whom a closure hits: how many get times, how many are to be called, and for how many something waits already. */
type HitCounts = { closure: ClosureFacts; calls: number; waits: number };
/** `isNew`: the card was shown before, and something has changed since. */
export type OffersAsked = HitCounts & { offers: number; mark: string; isNew: boolean };
export type OffersMade = HitCounts & {
  rows: readonly (Pick<ListRow, 'id' | 'slot' | 'name'> & { times: readonly OfferedTime[] })[];
};

/** What became of times that are pressed when they are offered no more. */
export type OfferOver = 'confirmed' | 'requested' | 'wished' | 'over';

/** Nobody took any of them in time. `stands`: what is agreed on does; `isHit`: and the office cannot then. */
export type OfferLapsed = { stands: boolean; isHit: boolean };
