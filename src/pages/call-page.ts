// `/call/TOKEN`: whom to call and what to say, in words that can be read aloud, with the meeting's numbers; and below, what came
// of the call. Nobody is told of it in the staff's chat: the list there is shorter by one.
import type { Router } from 'express';
import { z } from 'zod';
import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { PageLink } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import { showPhone } from '../messages/show-phone.ts';
import type { Words } from '../messages/words.ts';
import { callOutcome } from '../outbox/calls.ts';
import { isOutdated } from '../outbox/send-again.ts';
import { type CallAuthor, noteCallLook } from '../records/call-steps.ts';
import { type Call, closeCall, findCall, pastAct, putOffCall } from '../records/calls.ts';
import { countLook, findPageLink, pageMinutes, pagePath } from '../records/page-links.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { readDetails } from '../records/personal-data.ts';
import { numbersOfBooking } from '../records/zoom-numbers.ts';
import { createLinkedPage } from './linked-page.ts';
import type { Block } from './page.ts';

export function createCallPage(database: Database, { callPage: words }: Words): Router {
  const { sealer, clock } = database;

  async function show(tx: Tx, link: PageLink): Promise<readonly Block[] | null> {
    const call = await findCall(tx, link.subject);
    if (call?.state !== 'open') return before(tx, link.subject);
    if (!(await countLook(tx, link))) return null;
    await noteCallLook(tx, call, 'seen', authorOf(link, clock.now()));
    const facts = await factsOf(tx, call);
    const aloud = words.aloud(facts);
    const warnings = words.warnings(facts);
    const { told, away } = words.buttons;
    const hidden = { tries: String(call.tries) };
    return [
      ...(warnings.length === 0 ? [] : [{ kind: 'warning' as const, lines: warnings }]),
      { kind: 'facts', facts: words.facts(facts) },
      ...(aloud === null ? [] : [{ kind: 'aloud' as const, ...aloud }]),
      { kind: 'form', form: { act: 'told', button: told, hidden } },
      { kind: 'form', form: { act: 'away', button: away, hidden, tone: 'plain' } },
      { kind: 'notes', lines: words.note(pageMinutes.call) },
    ];
  }

  /** It is no call any more: nothing of the person. */
  async function before(tx: Tx, id: string): Promise<readonly Block[]> {
    const outcome = callOutcome(await pastAct(tx, id), sealer);
    return [{ kind: 'result', lines: words.actedBefore(outcome, moment(clock.now())) }];
  }

  async function factsOf(tx: Tx, { person, booking, about, reason, tries }: Call) {
    const { name = null, phone, jobNumber = null } = await readDetails(tx, sealer, person.id);
    const zoom = booking && numbersOfBooking(sealer, booking);
    return {
      ...{ about, reason, tries, name, jobNumber },
      phone: phone === undefined ? null : showPhone(phone),
      booking: booking && { receipt: receiptOf(booking), slot: slotOf(booking), zoom },
      isOutdated: booking !== null && isOutdated(about, booking, clock.now()),
      noCall: await personMustNotBeCalled(tx, person.id),
    };
  }

  return createLinkedPage<PageLink>(database, {
    path: pagePath('call'),
    words,
    find: (tx, token) => findPageLink(tx, sealer, token, { purpose: 'call', at: clock.now() }),
    show,
    async act(tx, link, act, sent) {
      const id = link.subject;
      const now = clock.now();
      const author = authorOf(link, now);
      if (act === 'told') {
        const { isFirst } = await closeCall(tx, id, 'told', author);
        return isFirst ? [{ kind: 'result', lines: words.told }] : before(tx, id);
      }
      const tries = counted.safeParse(sent.tries).data;
      if (act !== 'away' || tries === undefined) return show(tx, link);
      const pressed = await putOffCall(tx, { id, tries }, author);
      if (!pressed.isFirst) return before(tx, id);
      return [{ kind: 'result', lines: words.putOff(moment(pressed.dueAt), moment(now)) }];
    },
  });
}

/** As the page sends it along. */
const counted = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** Who asked for the page, as far as LINE told. */
const authorOf = ({ chatId, staffId }: PageLink, at: Date): CallAuthor => ({ chatId, staffId, at });
