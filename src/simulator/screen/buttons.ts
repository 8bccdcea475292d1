// What can be tapped on a message.
import type { Action } from '../messages/actions.ts';
import type { FlexComponent } from '../messages/flex/components.ts';
import { blocksOf, bubblesOf } from '../messages/flex/container.ts';
import type { LineMessage } from '../messages/message.ts';
import type { Template } from '../messages/template.ts';

export type Button = {
  /** What stands on it: the label, or, where none is shown, the text of what is tapped. */
  label: string;
  action: Action;
};

/** Buttons that stay in the chat for good, from top to bottom and left to right. */
export function cardButtonsOf(message: LineMessage): Button[] {
  if (message.type === 'flex') {
    return bubblesOf(message.contents).flatMap((bubble) => [
      ...blocksOf(bubble).flatMap(flexButtons),
      ...(bubble.action ? [{ label: bubble.action.label ?? message.altText, action: bubble.action }] : []),
    ]);
  }
  if (message.type === 'template') return templateButtons(message.template);
  return [];
}

/** Buttons under the message, gone with the next one. */
export function quickRepliesOf(message: LineMessage): Button[] {
  return (message.quickReply?.items ?? []).map(({ action }) => ({ label: action.label ?? '', action }));
}

function flexButtons(part: FlexComponent): Button[] {
  const below = (part.contents ?? []).flatMap(flexButtons);
  if (!part.action) return below;
  const shown = part.type === 'button' ? part.action.label : textOf(part) || part.action.label;
  return [{ label: shown ?? '', action: part.action }, ...below];
}

/** All text of a component and of what is in it, without breaks. */
export function textOf(part: FlexComponent): string {
  const below = (part.contents ?? []).map(textOf).join('');
  return below || (part.text ?? '');
}

function templateButtons(template: Template): Button[] {
  const buttonOf = (action: Action): Button => ({ label: action.label ?? '', action });
  switch (template.type) {
    case 'buttons':
    case 'confirm':
      return template.actions.map(buttonOf);
    case 'carousel':
      return template.columns.flatMap((column) => column.actions.map(buttonOf));
    case 'image_carousel':
      return template.columns.map((column) => buttonOf(column.action));
  }
}
