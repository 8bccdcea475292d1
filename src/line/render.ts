// What the product says → LINE's message objects. Adds no words of its own.
import type { messagingApi } from '@line/bot-sdk';
import type { Button, Message } from '../messages/message.ts';
import { demand } from './limits.ts';
import { renderAction } from './render-action.ts';
import { renderCard } from './render-card.ts';

/**
 * One to five messages for one call. LINE shows the quick replies of the last message only, so the
 * newest choices among the messages go there: what is still to be answered stands last.
 * Throws a `LimitError` for what LINE would refuse.
 */
export function renderMessages(messages: readonly Message[]): messagingApi.Message[] {
  demand('messages of one call', messages.length);
  const choices = messages.findLast((message) => message.choices?.length)?.choices;
  return messages.map((message, index) => {
    const rendered = renderMessage(message);
    const isLast = index === messages.length - 1;
    return isLast && choices ? { ...rendered, quickReply: renderChoices(choices) } : rendered;
  });
}

function renderMessage(message: Message): messagingApi.Message {
  if (message.kind === 'card') return renderCard(message);
  demand('text of a message', message.text.length);
  return { type: 'text', text: message.text };
}

function renderChoices(choices: readonly Button[]): messagingApi.QuickReply {
  demand('quick replies of a message', choices.length);
  return {
    items: choices.map((button) => ({
      type: 'action',
      action: renderAction(button, 'label of a quick reply'),
    })),
  };
}
