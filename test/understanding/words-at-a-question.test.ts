// What typed words mean where a certain question stands.
import { describe, expect, test } from 'vitest';
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { phrasesAt } from '../../src/understanding/phrases.ts';
import { meaning } from '../../src/understanding/words.ts';
import { promptFacts } from '../messages/invented.ts';

const eventOf = (text: string, openPrompt?: PromptKey | null): FlowEvent | undefined =>
  meaning(text, openPrompt)?.event;
const typeOf = (text: string, openPrompt?: PromptKey | null) => eventOf(text, openPrompt)?.type;

describe('words at a question', () => {
  test.each<[string, PromptKey, object]>([
    ['いません', 'companion', { type: 'companion.answered', companion: false }],
    ['誰も来ません', 'companion', { type: 'companion.answered', companion: false }],
    ['私だけです', 'companion', { type: 'companion.answered', companion: false }],
    ['なし', 'companion', { type: 'companion.answered', companion: false }],
    ['わからない', 'jobNumber', { type: 'jobNumber.unknown' }],
    ['はい', 'eligibility', { type: 'eligible' }],
    ['いいえ', 'eligibility', { type: 'ineligible' }],
    ['この登録で申し込む', 'knownDetails', { type: 'details.reused' }],
    ['この内容で申し込む', 'review', { type: 'submitted' }],
    ['申し込む', 'review', { type: 'yes' }],
    ['送信', 'review', { type: 'yes' }],
    ['ちがいます', 'review', { type: 'no' }],
    ['申し込む', 'menu', { type: 'apply.asked' }],
    ['はい', 'wish', { type: 'yes' }],
    ['うん', 'wish', { type: 'yes' }],
    ['いいよ', 'wish', { type: 'yes' }],
    ['おねがいします', 'wish', { type: 'yes' }],
    ['お願いします', 'wish', { type: 'yes' }],
    ['それで', 'wish', { type: 'yes' }],
    ['それでお願いします', 'wish', { type: 'yes' }],
    ['はい、大丈夫です', 'wish', { type: 'yes' }],
    ['いや', 'wish', { type: 'no' }],
    ['やっぱり違う日', 'wish', { type: 'days.more' }],
    ['やっぱりほかの時間', 'wish', { type: 'times.more' }],
    ['今わからない', 'jobNumber', { type: 'jobNumber.unknown' }],
    ['番号わかりません', 'jobNumber', { type: 'jobNumber.unknown' }],
    ['うん', 'jobNumberDoubtful', { type: 'yes' }],
    ['合ってるよ', 'jobNumberDoubtful', { type: 'yes' }],
    ['そう', 'jobNumberDoubtful', { type: 'yes' }],
    ['はい、あってます', 'jobNumberDoubtful', { type: 'yes' }],
    ['ちがう', 'jobNumberDoubtful', { type: 'no' }],
    ['違います', 'jobNumberDoubtful', { type: 'no' }],
    ['いや', 'jobNumberDoubtful', { type: 'no' }],
    ['入力し直す', 'jobNumberDoubtful', { type: 'no' }],
    ['名前', 'whichField', { type: 'field.picked', field: 'name' }],
    ['電話', 'whichField', { type: 'field.picked', field: 'phone' }],
    ['時間', 'whichField', { type: 'field.picked', field: 'date' }],
    ['電話', 'review', { type: 'phone.asked' }],
    ['やめる', 'withdraw', { type: 'no' }],
    ['やっぱりやめる', 'withdraw', { type: 'no' }],
    ['やめる', 'menu', { type: 'quit' }],
    ['予約見せて', 'menu', { type: 'booking.asked' }],
  ])('「%s」 answers %s', (text, openPrompt, event) => {
    expect(meaning(text, openPrompt)).toEqual({ event, exact: true });
  });

  test.each(['はい', 'はい、お願いします', 'そうです', 'いいえ'])(
    '「%s」 alone chooses nothing, hands nothing in and agrees to nothing',
    (text) => {
      for (const openPrompt of ['terms', 'knownDetails', 'companion', 'review', 'whichField'] as const)
        expect(['yes', 'no']).toContain(typeOf(text, openPrompt));
    },
  );

  test.each(['通訳がいます', '夫がいます。', '母も一緒にいます', '介助の人が同席します', 'うしろに夫がいる'])(
    '「%s」 says that somebody will be there',
    (text) => {
      expect(eventOf(text, 'companion')).toEqual({ type: 'companion.answered', companion: true });
      expect(eventOf(text, 'review')).toBeUndefined();
      expect(eventOf(text, 'wish')).toBeUndefined();
    },
  );

  test.each([
    '子どもがいます',
    '下の子がいます',
    '2歳の子もいます',
    '子どもと夫がいます',
    '長男と犬がいます',
  ])('「%s」 names a child, which is no companion: about children the office is asked by phone', (text) => {
    expect(eventOf(text, 'companion')).toEqual({ type: 'question.picked', topic: 'children' });
  });

  test.each([
    '独身で子どもいない',
    '子どもいません',
    'まだ子どもはいません。',
    '独身です',
    '子どもはもう成人してます',
    '娘は社会人で家にいる',
    '子どもは実家に預けます',
    '犬がいます',
    'ペットの猫もいます',
    '介助犬がいます',
    '子どもはもう大きいです',
    '一人で受けます',
    '私だけです',
  ])('「%s」 says that nobody will be there', (text) => {
    expect(eventOf(text, 'companion')).toEqual({ type: 'companion.answered', companion: false });
  });

  test.each([
    '子どもはいないけど夫が同席します',
    '犬と母がいます',
    '一人で受けますが母が横にいます',
    '子どもは預けて夫がいます',
  ])('「%s」 says that somebody will be there all the same', (text) => {
    expect(eventOf(text, 'companion')).not.toEqual({ type: 'companion.answered', companion: false });
    expect(eventOf(text, 'companion')).not.toEqual({ type: 'question.picked', topic: 'children' });
  });

  test('whether the office is for her without children stays a question', () => {
    expect(eventOf('子どもいないけど大丈夫ですか?', 'companion')).toEqual({
      type: 'question.picked',
      topic: 'eligibility',
    });
  });

  test.each(['カメがいます', '用事がある'])('「%s」 answers nothing: it is asked again', (text) => {
    expect(typeOf(text, 'companion')).not.toBe('companion.answered');
  });

  test.each(['夫がいますか？', '夫がいません', 'いまは外です', '夫がいますが別の部屋です'])(
    '「%s」 does not say so',
    (text) => {
      expect(typeOf(text, 'companion')).not.toBe('companion.answered');
    },
  );

  test('have a table only for questions that exist', () => {
    expect(Object.keys(promptFacts)).toEqual(expect.arrayContaining(Object.keys(phrasesAt)));
  });
});
