// How it must read: natural, short, one fact a line, and inside LINE's limits.
import { describe, expect, test } from 'vitest';
import { countGraphemes } from '../../src/line/limits.ts';
import { renderMessages } from '../../src/line/render.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { labels } from '../../src/messages/ja/labels.ts';
import { everyMessage } from './every-message.ts';
import { labelsOf, textsOf } from './reading-parts.ts';

const texts = everyMessage.flatMap(([name, messages]) => [
  ...textsOf(messages).map((text) => ({ name, text })),
  ...labelsOf(messages).map((text) => ({ name, text })),
  ...messages.flatMap((message) => (message.kind === 'card' ? [{ name, text: message.alt }] : [])),
]);

const found = (pattern: RegExp): string[] =>
  texts.filter(({ text }) => pattern.test(text)).map(({ name, text }) => `${name}: ${text}`);

describe('everything that is said', () => {
  test('is looked through: each message of the folder stands in the list', () => {
    const elsewhere = [
      'labels',
      'richMenu',
      'contactPage',
      'registerPage',
      'calendarPage',
      'callPage',
      'bookingPage',
      'prompts',
      'remarks',
      'meaning',
      'intentsInContactWindow',
      'forbidsCalls',
      'aboutWaitingRequest',
      'asksNothing',
      'intentsJustAfter',
      'takesCallBack',
      'staffMeaning',
    ];
    const listed = new Set(everyMessage.map(([name]) => name.split(/[ ,]/)[0]));
    const messages = Object.keys(ja).filter((key) => !elsewhere.includes(key));
    expect(messages.filter((key) => !listed.has(key))).toEqual([]);
  });

  test.each([
    ['calls nobody ママ', /ママ/],
    ['has no chains of させていただく', /(?:させて|せて)いただ|いただけますでしょうか/],
    ['has no double negatives', /ないわけでは|なくはない|ないことはない|なければならない|ずにはいられ/],
    ['has no full-width letters, digits or brackets', /[Ａ-Ｚａ-ｚ０-９（）：]/],
    ['has no half-width kana', /[\uFF61-\uFF9F]/],
    ['has no exclamation or half-width question marks', /[!！?]/],
    ['has no wave dash where the tilde of the terms stands', /〜/],
    ['has no traces of a missing value', /undefined|null|NaN|\[object|Invalid|\$\{/],
    ['has no spaces at the ends of lines', /[ \u3000]$/m],
    ['has no empty first or last line', /^\n|\n$/],
  ])('%s', (_, pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  test('has one sentence a line, but for remarks in quotes', () => {
    const crowded = texts.filter(({ text }) =>
      text.split('\n').some((line) => (line.replaceAll(/「[^」]*」/g, '').match(/。/g)?.length ?? 0) > 1),
    );
    expect(crowded).toEqual([]);
  });

  test('has lines that are read in one breath', () => {
    const long = texts.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => countGraphemes(line) > 48)
        .map((line) => `${name}: ${line}`),
    );
    expect(long).toEqual([]);
  });

  test('is accepted by LINE', () => {
    for (const [name, messages] of everyMessage) expect(() => renderMessages(messages), name).not.toThrow();
  });

  test('has buttons, choices and alt texts of the sizes that LINE allows', () => {
    for (const [name, messages] of everyMessage) {
      for (const message of messages) {
        const { choices = [] } = message;
        expect(choices.length, name).toBeLessThanOrEqual(13);
        for (const { label } of choices)
          expect(countGraphemes(label), `${name}: ${label}`).toBeLessThanOrEqual(20);
        if (message.kind !== 'card') continue;
        expect(message.alt.length, name).toBeLessThanOrEqual(400);
        for (const { label } of message.buttons ?? [])
          expect(countGraphemes(label), `${name}: ${label}`).toBeLessThanOrEqual(40);
      }
    }
  });

  test('fits one call, together with the question that follows it', () => {
    for (const [name, messages] of everyMessage) expect(messages.length, name).toBeLessThanOrEqual(4);
  });

  test('has buttons that fit wherever they stand', () => {
    for (const label of Object.values(labels)) expect(countGraphemes(label), label).toBeLessThanOrEqual(20);
  });
});
