// A message of a person. What people send is as a webhook would tell it, so that nothing about it is sure.
import { html } from 'htm/preact';
import type { PersonMessage as Message } from '../../world/chats.ts';
import { Audio, Image, Location, Sticker, Tile, Video } from './media.ts';
import { TextBubble } from './text-bubble.ts';
import { linked } from './text-parts.ts';

/** `contentUrl`: where the picture, film, sound or file that was sent can be had; undefined: nowhere. */
export function PersonMessage({ message, contentUrl }: { message: Message; contentUrl: string | undefined }) {
  const words = (name: string) => (typeof message[name] === 'string' ? message[name] : undefined);
  const number = (name: string) => (typeof message[name] === 'number' ? message[name] : undefined);
  switch (message.type) {
    case 'text':
      return html`<${TextBubble} parts=${linked(words('text') ?? '')} />`;
    case 'sticker':
      return html`<${Sticker} packageId=${words('packageId') ?? '?'} stickerId=${words('stickerId') ?? '?'} />`;
    case 'image':
      return html`<${Image} url=${contentUrl} />`;
    case 'video':
      return html`<${Video} url=${contentUrl} />`;
    case 'audio':
      return html`<${Audio} url=${contentUrl} duration=${number('duration')} />`;
    case 'location':
      return html`<${Location} title=${words('title')} address=${words('address')} />`;
    case 'file':
      return html`<${Tile} icon="file" title=${words('fileName') ?? 'ファイル'} detail=${sizeOf(number('fileSize'))} url=${contentUrl} />`;
    default:
      return html`<${Tile} icon="unknown" title=${message.type} />`;
  }
}

const sizeOf = (bytes: number | undefined): string =>
  bytes === undefined ? '' : `${Math.ceil(bytes / 1024)} KB`;
