// What the words need to know, key by key. Days are JST `YYYY-MM-DD`, times JST `HH:mm`.

import type {
  Field,
  PlainRemark,
  PromptFacts,
  PromptKey,
  RemarkFacts,
  RemarkKey,
} from '../../flows/vocabulary.ts';
import type { Hit } from '../booking/closures.ts';
import type { ConsultationPhase } from '../booking/consultation-phase.ts';
import type { PersonNotice } from '../booking/person-notices.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { OfferShown } from './facts-offers.ts';
import type { Message } from './message.ts';

export type { PromptFacts, ShownDetails } from '../../flows/vocabulary.ts';

/** The open question, and how often in a row its answer was not understood (0, 1, 2 …). */
export type Prompts = {
  [K in PromptKey]: (facts: PromptFacts[K], office: Office, misses: number) => Message[];
};

/** Where a remark is said: before which question, and after how many answers that were not understood. */
export type RemarkPlace = { openPrompt: PromptKey | null; misses: number };
export type RemarkContext<K extends RemarkKey = PlainRemark> = RemarkPlace & { facts: RemarkFacts[K] };
export type Remarks = { [K in RemarkKey]: (context: RemarkContext<K>, office: Office) => Message[] };

/** A booking as its owner sees it. */
export type BookingView = {
  id: string;
  version: number;
  receipt: string;
  state: string;
  slot: Slot;
  /** By when she hears from the office. JST. */
  promised: { day: string; time: string };
  zoom: { meetingId: string; passcode: string } | null;
  /** From 0: who of the office is in charge. */
  counsellor?: number;
  /** Its person asked not to be called. */
  noCall?: boolean;
  /** Its owner cannot ask for another time here, and is invited to none. */
  isSuspended?: boolean;
};

/** `hour`: how near it is by the clock. `reason`: why staff declined, a code. */
export type BookingShownAt = {
  hour: ConsultationPhase;
  reason: string | null;
  /** The other time that this person wishes for, while staff have not decided. */
  wish?: Slot | null;
  /** It expired because nobody took one of the times that staff had proposed. */
  wasProposed?: boolean;
  /** Other times that staff have proposed, while one can be taken. */
  offer?: OfferShown | null;
  /** It was said that she cannot come. */
  isAbsent?: boolean;
  /** No chat of the staff is enrolled. */
  isUnseen?: boolean;
  /** Staff have closed that time since they agreed on it. */
  hit?: Hit | null;
};

/**
 * What is wanted to be another, of a request that is with the office. `agreed`: the time of a booking, whose card has the button;
 * `agreedByPhone`, `agreedInLine`: the same where there is none, `InLine` of somebody who must not be called.
 */
export type Unchanged = Field | 'agreed' | 'agreedByPhone' | 'agreedInLine';

/** Whether staff hear of it by this very turn, or did before; null: nobody was told anything. */
export type Told = 'now' | 'before' | 'nobody' | null;

/**
 * `kind`: what it was kept as. `told`: whether staff hear of it by this very turn, or did before; null: it is only kept.
 * `besides`: what else she said. `hour`: how near it is now. `situation`: what she said of herself before. `noCall`: she
 * must not be called. `isAfter`: she wrote when its time was over. `opensAt`: when staff see it; null: now.
 */
export type InContactWindow = Said & {
  besides?: readonly Said[] | undefined;
  hour: ConsultationPhase;
  situation: 'absent' | 'in' | null;
  ill: boolean;
  isMoving?: boolean;
  noCall?: boolean;
  isAfter?: boolean;
  /** Staff recorded otherwise already: she may need her numbers to come all the same. */
  isRecorded?: boolean;
  opensAt: Moment | null;
};
export type Said = { kind: PersonNotice; told: Told };

/**
 * `told`: whether staff hear by this very turn that she wrote; null: nobody was told anything. `isMoving`: she asked for
 * another day. `noCall`: she must not be called. `also`: what is said to whatever else she wrote.
 */
export type Absence = {
  ill: boolean;
  isTold: boolean;
  told: Told;
  opensAt: Moment | null;
  isMoving?: boolean;
  noCall?: boolean;
  also?: readonly string[];
};

/** 「電話しないで」, or that a call is welcome after all. `opens`: when staff see it; null: now. */
/** `told`: `before`, staff have heard it already; `kept`, nobody is alerted, and it stands on the booking's card. */
export type CallsWish = {
  kind: 'noPhone' | 'mayCall';
  told: 'now' | 'before' | 'kept';
  opens: Moment | null;
};

/** Of a consultation that took place. `next`: the one that is agreed on or asked for already. */
export type HowItWas = { id: string; slot: Slot; next: Slot | null; isSuspended: boolean };
