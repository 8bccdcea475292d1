// What can be read on a part of a card, for those who hear it, and whether something below it can be tapped.
import type { FlexPart, FlexVideo } from '../../../messages/flex/parts.ts';

export function wordsOf(part: FlexPart | FlexVideo): string {
  if (part.type === 'button') return part.action.label ?? '';
  if (part.type === 'text')
    return part.contents?.map((span) => span.text ?? '').join('') || (part.text ?? '');
  if (part.type !== 'box') return '';
  return part.contents
    .map(wordsOf)
    .filter((words) => words !== '')
    .join(' ');
}

export const canBeTapped = (part: FlexPart): boolean =>
  ('action' in part && part.action !== undefined) || holdsTaps(part);

export const holdsTaps = (part: FlexPart): boolean => part.type === 'box' && part.contents.some(canBeTapped);
