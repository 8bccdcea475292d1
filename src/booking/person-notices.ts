// What stands in a booking's history beside the steps of its life.

/** What she tells us about a booking is kept in its history too, but it is no step of its life. */
export const personNotices = [
  /** She cannot get into the meeting. */
  'trouble',
  'absence',
  'late',
  /** She can come after all. */
  'coming',
  /** A sign of life around the time of the consultation, whatever it was. */
  'contact',
  /** The same: she only looked something up. Never told to staff. */
  'active',
  /** She waits to be let in, or finds nobody there. */
  'waiting',
  /** Sound, picture or line. */
  'inside',
  'callMe',
  'numbers',
  /** Words that say so; she has not pressed the button. */
  'absenceWritten',
  /** She got in after all. */
  'entered',
  'newPhone',
  /** She must not be called, or cannot take a call: from then on nobody is asked to. */
  'noPhone',
  /** After that: she may be called. */
  'mayCall',
  /** She wrote of calls to her, and it can be read both ways. */
  'aboutCalls',
  /** Words of danger (D13). What they were stands nowhere. */
  'inNeed',
] as const;
export type PersonNotice = (typeof personNotices)[number];

export const isPersonNotice = (event: string): event is PersonNotice =>
  personNotices.some((known) => known === event);

/**
 * Nor is it that staff looked up how to reach that person, who has blocked the account or wishes for another time, that staff were reminded
 * of it, that somebody of them helps, that LINE has taken what was told, or that a chat of LINE became that person's.
 */
export const looks = [
  'contactAsked',
  'contactSeen',
  'unreachable',
  'wish',
  'nudged',
  'helping',
  'told',
  'linkAsked',
  'linked',
] as const;

/** Nor is it that staff changed something that is no step of it, or did not answer a wish in time. The register says so. */
export const changes = ['counsellor', 'wishUnanswered'] as const;
