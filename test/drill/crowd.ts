// Thirty people who walk through the form at the same time, each at her own pace, and who count what they are answered.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Person, Simulator } from 'line-simulator';
import { addBusinessDays } from '../../src/booking/calendar.ts';
import { readOffice } from '../../src/config/office.ts';
import { dayOf, numbersOf } from '../../src/core/jst.ts';
import { type Applicant, nextApplicant } from '../e2e/helpers/cast.ts';
import { noToAll } from '../helpers/answer-choices.ts';

/** Longer than anybody should have to wait: what a lost process held is free after 30 s. */
const patienceMs = 75_000;

export type Walker = {
  person: Person;
  details: Applicant;
  /** What she did that wants an answer. */
  acts: number;
  /** Webhooks that were not answered 200 in time. */
  refused: number;
  /** Why she went no further; undefined when she came to her receipt. */
  stuck: string | undefined;
  /** The longest that she waited for an answer. */
  longestMs: number;
};

export type Crowd = {
  walkers: readonly Walker[];
  /** Resolves when everybody has her receipt, or is stuck, and whoever was told to keep busy has stopped. */
  arrived: Promise<void>;
  /** Until then those who have their receipt go on asking. */
  letGo(): void;
};

type Step = readonly [what: string, does: (walker: Walker) => Promise<unknown>, hears: string];

const press = (label: string, hears: string): Step => [label, ({ person }) => person.presses(label), hears];
const say = (what: string, text: (walker: Walker) => string, hears: string): Step => [
  what,
  (walker) => walker.person.says(text(walker)),
  hears,
];

const office = readOffice('hamamatsu', 'offices');
const times = office.consultation.grid;

/** `12月1日`, so many business days from today. */
function workday(count: number): string {
  const { month, dayOfMonth } = numbersOf(addBusinessDays(dayOf(new Date()), count, office, []));
  return `${month}月${dayOfMonth}日`;
}

/** Everybody has a slot of her own. */
const wayOf = (place: number): Step[] => {
  const aside = say('a side question', () => '録音', '録音・録画');
  const time = times[place % times.length] ?? '';
  const day = workday(3 + Math.floor(place / times.length));
  return [
    ['friend', ({ person }) => person.follow(), '何をしますか'],
    press('相談を申し込む', '同意'),
    press('同意する', '当てはまりますか'),
    press('すべて当てはまる', '氏名'),
    say('name', ({ details }) => details.name, '求職番号'),
    say('number', ({ details }) => details.jobNumber, '電話番号'),
    aside,
    say('phone', ({ details }) => details.phone, '希望の日'),
    say('day', () => day, '時'),
    press(time, '同席'),
    ...noToAll.map((label, at) => press(label, at + 1 < noToAll.length ? '？' : '申し込')),
    press('この内容で申し込む', '申し込みを受け付けました'),
  ];
};

export function startCrowd(simulator: Simulator, size: number): Crowd {
  let isOver = false;
  const walkers = Array.from({ length: size }, (): Walker => {
    const details = nextApplicant();
    const person = simulator.person(details.displayName);
    return { person, details, acts: 0, refused: 0, stuck: undefined, longestMs: 0 };
  });
  const walks = walkers.map(async (walker, place) => {
    for (const step of wayOf(place)) await take(simulator, walker, step);
    while (!isOver)
      await take(
        simulator,
        walker,
        say('conversation', () => 'メニュー', '何をしますか'),
      );
  });
  const stop = (walker: Walker | undefined, error: unknown) => {
    if (walker) walker.stuck = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  };
  return {
    walkers,
    arrived: Promise.all(walks.map((walk, n) => walk.catch((error) => stop(walkers[n], error)))).then(
      () => {},
    ),
    letGo: () => {
      isOver = true;
    },
  };
}

async function take(simulator: Simulator, walker: Walker, [what, does, hears]: Step): Promise<void> {
  const { person } = walker;
  const before = answersTo(simulator, person);
  const seen = person.messages().length;
  const from = Date.now();
  walker.acts += 1;
  const done = await does(walker);
  if (!wasTaken(done)) walker.refused += 1;
  await simulator.waitFor(() => answersTo(simulator, person) > before, {
    timeoutMs: patienceMs,
    what: `an answer to ${what}`,
  });
  walker.longestMs = Math.max(walker.longestMs, Date.now() - from);
  const text = person
    .messages()
    .slice(seen)
    .map((one) => one.text)
    .join('\n');
  if (!text.includes(hears)) throw new Error(`${what} was answered with: ${text.slice(0, 60)}`);
  await sleep(100 + Math.random() * 500);
}

const wasTaken = (done: unknown): boolean => {
  if (typeof done !== 'object' || done === null) return true;
  const delivery = 'webhook' in done ? done.webhook : done;
  return (
    typeof delivery !== 'object' || delivery === null || !('outcome' in delivery) || delivery.outcome === 'ok'
  );
};

/** Calls that were carried out, whatever the server heard of it. */
export const answersTo = ({ calls }: Simulator, { userId }: Person): number =>
  calls.filter(
    ({ chatId, status, messageIds }) => chatId === userId && status === 200 && messageIds.length > 0,
  ).length;
