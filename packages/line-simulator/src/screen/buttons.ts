// What can be tapped on a message.
import type { Action } from '../messages/actions.ts';
import type { FlexComponent } from '../messages/flex/components.ts';
import { blocksOf, bubblesOf, type FlexContainer } from '../messages/flex/container.ts';
import type { ImagemapAction } from '../messages/imagemap.ts';
import type { LineMessage } from '../messages/message.ts';
import type { Template } from '../messages/template.ts';
import { flexText } from './flex-text.ts';

export type Button = {
  /** What people read on it: the label, or, where none is shown, the text of what is tapped. */
  label: string;
  action: Action;
};

/** Buttons that stay in the chat for good, from top to bottom and left to right. */
export function cardButtonsOf(message: LineMessage): Button[] {
  switch (message.type) {
    case 'flex':
      return flexButtons(message.contents, message.altText);
    case 'template':
      return templateButtons(message.template);
    case 'imagemap':
      return message.actions.map(imagemapButton);
    default:
      return [];
  }
}

/** Buttons under the message, gone with the next one. */
export function quickRepliesOf(message: LineMessage): Button[] {
  return (message.quickReply?.items ?? []).map(({ action }) => buttonOf(action, ''));
}

const buttonOf = (action: Action, otherwise: string): Button => ({
  label: action.label ?? otherwise,
  action,
});

function flexButtons(contents: FlexContainer, altText: string): Button[] {
  return bubblesOf(contents).flatMap((bubble) => [
    ...blocksOf(bubble).flatMap(componentButtons),
    ...(bubble.action ? [buttonOf(bubble.action, altText)] : []),
  ]);
}

function componentButtons(part: FlexComponent): Button[] {
  const below = (part.contents ?? []).flatMap(componentButtons);
  if (!part.action) return below;
  // Labels of anything but buttons are not displayed.
  const shown = part.type === 'button' ? '' : flexText({ ...part, action: undefined });
  return [shown === '' ? buttonOf(part.action, '') : { label: shown, action: part.action }, ...below];
}

function templateButtons(template: Template): Button[] {
  const onPicture = (part: {
    defaultAction?: Action | undefined;
    title?: string | undefined;
    text: string;
  }) => (part.defaultAction ? [{ label: part.title ?? part.text, action: part.defaultAction }] : []);
  const all = (actions: readonly Action[]) => actions.map((action) => buttonOf(action, ''));
  switch (template.type) {
    case 'buttons':
      return [...onPicture(template), ...all(template.actions)];
    case 'confirm':
      return all(template.actions);
    case 'carousel':
      return template.columns.flatMap((column) => [...onPicture(column), ...all(column.actions)]);
    case 'image_carousel':
      return template.columns.map((column) => buttonOf(column.action, ''));
  }
}

function imagemapButton(action: ImagemapAction): Button {
  const label = action.label ?? '';
  switch (action.type) {
    case 'uri':
      return { label, action: { type: 'uri', label, uri: action.linkUri } };
    case 'message':
      return { label: label || action.text, action: { type: 'message', label, text: action.text } };
    case 'clipboard':
      return { label, action: { type: 'clipboard', label, clipboardText: action.clipboardText } };
  }
}
