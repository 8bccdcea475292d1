// A button of an earlier question, or one that nobody knows: it is answered, never executed.
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { bookingView } from '../messages/views.ts';
import { openBookingOf } from '../records/bookings.ts';
import { type Rested, unmoved } from './run-to-rest.ts';
import type { Step } from './step.ts';
import { ledHere } from './tap.ts';
import { personOf, type Side, type Turn } from './turn.ts';
import type { Events, Understood } from './understood.ts';

/** Of an unknown button nothing is known. */
export async function answerOldButton(
  button: Exclude<Understood, Events>,
  before: Step,
  side: Side,
  turn: Turn,
): Promise<Rested> {
  const old = button.kind === 'oldButton' ? button : undefined;
  const isAnswered = old !== undefined && (await saysReceivedAlready(old.event, before, turn));
  // To one pressed twice the open question alone is answer enough.
  const isDoubled = old?.ageInSteps === 1 && ledHere(old.event, before.prompt, before.conversation.context);
  if (!isAnswered && !isDoubled) sayOldButton(before.prompt, side, turn);
  return unmoved(before);
}

/** 「この内容で申し込む」 pressed again. */
async function saysReceivedAlready({ type }: FlowEvent, { prompt }: Step, turn: Turn): Promise<boolean> {
  const mayBeIn = type === 'submitted' && prompt === null && turn.person;
  const booking = mayBeIn ? await openBookingOf(turn.tx, personOf(turn).id) : null;
  if (booking === null) return false;
  turn.reply(...turn.words.alreadyReceived(bookingView(booking, turn.sealer), turn.office));
  return true;
}

function sayOldButton(openPrompt: PromptKey | null, side: Side, turn: Turn): void {
  const facts = { staff: side === 'staff' };
  turn.reply(...turn.words.remarks.oldButton({ facts, openPrompt, misses: 0 }, turn.office));
}
