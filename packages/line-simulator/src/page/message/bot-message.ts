// A message of the bot, drawn as LINE draws it. Name and picture of the sender stand outside of it.
import { html } from 'htm/preact';
import type { LineMessage } from '../../messages/message.ts';
import { FlexMessage } from './flex/flex-message.ts';
import { Imagemap } from './imagemap.ts';
import { Audio, Image, Location, Sticker, Tile, Video } from './media.ts';
import { ActionContext, type OnAction } from './on-action.ts';
import { Template } from './template.ts';
import { TextBubble } from './text-bubble.ts';
import { partsOfText, partsOfTextV2 } from './text-parts.ts';

type NameOf = (userId: string) => string | undefined;
type Props = {
  message: LineMessage;
  /** Is given the action that stands on the message. */
  onAction: OnAction;
  /** Names of people who are mentioned. */
  nameOf?: NameOf;
};

export function BotMessage({ message, onAction, nameOf = () => undefined }: Props) {
  return html`<${ActionContext.Provider} value=${onAction}>${drawn(message, nameOf)}</${ActionContext.Provider}>`;
}

function drawn(message: LineMessage, nameOf: NameOf) {
  switch (message.type) {
    case 'text':
      return html`<${TextBubble} parts=${partsOfText(message)} />`;
    case 'textV2':
      return html`<${TextBubble} parts=${partsOfTextV2(message, nameOf)} />`;
    case 'flex':
      return html`<${FlexMessage} contents=${message.contents} altText=${message.altText} />`;
    case 'template':
      return html`<${Template} template=${message.template} altText=${message.altText} />`;
    case 'imagemap':
      return html`<${Imagemap} ...${message} />`;
    case 'sticker':
      return html`<${Sticker} packageId=${message.packageId} stickerId=${message.stickerId} />`;
    case 'image':
      return html`<${Image} url=${message.originalContentUrl} preview=${message.previewImageUrl} />`;
    case 'video':
      return html`<${Video} url=${message.originalContentUrl} preview=${message.previewImageUrl} />`;
    case 'audio':
      return html`<${Audio} url=${message.originalContentUrl} duration=${message.duration} />`;
    case 'location':
      return html`<${Location} title=${message.title} address=${message.address} />`;
    case 'coupon':
      return html`<${Tile} icon="coupon" title="クーポン" detail=${message.couponId} />`;
  }
}
