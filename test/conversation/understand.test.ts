import { describe, expect, test } from 'vitest';
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { stampTaps } from '../../src/conversation/run-batch.ts';
import { read, readButton, readFromStaff } from '../../src/conversation/understand.ts';
import type { Understood } from '../../src/conversation/understood.ts';
import { asDay } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Button } from '../../src/messages/message.ts';
import type { SavedConversation } from '../../src/records/conversations.ts';
import type { Incoming } from '../../src/records/incoming.ts';
import { everyMessage } from '../messages/every-message.ts';
import { office } from '../messages/invented.ts';

const saved: SavedConversation = {
  id: 'conversation',
  chatId: 'U1',
  conversation: { flow: 'home', version: '1', value: 'menu', context: {} },
  step: 7,
  misses: 0,
  heardAt: new Date(),
  updatedAt: new Date(),
};
const byPerson = (what: Incoming['what'], openPrompt: PromptKey | null = null): Understood =>
  what.type === 'tap' ? readButton(what.tap, saved, { office, words: ja }) : read(what, openPrompt);
const byStaff = (text: string, chat: Incoming['chat']['kind'] = 'group'): Understood =>
  readFromStaff({ type: 'text', text }, chat, asDay('2026-11-25'));
const typed = (text: string, openPrompt: PromptKey | null = null) =>
  byPerson({ type: 'text', text }, openPrompt);
const tapped = (tap: Record<string, string>) => byPerson({ type: 'tap', tap });

/** Without the version of the terms, which only a card knows: words are about the ones that stand. */
function tapOf(button: Button): Record<string, string> {
  if (!('tap' in button)) return {};
  const facts = Object.entries(button.tap).filter(([name]) => name !== 'terms');
  return Object.fromEntries(facts.map(([name, value]) => [name, String(value)]));
}

/** The buttons of a question as they are shown. A day and a time are read as a wish where they are typed. */
const buttonsOf = (key: PromptKey): Button[] => {
  const [, asked = []] = everyMessage.find(([name]) => name === `question ${key}, 0 misses`) ?? [];
  return stampTaps(asked, { conversation: saved.id, step: saved.step })
    .flatMap((message) => [
      ...(message.choices ?? []),
      ...('buttons' in message ? (message.buttons ?? []) : []),
    ])
    .filter((button) => 'tap' in button && !['day.picked', 'time.picked'].includes(button.tap.event));
};

const firstOf = (understood: Understood): FlowEvent | undefined =>
  understood.kind === 'events' ? understood.events[0] : undefined;

describe('a button and the words on it', () => {
  const keys = Object.keys(ja.prompts) as PromptKey[];
  const pairs = keys.flatMap((key) => buttonsOf(key).map((button) => ({ key, button, label: button.label })));

  test.each(pairs)('$key 「$label」 mean the same', ({ key, button, label }) => {
    const pressed = firstOf(byPerson({ type: 'tap', tap: tapOf(button) }, key));
    expect(pressed).toBeDefined();
    expect(firstOf(typed(label, key))).toEqual(pressed);
  });
});

describe('a button', () => {
  const agree = { event: 'terms.agreed', c: 'conversation' };

  test('of the open question counts, with the words that stand on it', () => {
    expect(tapped({ ...agree, s: '7' })).toEqual({
      kind: 'events',
      events: [{ type: 'terms.agreed', wording: '同意する' }],
    });
  });

  test('of an earlier question is old, by as many questions as have come since', () => {
    expect(tapped({ ...agree, s: '6' })).toMatchObject({ kind: 'oldButton', ageInSteps: 1 });
    expect(tapped({ ...agree, s: '2' })).toMatchObject({ kind: 'oldButton', ageInSteps: 5 });
  });

  test('of a question that is still to come was forged, and does not count', () => {
    expect(tapped({ ...agree, s: '8' }).kind).not.toBe('events');
  });

  test('of another conversation, without a stamp or with a broken one is unknown', () => {
    expect(tapped({ ...agree, c: 'other', s: '7' })).toEqual({ kind: 'unknownButton' });
    expect(tapped({ event: 'terms.agreed' })).toEqual({ kind: 'unknownButton' });
    expect(tapped({})).toEqual({ kind: 'unknownButton' });
  });

  test('of the rich menu or of a card that stays needs no stamp', () => {
    expect(tapped({ event: 'apply.asked' })).toEqual({ kind: 'events', events: [{ type: 'apply.asked' }] });
    expect(tapped({ event: 'apply.asked', c: 'other', s: '1' }).kind).toBe('events');
  });
});

describe('words', () => {
  test('that are on a button mean the button and nothing else', () => {
    expect(typed('同意する', 'name')).toMatchObject({ kind: 'events', events: [{ type: 'terms.agreed' }] });
  });

  test('that only hint at something are offered as an answer too', () => {
    const understood = typed('録音していいですか?', 'companion');
    expect(understood).toMatchObject({
      events: [{ type: 'question.picked', topic: 'recording' }, { type: 'said' }],
    });
  });

  test('that mean nothing known are an answer', () => {
    expect(typed('申込 花子', 'name')).toEqual({
      kind: 'events',
      events: [{ type: 'said', text: '申込 花子' }],
    });
  });

  test('are kept as they were typed where she agrees by them', () => {
    expect(typed('同意します。', 'terms')).toMatchObject({
      events: [{ type: 'terms.agreed', wording: '同意します。' }],
    });
  });

  test('in a group of staff are a command as a whole, or nothing', () => {
    expect(byStaff(' ヘルプ ')).toMatchObject({ events: [{ type: 'help.asked' }] });
    for (const text of ['ヘルプが要る人がいます', 'はい', 'やめる', '相談を申し込む', '録音していいですか?'])
      expect(byStaff(text)).toEqual({ kind: 'events', events: [] });
  });

  test('that are no command are meant for us where staff write in a one-to-one chat', () => {
    expect(byStaff('はい', 'person')).toEqual({ kind: 'events', events: [{ type: 'said', text: 'はい' }] });
    expect(byStaff('ヘルプ', 'person')).toMatchObject({ events: [{ type: 'help.asked' }] });
  });
});

test('what cannot be read is told by its kind, and a follow by whether it is the first', () => {
  expect(byPerson({ type: 'sticker' })).toMatchObject({
    events: [{ type: 'sent.unreadable', kind: 'sticker' }],
  });
  expect(byPerson({ type: 'media', kind: 'audio' })).toMatchObject({
    events: [{ type: 'sent.unreadable', kind: 'audio' }],
  });
  expect(byPerson({ type: 'followed', again: true })).toMatchObject({
    events: [{ type: 'followed', again: true }],
  });
  expect(byPerson({ type: 'joined' })).toEqual({ kind: 'events', events: [] });
});
