// People press buttons.
import type { Action } from '../messages/actions.ts';
import { isPickable } from '../messages/picker-values.ts';
import type { Platform } from '../platform.ts';
import { type FoundButton, findButton, type Which } from '../screen/find-button.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import { type Actor, chatOfActor, markAct, tellBot, writeDown } from './record.ts';
import { mustBeAble, send } from './send.ts';

export type How = Which & {
  /** What is picked in a date or time picker: `2026-12-01`, `10:00`, `2026-12-01T10:00`. */
  picks?: string | undefined;
};

/** What pressing did. Only what reached the bot has a `webhook`. */
export type Pressed =
  | { kind: 'postback'; data: string; webhook: Delivery }
  | { kind: 'message'; text: string; webhook: Delivery }
  | { kind: 'uri'; uri: string }
  | { kind: 'clipboard'; text: string }
  /** Opens the camera, the pictures or a map on the phone; what is sent then is another act. */
  | { kind: 'camera' | 'cameraRoll' | 'location' };

/** Throws `NoSuchButtonError` when there is no such button to be seen. */
export async function press(
  platform: Platform,
  actor: Actor,
  label: string,
  how: How = {},
): Promise<Pressed> {
  mustBeAble(platform, actor);
  const button = findButton(chatOfActor(platform, actor), actor.person.userId, label, how);
  return carryOut(platform, actor, button, how.picks);
}

/** Which quick replies stay when tapped: those after which something is still to be chosen. */
const STAYING = new Set<Action['type']>(['camera', 'cameraRoll', 'location']);

/** Does what the action says. Rejects when a picker's value is not one it offers. */
export async function carryOut(
  platform: Platform,
  actor: Actor,
  { action, isQuickReply }: Pick<FoundButton, 'action' | 'isQuickReply'>,
  picks: string | undefined,
): Promise<Pressed> {
  const params = action.type === 'datetimepicker' ? picked(action, picks) : undefined;
  if (isQuickReply && !STAYING.has(action.type))
    chatOfActor(platform, actor).tappedBy.add(actor.person.userId);
  switch (action.type) {
    case 'postback':
      return pressPostback(platform, actor, action);
    case 'datetimepicker': {
      const webhook = await pressData(platform, actor, action.data, { params });
      return { kind: 'postback', data: action.data, webhook };
    }
    case 'message': {
      const webhook = await send(platform, actor, { type: 'text', text: action.text });
      return { kind: 'message', text: action.text, webhook };
    }
    case 'uri':
      return { kind: 'uri', uri: action.uri };
    case 'clipboard':
      return { kind: 'clipboard', text: action.clipboardText };
    default:
      return { kind: action.type };
  }
}

async function pressPostback(
  platform: Platform,
  actor: Actor,
  { data, displayText, text }: Extract<Action, { type: 'postback' }>,
): Promise<Pressed> {
  // The deprecated `text` is shown like displayText, and comes as a message of its own as well.
  const asMessage = text === undefined ? undefined : send(platform, actor, { type: 'text', text });
  const webhook = await pressData(platform, actor, data, { displayText });
  await asMessage;
  return { kind: 'postback', data, webhook };
}

export type Extra = {
  /** What a date or time picker adds. */
  params?: Readonly<Record<string, string>> | undefined;
  /** Shown in the chat as if said, not sent to the bot. */
  displayText?: string | undefined;
};

/** A postback with any data, whether a button carries it or not. */
export function pressData(
  platform: Platform,
  actor: Actor,
  data: string,
  { params, displayText }: Extra = {},
): Promise<Delivery> {
  mustBeAble(platform, actor);
  if (displayText) writeDown(platform, actor, { type: 'text', text: displayText }, 'display');
  else markAct(chatOfActor(platform, actor));
  const fields = { postback: { data, ...(params ? { params } : {}) } };
  return tellBot(platform, actor, { type: 'postback', replyable: true, fields });
}

/** What the picker lets her choose: a value of its mode, not below `min`, not above `max`. */
function picked(
  { mode, min, max, label }: Extract<Action, { type: 'datetimepicker' }>,
  value: string | undefined,
): Record<string, string> {
  const name = `The picker「${label ?? ''}」`;
  if (value === undefined) throw new Error(`${name} wants a ${mode}: presses(label, { picks: … }).`);
  if (!isPickable(mode, value)) throw new Error(`${name} takes a ${mode}, not ${value}.`);
  if (min !== undefined && value < min.toUpperCase())
    throw new Error(`${name} begins at ${min}; ${value} is before it.`);
  if (max !== undefined && value > max.toUpperCase())
    throw new Error(`${name} ends at ${max}; ${value} is after it.`);
  return { [mode]: value };
}
