// A message was taken back or changed: what stood in it has been deleted here, too. The open question follows.
import type { Field } from '../../../flows/vocabulary.ts';
import type { Message } from '../message.ts';
import { fieldNames } from './field-names.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** To a person, of her details. */
export const takenBack = (fields: readonly Field[]): Message[] =>
  say(`送信を取り消された${fields.map((field) => fieldNames[field]).join('と')}は、こちらでも消しました。`);

/** Of a question that was answered before the one that stands. `isKept`: her message held the right answer. */
export const corrected = (field: Field, isKept: boolean): Message[] =>
  say(
    isKept
      ? `${fieldNames[field]}を直しました。`
      : `${fieldNames[field]}は、最後の確認で直せます。\nいまは、次の質問をお願いします。`,
  );
