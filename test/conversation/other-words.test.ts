// Words are handed in: with other ones, nothing that is said comes from elsewhere.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Words } from '../../src/messages/words.ts';
import { type Counter, fillIn, openCounter } from './counter.ts';

const mark = (text: string): string => `⟦${text}⟧`;

const markMessage = (message: Message): Message =>
  message.kind === 'text'
    ? { ...message, text: mark(message.text) }
    : {
        ...message,
        alt: mark(message.alt),
        ...(message.title !== undefined && { title: mark(message.title) }),
        ...(message.text !== undefined && { text: mark(message.text) }),
      };

/** The same words with every sentence in brackets; the buttons as they are, for people press them. */
const marked = (words: unknown): unknown => {
  if (typeof words === 'function')
    return (...facts: unknown[]) => (words(...facts) as Message[]).map(markMessage);
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words;
  return Object.fromEntries(Object.entries(words).map(([name, one]) => [name, marked(one)]));
};
const { labels, richMenu, contactPage, ...said } = ja;
const otherWords = { ...(marked(said) as typeof said), labels, richMenu, contactPage } satisfies Words;

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ words: otherWords });
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());

const everySentence = async (chatId: string): Promise<string[]> =>
  (await counter.sentTo(chatId))
    .flatMap(({ messages }) =>
      messages.flatMap((message) =>
        message.kind === 'text' ? [message.text] : [message.alt, message.title, message.text],
      ),
    )
    .filter((text) => text !== undefined);

test('in other words a form is filled in, decided and looked up without a sentence of ours', async () => {
  const hanako = counter.visitor('U1');
  const staff = counter.visitor('C1', 'group', 'S1');
  await fillIn(hanako, 'phone');
  await hanako.says('なぜ');
  await hanako.says('来年の1月40日');
  await hanako.sticker();
  await fillIn(counter.visitor('U2'), 'review');
  const received = await counter.visitor('U2').presses('この内容で申し込む');
  expect(received).toContain('⟦');
  await staff.presses('お断りする');
  await staff.presses('窓口でお受けする');
  for (const command of ['ヘルプ', '承認待ち', '会議室', '招待', 'お電話', 'トーク一覧', '会議室 追加 ?'])
    await staff.says(command);
  for (const words of ['予約を見る', '登録を消したい', '死にたい', '行けません', 'やめる'])
    await counter.visitor('U2').says(words);

  for (const chatId of ['U1', 'U2', 'C1']) {
    const sentences = await everySentence(chatId);
    expect(sentences.length).toBeGreaterThan(7);
    expect(sentences.filter((text) => !/^⟦[^⟦⟧]*⟧$/.test(text))).toEqual([]);
  }
});
