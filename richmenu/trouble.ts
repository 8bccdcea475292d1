// A call to LINE about menus that did not succeed, as a sentence that says what to do.
import type { Failure } from '../src/line/call-outcome.ts';

/** The message is for the operator. */
export class MenuTrouble extends Error {
  override readonly name = 'MenuTrouble';
  readonly failure: Failure | undefined;
  constructor(sentence: string, failure?: Failure) {
    super(sentence);
    this.failure = failure;
  }
}

const again = 'Run it again: it goes on where it stopped.';

/** `asked`: the end of "LINE was asked to …". */
export const troubleWith = (asked: string, failure: Failure): MenuTrouble =>
  new MenuTrouble(`LINE was asked to ${asked}. ${sentence(failure)}`, failure);

function sentence(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return refusals[failure.code]?.(failure) ?? `It refused with status ${failure.status}. ${again}`;
    case 'rateLimited':
    case 'quotaReached':
      return 'It was asked too often (429): it makes and deletes 100 menus an hour at most, and gives a new one to many people 3 times an hour. Run it again in an hour: it goes on where it stopped.';
    case 'unreached':
      return `It could not be reached: check this machine's way to the internet, and LINE_API_BASE_URL if it is set. ${again}`;
    case 'unknown':
      return `${unanswered[failure.why]} ${again}`;
    case 'broken':
      return `The call could not be made (${failure.error}): LINE_CHANNEL_ACCESS_TOKEN may hold a letter that does not belong there. Copy it again.`;
  }
}

type Refused = Extract<Failure, { kind: 'refused' }>;

const refusals: Partial<Record<Refused['code'], (failure: Refused) => string>> = {
  foreign: ({ status }) =>
    `Something else than LINE answered (${status}): look at the proxy, and at LINE_API_BASE_URL if it is set. ${again}`,
  unauthorized: () =>
    'It does not know the channel access token (401): issue one in the LINE Developers console, tab "Messaging API", and set LINE_CHANNEL_ACCESS_TOKEN to it.',
  forbidden: () =>
    'This channel may not do that (403): set LINE_CHANNEL_ACCESS_TOKEN to a token of the Messaging API channel of this account.',
  notFound: () =>
    `What it was about is not there any more (404): somebody else may be changing the menus. ${again}`,
  invalidMessage: ({ at }) =>
    `It finds fault with the menu${at === undefined ? '' : ` at ${at}`} (400): fix it in richmenu/areas.ts or src/messages/ja/rich-menu.ts.`,
  badRequest: () =>
    `It refused (400): somebody else may be changing the menus, or there are 1,000 of them already; delete some that nobody needs. ${again}`,
};

const unanswered: Readonly<Record<Extract<Failure, { kind: 'unknown' }>['why'], string>> = {
  timeout: 'It did not answer in time, and may have done it.',
  reset: 'The connection broke off, and it may have done it.',
  garbled: 'Its answer could not be read: LINE_API_BASE_URL may point at something else than LINE.',
  '5xx': 'It has trouble of its own (a status of 500 or more).',
};
