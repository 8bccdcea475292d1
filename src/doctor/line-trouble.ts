// What is said when LINE gave no answer that a check could read.
import type { Failure } from '../line/call-outcome.ts';
import { type Finding, warning } from './check.ts';

/** For all calls but the first: that one has shown that LINE is there and knows the token. */
export const notAnswered = (what: string, failure: Failure): Finding =>
  warning(
    `${what} could not be read: ${wordsFor(failure)}.`,
    failure.kind === 'rateLimited'
      ? 'Run the doctor again in an hour.'
      : 'Run the doctor again in a few minutes.',
  );

export function wordsFor(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return `LINE refused the call (HTTP ${failure.status})`;
    case 'rateLimited':
      return 'LINE was asked too often (HTTP 429)';
    case 'quotaReached':
      return 'LINE says that the quota is used up';
    case 'unreached':
      return 'no connection to LINE came about';
    case 'unknown':
      return whys[failure.why];
    case 'broken':
      return `the call could not be made (${failure.code ?? failure.error})`;
  }
}

const whys = {
  timeout: 'LINE did not answer in time',
  reset: 'the connection to LINE broke off',
  garbled: 'what answered does not speak as LINE does',
  '5xx': 'LINE has trouble of its own (HTTP 5xx)',
};
