// What is written to the admin chat of those who have to be told by telephone, once each, with invented people.
import { ja } from '../../src/messages/ja/index.ts';
import type { Message } from '../../src/messages/message.ts';
import { brief, moment, secrets } from './invented.ts';

export type Named = [name: string, messages: Message[]];

const call = {
  call: brief.id,
  about: 'confirmed',
  reason: 'quota',
  booking: brief,
  name: secrets.name,
  maskedPhone: '090-****-5678',
  tries: 0,
  cannotSend: null,
};
const cannotSend = ['noLine', 'blocked', 'quota', 'outdated', 'noBooking'] as const;
const callRows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: brief.id, about: 'confirmed', reason: 'quota', tries: n % 3 },
    name: [secrets.name, null, '髙橋 美穂'.repeat(8)][n % 3] ?? null,
    slot: n % 4 === 3 ? null : brief.slot,
  }));

export const callsToStaff: readonly Named[] = [
  ...['confirmed', 'declined', 'expired', 'reminder', 'receipt', 'answer'].map(
    (about): Named => [`callCard ${about}`, ja.callCard({ ...call, about })],
  ),
  ...['quota', 'reserve', 'limit', 'blocked', 'refused', 'unknown', 'gaveUp'].map(
    (reason): Named => [`callCard ${reason}`, ja.callCard({ ...call, reason })],
  ),
  ['callCard, nobody', ja.callCard({ ...call, booking: null, name: null, maskedPhone: null })],
  ['callCard, nobody answered', ja.callCard({ ...call, tries: 2 })],
  ...cannotSend.flatMap((why): Named[] => [
    [`callCard ${why}`, ja.callCard({ ...call, cannotSend: why })],
    [`callNotSent ${why}`, ja.callNotSent(why)],
  ]),
  ...[0, 1, 12].map(
    (count): Named => [
      `callList ${count}`,
      ja.callList({ count, rows: callRows(count), next: null, away: null }, moment),
    ],
  ),
  [
    'callList, many',
    ja.callList({ count: 60, rows: callRows(12), next: 1, away: { count: 2, from: moment } }, moment),
  ],
  [
    'callList, none yet',
    ja.callList({ count: 0, rows: [], next: null, away: { count: 2, from: moment } }, moment),
  ],
  ...[true, false].map((noCall): Named => {
    const link = 'https://counter.example.jp/call/abc';
    return [`callPageLink ${noCall}`, ja.callPageLink(noCall ? null : brief, link, { minutes: 10, noCall })];
  }),
  ['callClosed told', ja.callClosed('told')],
  ['callClosed resent', ja.callClosed('resent')],
  ['callPutOff', ja.callPutOff(moment, moment)],
  ...(['told', 'resent', 'away', 'open', 'outdated', 'linked'] as const).map(
    (how): Named => [
      `callActedBefore ${how}`,
      ja.callActedBefore({ how, by: '田中', at: moment, again: how === 'away' ? moment : null }, moment),
    ],
  ),
  ['callActedBefore, long ago', ja.callActedBefore({ how: 'told', by: null, at: null, again: null }, moment)],
  ['callActedBefore, none', ja.callActedBefore(null, moment)],
];
