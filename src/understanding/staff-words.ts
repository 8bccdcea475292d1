// Commands of the admin chat. Only whole messages count: whatever else staff say to each other is left alone.
import type { FlowEvent, StaffCommand } from '../../flows/vocabulary.ts';
import { labels } from '../messages/ja/labels.ts';
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
  [{ type: 'numbers.confirmed' }, labels.confirmNumbers],
  [{ type: 'numbers.retyped' }, labels.retype],
  [{ type: 'back' }, labels.back],
  [{ type: 'quit' }, labels.quit],
];

const table = new Map(phrasesOf(commands).map(([phrase, event]) => [plainWords(phrase), event]));

/** 会議室 追加 …: `text` is all that follows, as it was typed, for a passcode's capitals count. */
const adding = /^\s*会議室(?:を)?\s*追加(?:[\s:：]+(?<text>.*))?$/su;

export function staffMeaning(text: string): FlowEvent | undefined {
  const room = adding.exec(text);
  if (room !== null) return { type: 'room.added', text: room.groups?.text?.trim() ?? '' };
  return table.get(plainWords(text));
}
