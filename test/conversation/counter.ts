// A counter for tests: the real inbox on a real database. What goes out is looked at instead of sent.

import { v7 as uuidv7 } from 'uuid';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { type Office, readOffice } from '../../src/config/office.ts';
import { inboxJobs } from '../../src/conversation/inbox-jobs.ts';
import { inboxWorker } from '../../src/conversation/inbox-worker.ts';
import { addMinutes, dayOf, instant } from '../../src/core/jst.ts';
import type { Job } from '../../src/db/queue.ts';
import { jobPurpose } from '../../src/db/run-jobs.ts';
import type { Button } from '../../src/messages/message.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import type { Words } from '../../src/messages/words.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { type Outgoing, outgoingSchema } from '../../src/outbox/outgoing.ts';
import { anyQuota, type PushQuota } from '../../src/outbox/promised-push.ts';
import { adminChats } from '../../src/records/admin-chats.ts';
import type { Incoming } from '../../src/records/incoming.ts';
import { tell } from '../../src/timers/tell.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';
import { type FormFixtures, formFixtures } from './form-fixtures.ts';

type What = Incoming['what'];

export type Counter = Awaited<ReturnType<typeof openCounter>>;
export type Visitor = ReturnType<Counter['visitor']>;

type CounterOptions = {
  office?: Office;
  meddle?: (jobs: Job[]) => Promise<void>;
  handled?: () => Promise<void>;
  database?: Awaited<ReturnType<typeof openTestDatabase>>;
  quota?: () => PushQuota;
  words?: Words;
};

/** As it is when it is asked. */
const whichever = (quota: () => PushQuota): PushQuota => ({
  prepare: (chats) => quota().prepare(chats),
  suffices: (chats, urgent) => quota().suffices(chats, urgent),
  spend: (chats) => quota().spend(chats),
  giveBack: (chats) => quota().giveBack(chats),
  left: () => quota().left(),
});

/** Opens on a business day at 10:05. `meddle` runs before each batch, with its jobs, `handled` after it. Without `database` on a fresh one. */
export async function openCounter(options: CounterOptions = {}) {
  const { log, lines } = recordingLog();
  const database = options.database ?? (await openTestDatabase({ log }));
  const { queue, clock, prisma, sealer } = database;
  const office = options.office ?? readOffice('hamamatsu', 'offices');
  await clock.moveTo(instant(businessDayAfter(dayOf(clock.now()), office, []), '10:05'));

  const own = createTurnServices(sealer, office, 'https://counter.example');
  const services = { ...own, words: options.words ?? own.words };
  const { newConversationId } = services;
  const parts = { database, services, clock, log };
  const work = inboxWorker({
    ...parts,
    quota: whichever(options.quota ?? (() => anyQuota)),
    memberName: async (_, userId) => `職員${userId.slice(-1)}`,
    chatFacts: async (chatId) => ({ name: `トーク ${chatId}`, members: 5 }),
  });
  const waiting = new Map<string, () => void>();
  const batches: number[] = [];
  queue.work('inbox', { batchSize: 50 }, async (jobs) => {
    batches.push(jobs.length);
    await options.meddle?.(jobs);
    await options.quota?.().prepare(() => adminChats(prisma));
    const outcomes = await work(jobs);
    await options.handled?.();
    for (const { id } of jobs) waiting.get(id)?.();
    return outcomes;
  });

  /** Resolves when all of them have been handled. They are put in at once. */
  const hear = async (...events: Incoming[]): Promise<void> => {
    const handled = events.map(({ id }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(id, resolve);
      return promise;
    });
    await queue.put('inbox', inboxJobs(events));
    await Promise.all(handled);
  };

  /** What was put on the outbox for a chat, in the order in which it goes out, but for the first `skipped`. */
  const sentTo = async (chatId: string, skipped = 0): Promise<Outgoing[]> => {
    const rows = await prisma.$queryRaw<{ id: string; sealed: string }[]>`
      SELECT id::text, data->>'sealed' AS sealed FROM pgboss.job
      WHERE name = 'outbox' AND singleton_key = ${chatId} ORDER BY created_on, id OFFSET ${skipped}`;
    return rows.map(({ id, sealed }) =>
      outgoingSchema.parse(sealer.openJson(jobPurpose('outbox', id), sealed)),
    );
  };

  /** What its timer does a minute after a decision of staff: it is told, unless it was taken back. */
  const minutePasses = async (): Promise<void> => {
    const now = addMinutes(clock.now(), 1);
    await queue.transaction(async (tx) => {
      const waiting = await tx.undo.findMany({ orderBy: { tellAt: 'asc' } });
      const outgoing: Outgoing[] = [];
      for (const { bookingId } of waiting)
        outgoing.push(...(await tell(tx, bookingId, { ...services, now })));
      await queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    });
  };

  const fixtures: FormFixtures = formFixtures(database, clock, newConversationId);
  const visitor = (chatId: string, kind: Incoming['chat']['kind'] = 'person', from?: string) => {
    let read = 0;
    const event = (what: What, message?: string): Incoming => ({
      id: uuidv7(),
      chat: { id: chatId, kind },
      ...(from && { from }),
      happenedAt: clock.now().getTime(),
      receivedAt: clock.now().getTime(),
      replyToken: uuidv7(),
      ...(message && { message }),
      what,
    });
    /** What came since the last look. */
    const news = async (): Promise<Outgoing[]> => {
      const fresh = await sentTo(chatId, read);
      read += fresh.length;
      return fresh;
    };
    const does = async (what: What, message?: string): Promise<string> => {
      await news();
      await hear(event(what, message));
      return textOf(await news());
    };
    const buttonNow = async (label: string): Promise<Button> => {
      const all = (await sentTo(chatId)).flatMap(({ messages }) => messages);
      const button = all
        .toReversed()
        .flatMap((message): Button[] => [
          ...(message.choices ?? []),
          ...('buttons' in message ? (message.buttons ?? []) : []),
          ...('rows' in message ? (message.rows ?? []).map(({ title, tap }) => ({ label: title, tap })) : []),
        ])
        .find((one) => one.label === label);
      if (button === undefined) throw new Error(`No button ${label} was ever shown to ${chatId}`);
      return button;
    };
    return {
      chatId,
      fixtures,
      event,
      news,
      /** Each answers with all that was said to this chat, as text. */
      does,
      /** `message`: LINE's id of it, by which it can be taken back. */
      says: (text: string, message?: string) => does({ type: 'text', text }, message),
      takesBack: (message: string) => does({ type: 'unsent', message }),
      edits: (message: string, text?: string) =>
        does({ type: 'edited', message, ...(text !== undefined && { text }) }),
      taps: (tap: Record<string, string>) => does({ type: 'tap', tap }),
      sticker: () => does({ type: 'sticker' }),
      follows: (again = false) => does({ type: 'followed', again }),
      unfollows: () => does({ type: 'unfollowed' }),
      /** The newest button with that label, as it would come back. */
      tapOf: async (label: string) => tapOf(await buttonNow(label)),
      presses: async (label: string) => does({ type: 'tap', tap: tapOf(await buttonNow(label)) }),
    };
  };

  return {
    ...parts,
    office,
    lines,
    batches,
    prisma,
    hear,
    sentTo,
    minutePasses,
    visitor,
    close: () => database.close(),
    saved: (chatId: string) => prisma.conversation.findUnique({ where: { chatId } }),
  };
}

