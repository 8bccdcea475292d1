// What the tests take out of messages.
import type { Button, Message } from '../../src/messages/message.ts';

export const buttonsOf = (messages: readonly Message[]): Button[] =>
  messages.flatMap((message) => [
    ...(message.kind === 'card' ? (message.buttons ?? []) : []),
    ...(message.choices ?? []),
  ]);

export const labelsOf = (messages: readonly Message[]): string[] =>
  buttonsOf(messages).map(({ label }) => label);

/** Every piece of text that stands on the screen, buttons aside. */
export const textsOf = (messages: readonly Message[]): string[] =>
  messages.flatMap((message) =>
    message.kind === 'text'
      ? [message.text]
      : [
          message.title,
          message.text,
          message.note,
          ...(message.facts ?? []).flatMap(({ label, value }) => [label, value]),
        ].filter((text) => text !== undefined),
  );

export const screenOf = (messages: readonly Message[]): string => textsOf(messages).join('\n');

/**
 * What a lock screen or the list of chats shows: alt texts, a text message's first line, and what a pressed line of a list says
 * to the whole group.
 */
export const lockScreenOf = (messages: readonly Message[]): string[] =>
  messages.flatMap((message) =>
    message.kind === 'card'
      ? [message.alt, ...(message.rows ?? []).map(({ says }) => says)]
      : [message.text.split('\n')[0] ?? ''],
  );
