// The parts of a Flex Message as plain text, what can be tapped in square brackets.
import type { FlexComponent } from '../messages/flex/components.ts';

export function flexText(part: FlexComponent): string {
  const text = bareText(part);
  return part.action ? `[${text || (part.action.label ?? '')}]` : text;
}

function bareText(part: FlexComponent): string {
  if (part.type === 'button') return part.action?.label ?? '';
  // Spans, when there are any, stand in place of the text.
  if (part.type === 'text')
    return part.contents?.map((span) => span.text ?? '').join('') || (part.text ?? '');
  if (part.type !== 'box') return '';
  const inside = (part.contents ?? []).map(flexText).filter((text) => text !== '');
  return inside.join(part.layout === 'vertical' ? '\n' : ' ');
}
