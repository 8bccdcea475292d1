// Everything the product says, and the longest it may have to say, as LINE messages.

import type { messagingApi } from '@line/bot-sdk';
import { allChoices } from '../../flows/vocabulary.ts';
import { renderMessages } from '../../src/line/render.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Message } from '../../src/messages/message.ts';
import { everyMessage } from './every-message.ts';
import { card, moment, office, promptFacts, slot } from './invented.ts';

/** As many letters as a name may have, without a space at which a line could end. */
const longName = `長谷川${'なおみ'.repeat(25)}さき`;
const longLatinName = 'Wolfeschlegelsteinhausen'.repeat(3);

const details = { ...promptFacts.review.details, name: longName };
const longest: Message[][] = [
  ja.bookingCard({ ...card(), name: longName }, moment),
  ja.bookingCard({ ...card(), name: longLatinName }, moment),
  ja.prompts.review({ slot, choices: allChoices(true), details, moving: false, isWish: false }, office, 0),
  ja.prompts.knownDetails(details, office, 0),
];

/** Each once: many are said at several places. */
export function productMessages(): messagingApi.Message[] {
  const all = [...everyMessage.map(([, messages]) => messages), ...longest].flatMap((messages) =>
    messages.length > 0 ? renderMessages(messages) : [],
  );
  const bare = all.map(({ quickReply: _, ...message }) => message as messagingApi.Message);
  return [...new Map(bare.map((message) => [JSON.stringify(message), message])).values()];
}
