// A message as plain text, buttons in square brackets where they stand.
import { blocksOf, bubblesOf } from '../messages/flex/container.ts';
import type { LineMessage } from '../messages/message.ts';
import type { Template } from '../messages/template.ts';
import type { PersonMessage } from '../world/chats.ts';
import { flexText } from './flex-text.ts';

export function plainText(message: LineMessage): string {
  switch (message.type) {
    case 'text':
      return message.text;
    case 'textV2':
      return message.text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (found, key?: string) =>
        key === undefined ? found.slice(1) : `@${key}`,
      );
    case 'flex':
      return bubblesOf(message.contents)
        .map((bubble) => lines(blocksOf(bubble).map(flexText)))
        .join('\n---\n');
    case 'template':
      return templateText(message.template);
    case 'location':
      return lines([message.title, message.address]);
    case 'imagemap':
      return lines([`(${message.altText})`, ...buttons(message.actions)]);
    case 'image':
    case 'video':
    case 'audio':
      return `(${message.type} ${message.originalContentUrl})`;
    case 'sticker':
      return `(sticker ${message.packageId}/${message.stickerId})`;
    case 'coupon':
      return `(coupon ${message.couponId})`;
  }
}

/** What a person sent: the text, or the kind of thing. */
export function personText(message: PersonMessage): string {
  return typeof message.text === 'string' ? message.text : `(${message.type})`;
}

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

const buttons = (actions: readonly { label?: string | undefined }[]): string[] =>
  actions.map(({ label }) => `[${label ?? ''}]`);

function templateText(template: Template): string {
  switch (template.type) {
    case 'buttons':
      return lines([template.title ?? '', template.text, ...buttons(template.actions)]);
    case 'confirm':
      return lines([template.text, ...buttons(template.actions)]);
    case 'carousel':
      return template.columns
        .map((column) => lines([column.title ?? '', column.text, ...buttons(column.actions)]))
        .join('\n---\n');
    case 'image_carousel':
      return lines(template.columns.flatMap((column) => buttons([column.action])));
  }
}
