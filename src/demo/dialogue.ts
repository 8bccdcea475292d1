// A dialogue of three columns for a terminal: the time, the person's chat, the admin chat.

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { dayOf, timeOf } from '../core/jst.ts';

/** `side`: whose chat it was said in. `speaker` is put in front. */
export type Line = { at: Date; side: 'person' | 'staff'; speaker: string; text: string };

const timeWidth = 11;
const columnWidth = 46;

export function drawDialogue(lines: readonly Line[]): string {
  const head = row('時刻', '利用者の方のトーク', '職員のトーク');
  const rule = '─'.repeat(timeWidth + 2 * columnWidth + 4);
  return [head, rule, ...lines.map(draw)].join('\n');
}

function draw({ at, side, speaker, text }: Line): string {
  const said = wrapAnsi(`${speaker}: ${text}`, columnWidth, { hard: true, trim: false }).split('\n');
  const time = `${dayOf(at).slice(5).replace('-', '/')} ${timeOf(at)}`;
  return said
    .map((part, index) => {
      const when = index === 0 ? time : '';
      return side === 'person' ? row(when, part, '') : row(when, '', part);
    })
    .join('\n');
}

const row = (time: string, person: string, staff: string): string =>
  `${pad(time, timeWidth)}  ${pad(person, columnWidth)}  ${staff}`.trimEnd();

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));
