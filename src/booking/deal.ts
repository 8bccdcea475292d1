// Deals the consultations of a day among the counsellors who are there. Pure.

/** `isAgreed`: confirmed, or in progress; a request gives way to it. */
export type Dealt = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly counsellor: number;
  readonly isAgreed: boolean;
};

/** By booking: its counsellor, from 0. Those from `counsellors` on are nobody: for these no counsellor is left. */
export type Deal = ReadonlyMap<string, number>;

/**
 * As many as fit stay with a counsellor, those that are agreed on first, and with the one they had where that is possible. What does not
 * fit is dealt in the same way among numbers behind the last counsellor, for each keeps a slot of its own.
 */
export function deal(bookings: readonly Dealt[], counsellors: number): Deal {
  const inOrder = bookings.toSorted(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const agreed = inOrder.filter(({ isAgreed }) => isAgreed);
  const stay = [agreed, inOrder].reduce<readonly Dealt[]>(
    (before, next) => fitting(before, next, counsellors),
    [],
  );
  const without = inOrder.filter((booking) => !stay.includes(booking));
  return new Map([...share(stay, 0, counsellors), ...share(without, counsellors, Number.POSITIVE_INFINITY)]);
}

/** `before`, and of `more` as many as leave nobody with two at once. Of those that meet, the one that ends last gives way. */
function fitting(before: readonly Dealt[], more: readonly Dealt[], counsellors: number): Dealt[] {
  const firm = new Set(before);
  const kept = [...before];
  for (const booking of more) {
    if (firm.has(booking)) continue;
    kept.push(booking);
    if (mostAtOnce(booking, kept) <= counsellors) continue;
    const meeting = kept.filter((one) => !firm.has(one) && meet(one, booking));
    const last = meeting.reduce((a, b) => (b.endsAt >= a.endsAt ? b : a));
    kept.splice(kept.indexOf(last), 1);
    // What ends first need not be what stands in the way: then the new one does not fit either.
    if (last !== booking && mostAtOnce(booking, kept) > counsellors)
      kept.splice(kept.indexOf(booking), 1, last);
  }
  return kept;
}

/** Of those that meet this one, how many there are at once with it. */
function mostAtOnce(booking: Dealt, all: readonly Dealt[]): number {
  const near = all.filter((one) => meet(one, booking));
  const counts = near.map(
    ({ startsAt }) => near.filter((one) => one.startsAt <= startsAt && startsAt < one.endsAt).length,
  );
  return Math.max(...counts);
}

/** In the order of their starts, each to its own counsellor where that one is free, else to the first who is. */
function share(bookings: readonly Dealt[], first: number, end: number): [id: string, counsellor: number][] {
  const dealt: { booking: Dealt; counsellor: number }[] = [];
  for (const booking of bookings.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const busy = new Set(
      dealt.filter((one) => meet(one.booking, booking)).map(({ counsellor }) => counsellor),
    );
    const own = booking.counsellor;
    let counsellor = own >= first && own < end && !busy.has(own) ? own : first;
    while (busy.has(counsellor)) counsellor += 1;
    dealt.push({ booking, counsellor });
  }
  return dealt.map(({ booking, counsellor }) => [booking.id, counsellor]);
}

const meet = (a: Dealt, b: Dealt): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
