// 別の日時を提案: what staff press for it. The group has no memory, so that the times chosen so far ride on the buttons (`times`).
import type { ActTable } from './act-facts.ts';

const ofBooking = { booking: 'id', version: 'version' } as const;

export const offerTaps = {
  /** With the times that are free near it, or with those that were chosen. */
  'offer.asked': {
    does: 'askOffer',
    carries: { ...ofBooking, times: 'times' },
    description: '別の日時を提案',
  },
  'offer.choosing': {
    does: 'askDayToOffer',
    carries: { ...ofBooking, times: 'times', page: 'page' },
    description: '提案する日時を選び直す',
  },
  'offer.day': {
    does: 'askTimeToOffer',
    carries: { ...ofBooking, times: 'times', day: 'day', fine: 'flag' },
    description: '提案する日をえらぶ',
  },
  'offer.made': {
    does: 'makeOffer',
    carries: { ...ofBooking, times: 'times' },
    description: '選んだ日時を送る',
  },
  /** To all whom a closure hits. `hits`: of the bookings that the card showed. */
  'offers.asked': { does: 'askOffers', carries: { closure: 'id' }, description: '全員に別の日時' },
  'offers.made': {
    does: 'makeOffers',
    carries: { closure: 'id', hits: 'mark' },
    description: '全員に送る',
  },
  'offer.recalled': { does: 'recallOffer', carries: ofBooking, description: '提案を取り下げる' },
} as const satisfies ActTable;
