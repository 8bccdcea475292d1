// The entries of a chat as lines on a phone: days between them, names where somebody else begins to speak.
import type { Entry } from '../../world/chats.ts';
import { dayOf } from './times.ts';

type ChatLineItem =
  | { kind: 'day'; key: string; text: string }
  | { kind: 'entry'; key: string; entry: Entry; isFirstOfRun: boolean };

/** `earlier`: how many came before these; a line has the same key whether they are among them or not. */
export function linesOf(entries: readonly Entry[], earlier: number): ChatLineItem[] {
  return entries.flatMap((entry, index): ChatLineItem[] => {
    const place = earlier + index;
    const before = entries[index - 1];
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(entry.at);
    const isFirstOfRun = isNewDay || speakerOf(before) !== speakerOf(entry);
    const line: ChatLineItem = { kind: 'entry', key: keyOf(entry, place), entry, isFirstOfRun };
    return isNewDay ? [{ kind: 'day', key: `day-${place}`, text: dayOf(entry.at) }, line] : [line];
  });
}

const keyOf = (entry: Entry, place: number): string =>
  entry.from === 'system' ? `system-${place}` : entry.id;

function speakerOf(entry: Entry): string {
  if (entry.from === 'person') return entry.userId;
  return entry.from === 'bot' ? `bot ${entry.message.sender?.name ?? ''}` : 'system';
}
