// What was said in the two chats of the demo, in order.
import { type Entry, type Group, type Person, personText, type Simulator, seen } from 'line-simulator';
import type { Line } from './dialogue.ts';

export function linesOf(simulator: Simulator, person: Person, group: Group): Line[] {
  const read = (side: Line['side']) => (entry: Entry) => lineOf(simulator, entry, side);
  return [...person.entries().flatMap(read('person')), ...group.entries().flatMap(read('staff'))].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function lineOf(simulator: Simulator, entry: Entry, side: Line['side']): Line[] {
  const at = new Date(entry.at);
  if (entry.from === 'system') return [];
  if (entry.from === 'person') {
    return [
      { at, side, speaker: simulator.findPerson(entry.userId).displayName, text: personText(entry.message) },
    ];
  }
  const { text, choices } = seen(entry);
  const offered = choices.map((label) => `<${label}>`).join(' ');
  return [{ at, side, speaker: '窓口', text: offered === '' ? text : `${text}\n${offered}` }];
}
