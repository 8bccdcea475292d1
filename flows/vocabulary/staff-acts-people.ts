// What staff do about people: they search for them, see their card, put their use of the service off, and say who is in charge. A part of the table in
// staff-acts.ts.
import { suspensionReasons, suspensionTerms } from './lists.ts';

const ofBooking = { booking: 'id', version: 'version' } as const;

export const peopleTaps = {
  /** `found`: the row with whom a search found; what was searched for goes nowhere. */
  'people.more': {
    does: 'listMorePeople',
    carries: { found: 'id', page: 'page' },
    description: '検索のつづき',
  },
  'person.asked': { does: 'showPerson', carries: { person: 'id' }, description: '検索の1行' },
  'suspend.asked': { does: 'askSuspension', carries: { person: 'id' }, description: '利用見合わせ' },
  'suspend.reason': {
    does: 'askSuspensionTerm',
    carries: { person: 'id', reason: suspensionReasons },
    description: '利用見合わせの理由をえらぶ',
  },
  'suspend.term': {
    does: 'askSuspensionAgain',
    carries: { person: 'id', reason: suspensionReasons, term: suspensionTerms },
    description: '利用見合わせの期間をえらぶ',
  },
  'suspend.made': {
    does: 'suspend',
    carries: { person: 'id', reason: suspensionReasons, term: suspensionTerms },
    description: 'はい、利用見合わせにする',
  },
  /** `since`: the row of history that began it, so that an old card lifts no newer one. */
  'suspend.lifted': {
    does: 'liftSuspension',
    carries: { person: 'id', since: 'id' },
    description: '利用見合わせの解除',
  },
  'counsellor.asked': { does: 'askCounsellor', carries: ofBooking, description: '担当を変える' },
  /** `counsellor`: from 0. */
  'counsellor.picked': {
    does: 'changeCounsellor',
    carries: { ...ofBooking, counsellor: 'count' },
    description: '担当をえらぶ',
  },
} as const;

/** Only typed. */
export const peopleLines = {
  /** 台帳 12月: `text` is the first day of the month, '' where none can be read. */
  'register.typed': { does: 'openRegister', carries: { text: 'line' }, description: '台帳' },
  /** 検索 花子: `text` is what is searched for, never kept. */
  'person.searched': { does: 'findPeople', carries: { text: 'line' }, description: '検索' },
} as const;
