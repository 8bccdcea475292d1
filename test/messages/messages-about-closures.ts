// What staff read of days that are closed.
import { asDay } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Named } from './calls-to-staff.ts';
import { brief, moment, secrets } from './invented.ts';
import { days, list } from './invented-lists.ts';

const part = { day: asDay('2026-11-30'), name: 'all' as const, from: null, until: null, counsellors: null };
const afternoon = {
  ...part,
  name: 'afternoon' as const,
  from: '12:00',
  until: '17:00',
  reason: '研'.repeat(20),
};
export const closed = { ...afternoon, id: brief.id, by: '鈴木', at: moment };
export const fewer = { ...part, reason: null, counsellors: 1, id: brief.id, by: null, at: moment };
export const hours = { ...closed, name: 'hours' as const, from: '14:00', until: '16:00', reason: null };
const hits = (rows: number) => ({
  ...{ rows: list(rows), confirmed: rows, requests: rows === 12 ? 48 : 0 },
  calls: Array.from({ length: rows }, () => ({ ...brief.slot, name: null })),
  wishes: rows === 1 ? [{ ...brief.slot, name: secrets.name }] : [],
});
export const aboutClosures: readonly Named[] = [
  ...[closed, fewer, hours].flatMap((closure): Named[] => [
    ...[0, 1, 12].flatMap((rows): Named[] => [
      [
        `closureAsked ${rows}`,
        ja.closureAsked({ closure, hits: hits(rows), part: 'all', mark: 'mark', isNew: rows === 1 }),
      ],
      [`closureCard ${rows}`, ja.closureCard({ closure, hits: hits(rows), lead: null }, moment)],
      [
        `closureCard made ${rows}`,
        ja.closureCard({ closure, hits: hits(rows), lead: 'made', mayOffer: rows > 0 }, moment),
      ],
    ]),
    ['closureLifted', ja.closureLifted({ closure, by: closure.by, stillHit: 0 })],
    ['closureLifted, still hit', ja.closureLifted({ closure, by: closure.by, stillHit: 2 })],
    ['closedAlready', ja.closedAlready(closure, moment)],
    ['liftedBefore', ja.liftedBefore(closure, { by: closure.by, at: moment }, moment)],
  ]),
  ...[0, 1, 12].map(
    (rows): Named => [
      `closureList ${rows}`,
      ja.closureList({ page: 0, count: rows, closures: Array(rows).fill(closed), hasMore: rows === 12 }),
    ],
  ),
  ['whichClosure', ja.whichClosure('2026-11-30', [closed, fewer, hours])],
  ['closureDropped', ja.closureDropped('2026-11-30')],
  ...(['form', 'lift', 'weekday', 'reason'] as const).map(
    (because): Named => [`closureUnclear ${because}`, ja.closureUnclear(because, '2026-11-30')],
  ),
  ...(
    [
      ...(['weekend', 'yearEnd', 'closure', 'past'] as const).map((why) => ({
        ...{ why: 'needless' as const, day: part.day },
        because: { why },
      })),
      { why: 'needless', day: part.day, because: { why: 'holiday', name: '春分の日 振替休日' } },
      { why: 'outside' },
      { why: 'none', day: part.day },
      { why: 'counsellors', most: 2 },
      { why: 'noCounsellors', day: part.day },
      { why: 'allThere', day: part.day, most: 2 },
      { why: 'gone' },
    ] as const
  ).map((no): Named => [`noClosure ${no.why}`, ja.noClosure(no)]),
  ['dayList, closed', ja.dayList({ ...days(1), closures: [closed, fewer] }, moment)],
  [
    'dayList, a closed week',
    ja.dayList({ ...days(1), until: asDay('2026-12-06'), closures: Array(9).fill(closed) }, moment),
  ],
  [
    'pendingList, short',
    ja.pendingList(
      { page: 0, count: 1, rows: list(1).map((row) => ({ ...row, hit: 'short' as const })), hasMore: false },
      moment,
    ),
  ],
];
