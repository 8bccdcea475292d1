// The guide of the clerks (docs/desk.ja.md) is true: every word that it names is answered, and every button that it names exists.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shownText } from '../../src/messages/shown-text.ts';
import { everyMessage } from '../messages/every-message.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

const guide = readFileSync('docs/desk.ja.md', 'utf8');
/** The first column, and what is named beside it to be typed. */
const words = [...guide.matchAll(/^\| ([^|]+) \|/gm)]
  .flatMap(([, cell = '']) => cell.trim().split('、'))
  // A number of nobody is talk.
  .filter((word) => word !== 'ことば' && !word.startsWith('---') && word !== '0004');
const beside = [
  '休業 一覧',
  '休業 解除 12/3',
  '会議室 追加 相談室A 123 4567 8901 abc123',
  '会議室 削除 相談室A',
];

let counter: Counter;
let clerk: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await clerk.says('おはよう');
});
afterAll(() => counter.close());

describe('A word of the guide', () => {
  test('stands in its table', () => expect(words.length).toBeGreaterThan(20));

  test.each([...words, ...beside])('「%s」 is answered in the group', async (word) => {
    expect(await clerk.says(word)).not.toBe('');
  });
});

/** Said by somebody, or an example of what is typed or shown: no button and no words of the product. */
const examples = new Set(['おはよう', '今日', '電話予約', 'つなぐ 4821-0093']);

test('Whatever the guide puts in 「」 is said or shown by the product', () => {
  const all = everyMessage.map(([, messages]) => shownText(messages)).join('\n');
  const pages = ['details-form', 'phone-labels']
    .map((file) => readFileSync(`src/messages/ja/${file}.ts`, 'utf8'))
    .join();
  const quoted = [...guide.matchAll(/「([^」]+)」/g)].map(([, text = '']) => text);
  const missing = quoted
    .map((text) => text.replace(/ \d+:\d\d$/, ''))
    .filter((text) => !examples.has(text) && !all.includes(text) && !pages.includes(text));
  expect(missing).toEqual([]);
});
