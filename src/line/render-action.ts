// A button → what LINE does when it is pressed.
import type { messagingApi } from '@line/bot-sdk';
import type { Button } from '../messages/message.ts';
import { demand, demandLabel, type LimitName } from './limits.ts';
import { encodeTap } from './tap-data.ts';

/** Throws a `LimitError` for a label, data, address or text too long, an Error for an address LINE cannot open. */
export function renderAction(button: Button, labelLimit: LimitName): messagingApi.Action {
  const { label } = button;
  demandLabel(labelLimit, label);
  if ('fill' in button) {
    demandLabel('text to fill in', button.fill);
    const data = encodeTap(button.tap);
    return { type: 'postback', label, data, inputOption: 'openKeyboard', fillInText: button.fill };
  }
  if ('tap' in button) {
    return {
      type: 'postback',
      label,
      data: encodeTap(button.tap),
      displayText: button.says ?? withoutIcons(label),
    };
  }
  if ('link' in button) return { type: 'uri', label, uri: readAddress(button.link) };
  demand('text to copy', button.copy.length);
  return { type: 'clipboard', label, clipboardText: button.copy };
}

const leadingIcons =
  /^(?:[\p{RGI_Emoji}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\u200D\uFE0F\u2190-\u21FF\u25A0-\u27BF]|\s)+/v;

/** The chat shows what she pressed as her own words, and nobody writes the icon of a button. */
function withoutIcons(label: string): string {
  return label.replace(leadingIcons, '') || label;
}

const schemes = ['https:', 'http:', 'tel:', 'line:'];

/** Percent-encoded, as LINE demands. https://developers.line.biz/en/reference/messaging-api/#uri-action */
function readAddress(link: string): string {
  const url = URL.parse(link);
  if (!url || !schemes.includes(url.protocol)) {
    throw new Error(`A button's link must be an address of ${schemes.join(' ')}`);
  }
  demand('uri of a link', url.href.length);
  return url.href;
}