export const textOf = (outgoing: readonly Outgoing[]): string =>
  outgoing.map(({ messages }) => shownText(messages)).join('\n');

/** As it comes back from LINE: everything is text. */
function tapOf(button: Button): Record<string, string> {
  if (!('tap' in button)) throw new Error(`${button.label} sends nothing`);
  return Object.fromEntries(Object.entries(button.tap).map(([name, value]) => [name, String(value)]));
}

type Last = 'eligible' | 'name' | 'jobNumber' | 'phone' | 'review';

/** Takes somebody through the form, as far as the question after `last`. */
export async function fillIn(visitor: Visitor, last: Last): Promise<void> {
  const days = await fillInDetails(visitor, last === 'review' ? 'phone' : last);
  if (last !== 'review') return;
  const [, day = ''] = /\[(\d+月\d+日\(.\))\]\n\[ほかの日\]/.exec(days) ?? [];
  const times = await visitor.presses(day);
  const [, time = ''] = /\[(\d+:\d\d)\]/.exec(times) ?? [];
  await visitor.presses(time);
  await answerNoToAll(visitor);
}

/** The open question. Whoever comes first at a counter goes all the way; later ones begin where that one stood. */
async function fillInDetails(visitor: Visitor, last: Exclude<Last, 'review'>): Promise<string> {
  const { chatId, fixtures } = visitor;
  if (await fixtures.enter(chatId, last)) return visitor.says('もう一度');
  await visitor.follows();
  for (const label of ['相談を申し込む', '同意する']) await visitor.presses(label);
  let question = await visitor.presses('すべて当てはまる');
  const answers = { eligible: [], name: ['申込 花子'], jobNumber: ['申込 花子', '22020-1234567'] };
  const typed = last === 'phone' ? [...answers.jobNumber, '090-1234-5678'] : answers[last];
  for (const answer of typed) question = await visitor.says(answer);
  await fixtures.keep(chatId, last);
  return question;
}
