// The closures that stand, and lifting them. As nobody outside was told of one, nobody is told of its end.
import { type Day, dayOf } from '../../core/jst.ts';
import { factsOf, hitsAmong } from '../../outbox/closure-facts.ts';
import { dealAnew, openOn } from '../../records/closure-hits.ts';
import {
  type ClosureRow,
  comingClosures,
  findClosure,
  lockClosures,
  markLifted,
} from '../../records/closures.ts';
import type { Turn } from '../turn.ts';
import { goesOn, isBeyond, pageOf } from './booking-lists.ts';
import { showClosureOf, standingOn } from './closures-shown.ts';
import type { Handler } from './handler.ts';

export const listClosures: Handler<'listClosures'> = async ({ page }, turn) => {
  const { tx, sealer, now } = turn;
  const { closures, count } = await comingClosures(tx, sealer, dayOf(now), pageOf(page));
  if (isBeyond(closures, page)) return listClosures({ type: 'listClosures', page: 0 }, turn);
  const shown = closures.map((row) => factsOf(row, turn));
  turn.reply(...turn.words.closureList({ page, count, closures: shown, hasMore: goesOn(page, count) }));
  return undefined;
};

export const showClosure: Handler<'showClosure'> = async ({ closure }, turn) => {
  await showClosureOf(closure, turn);
  return undefined;
};

export const liftClosure: Handler<'liftClosure'> = async ({ closure }, turn) => {
  await lockClosures(turn.tx);
  const row = await findClosure(turn.tx, turn.sealer, closure);
  if (row === null || row.lifted !== null) await showClosureOf(closure, turn);
  else await liftOne(row, turn);
  return undefined;
};

/** 休業 解除 12/3: the only one of that day, or the one that is chosen. */
export async function liftTyped(day: Day, turn: Turn): Promise<void> {
  const { tx, words, now, reply } = turn;
  if (day < dayOf(now)) return reply(...words.noClosure({ why: 'needless', day, because: { why: 'past' } }));
  await lockClosures(tx);
  const inForce = await standingOn(day, turn);
  const [only, ...others] = inForce;
  if (only === undefined) reply(...words.noClosure({ why: 'none', day }));
  else if (others.length === 0) await liftOne(only, turn);
  else {
    const shown = inForce.slice(0, pageOf(0).take).map((row) => factsOf(row, turn));
    reply(...words.whichClosure(day, shown));
  }
}

/** One that stands, under the lock. */
export async function liftOne(row: ClosureRow, turn: Turn): Promise<void> {
  const { tx, office, happenedAt, member, words } = turn;
  await markLifted(tx, row.id, { at: happenedAt, by: member?.id ?? null });
  // Who had no counsellor left may have one again.
  if (row.counsellors !== null) await dealAnew(tx, row.day, office.consultation.counsellors);
  const stillHit = await countHit(row.day, turn);
  turn.reply(...words.closureLifted({ closure: factsOf(row, turn), by: member?.name ?? null, stillHit }));
}

/** Agreed on for that day, and hit by what else stands: nobody is reminded of these. */
async function countHit(day: Day, turn: Turn): Promise<number> {
  const open = await openOn(turn.tx, day, turn.now);
  const confirmed = open.filter(({ state }) => state === 'confirmed');
  return (await hitsAmong(confirmed, turn)).size;
}
