// Commands of the admin chat. Only whole messages count: whatever else staff say to each other is left alone.
import type { FlowEvent, StaffCommand } from '../../flows/vocabulary.ts';
import { staffCommandWords } from '../messages/ja/staff-commands.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { plainWords } from './plain-words.ts';

const staffCommandNames = Object.keys(staffCommandWords) as StaffCommand[];
const ofCommand = (type: StaffCommand): Phrases[number] => [
  { type },
  staffCommandWords[type].send,
  staffCommandWords[type].also,
];

const commands: Phrases = [
  [{ type: 'help.asked' }, 'ヘルプ へるぷ help 使い方'],
  ...staffCommandNames.map(ofCommand),
];

const table = new Map(phrasesOf(commands).map(([phrase, event]) => [plainWords(phrase), event]));

/** 会議室 追加 …: `text` is all that follows, as it was typed, for a passcode's capitals count. */
const adding = /^\s*会議室(?:を)?\s*追加(?:[\s:：]+(?<text>.*))?$/su;

/** 番号 2611-0004 …: the word and a digit after it. 「番号は？」 is talk. */
const numbering = /^\s*番号[\s:：]*(?<text>\p{Nd}.*)$/su;

export function staffMeaning(text: string): FlowEvent | undefined {
  const numbers = numbering.exec(text)?.groups?.text;
  if (numbers !== undefined) return { type: 'numbers.typed', text: numbers };
  const room = adding.exec(text);
  if (room !== null) return { type: 'room.added', text: room.groups?.text?.trim() ?? '' };
  return table.get(plainWords(text));
}
