// All that somebody could read of some messages, as one text: what a consent refers to.
import type { Button, Message } from './message.ts';

/** The visible words, line by line, and the addresses behind links. Button presses carry no text. */
export const shownText = (messages: readonly Message[]): string => messages.flatMap(linesOf).join('\n');

function linesOf(message: Message): string[] {
  const choices = (message.choices ?? []).map(lineOfButton);
  if (message.kind === 'text') return [message.text, ...choices];
  const facts = (message.facts ?? []).map(({ label, value }) => `${label} ${value}`);
  const rows = (message.rows ?? []).map(({ title, text }) => `[${title}] ${text}`);
  const parts = [message.title, message.text, ...facts, ...rows, message.note].filter(
    (part) => part !== undefined,
  );
  return [...parts, ...(message.buttons ?? []).map(lineOfButton), ...choices];
}

const lineOfButton = (button: Button): string =>
  'link' in button ? `[${button.label} ${button.link}]` : `[${button.label}]`;
