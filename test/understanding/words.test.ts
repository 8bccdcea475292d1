// What is typed means the same as what is pressed.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { readTap } from '../../src/conversation/tap.ts';
import { asDay } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { phrases, phrasesAt, phrasesOf } from '../../src/understanding/phrases.ts';
import { plainWords } from '../../src/understanding/plain-words.ts';
import { staffMeaning } from '../../src/understanding/staff-words.ts';
import { meaning } from '../../src/understanding/words.ts';
import { runs } from '../helpers/runs.ts';
import { everyMessage, promptKeys } from '../messages/every-message.ts';
import { office } from '../messages/invented.ts';
import { buttonsOf } from '../messages/reading-parts.ts';

const eventOf = (text: string, openPrompt?: PromptKey | null): FlowEvent | undefined =>
  meaning(text, openPrompt)?.event;
const typeOf = (text: string, openPrompt?: PromptKey | null) => eventOf(text, openPrompt)?.type;

const allPhrases = phrasesOf(phrases);

describe('typed words', () => {
  test.each([
    ['相談を申し込む', 'apply.asked'],
    ['予約確認', 'booking.asked'],
    ['メニュー', 'menu.asked'],
    ['もう一度お願いします', 'repeat.asked'],
    ['なんで？', 'why.asked'],
    ['どうしてですか', 'why.asked'],
    ['もどる', 'back'],
    ['やっぱりやめます', 'quit'],
    ['はい！', 'yes'],
    ['はい、お願いします', 'yes'],
    ['いいえ。', 'no'],
    ['ｍｅｎｕ', 'menu.asked'],
    ['ﾒﾆｭｰ', 'menu.asked'],
    ['電話したいです', 'phone.asked'],
    ['他の日でお願いします', 'days.more'],
    ['番号がわかりません', 'jobNumber.unknown'],
    ['利用規約', 'terms.asked'],
    ['準備リスト', 'preparation.asked'],
    ['何を準備すればいいですか？', 'preparation.asked'],
    ['持ち物', 'preparation.asked'],
    ['つながらない', 'trouble.asked'],
    ['Zoomに入れません。', 'trouble.asked'],
  ])('「%s」 means %s', (text, type) => {
    expect(meaning(text)).toMatchObject({ event: { type }, exact: true });
  });

  test('keep the words with which she agreed (R-40)', () => {
    expect(eventOf(' 同意します。 ')).toEqual({ type: 'terms.agreed', wording: '同意します。' });
  });

  test('つながらない as a question, or in a sentence, is answered and tells nobody by itself', () => {
    for (const text of ['つながらない?', '電話もつながりません、どうすれば', '行けません'])
      expect(typeOf(text)).toBe('intent.written');
  });

  test('belong to one event each', () => {
    for (const list of [allPhrases, ...Object.values(phrasesAt).map(phrasesOf)]) {
      const seen = new Map<string, string>();
      for (const [phrase, event] of list) {
        const words = plainWords(phrase);
        expect(words, phrase).not.toBe('');
        expect(seen.get(words) ?? JSON.stringify(event), phrase).toBe(JSON.stringify(event));
        seen.set(words, JSON.stringify(event));
      }
    }
  });

  test('are the same as the button with these words, at every question', () => {
    // Days and times are read as wishes.
    const others = new Set(['day.picked', 'time.picked']);
    for (const key of promptKeys) {
      const question = everyMessage.find(([name]) => name === `question ${key}, 0 misses`)?.[1] ?? [];
      for (const button of buttonsOf(question)) {
        if (!('tap' in button) || others.has(button.tap.event)) continue;
        const tap = Object.fromEntries(
          // A word carries no version of the terms and no booking: it is about what stands.
          Object.entries(button.tap).flatMap(([name, value]) =>
            name === 'terms' || name === 'booking' ? [] : [[name, String(value)]],
          ),
        );
        expect(eventOf(button.label, key), `${key}: ${button.label}`).toMatchObject(
          readTap(tap)?.event ?? {},
        );
      }
    }
  });

  test('are the same as the questions of the list', () => {
    for (const button of buttonsOf(
      ja.remarks.questions({ facts: {}, openPrompt: null, misses: 0 }, office),
    )) {
      if ('tap' in button) expect(eventOf(button.label)).toMatchObject({ type: button.tap.event });
    }
  });

  test('mean the same in full width, with spaces, marks and emoji', () => {
    const fullWidth = (text: string) =>
      text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
    const ending = fc.constantFrom(
      '',
      '。',
      '！',
      '!!',
      '、',
      '♪',
      '…',
      '😊',
      '👍🏽',
      '🙇‍♀️',
      '☆',
      '～',
      '（笑',
    );
    const gap = fc.constantFrom('', ' ', '\u3000', '\n');
    fc.assert(
      fc.property(
        fc.constantFrom(...allPhrases),
        ending.filter((end) => end !== '（笑'),
        gap,
        gap,
        fc.boolean(),
        (phrase, end, before, within, wide) => {
          const [words, event] = phrase;
          const spaced = `${before}${[...words].join(within)}${end}`;
          expect(typeOf(wide ? fullWidth(spaced) : spaced)).toBe(event.type);
        },
      ),
    );
  });

  test('never throw, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(...promptKeys, null),
        (text, openPrompt) => {
          meaning(text, openPrompt);
          staffMeaning(text, asDay('2026-11-25'));
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('courtesy and questions', () => {
  const advancing = new Set([
    'yes',
    'no',
    'terms.agreed',
    'eligible',
    'submitted',
    'companion.answered',
    'details.reused',
  ]);

  test.each([
    '了解です',
    '了解しました',
    'わかりました',
    'OK',
    'オッケー',
    '👍',
    '🙏',
    '🙆‍♀️',
    'ありがとうございます',
    'よろしくお願いします',
    '。',
    '',
    'あ',
  ])('「%s」 answers no question of the form, wherever it is sent', (text) => {
    // At the last look some of these are told that nothing is sent yet.
    const asking = promptKeys.filter((key) => !['menu', 'review', 'whichField'].includes(key));
    for (const openPrompt of [...asking, undefined]) expect(meaning(text, openPrompt)).toBeUndefined();
    for (const openPrompt of ['review', 'whichField'] as const)
      expect(['yes', undefined]).toContain(typeOf(text, openPrompt));
  });

  test.each([
    ['ありがとうございます', 'thanks'],
    ['ありがとうございました！また次回もよろしくお願いします', 'thanks'],
    ['よろしくお願いします🙇', 'regards'],
    ['はい、わかりました。当日よろしくお願いいたします', 'regards'],
    ['わかりました！', 'noted'],
    ['了解です', 'noted'],
    ['OKです', 'noted'],
    ['🙏', 'noted'],
    ['🙆‍♀️', 'noted'],
  ])('「%s」 at the counter is courtesy and nothing else', (text, how) => {
    for (const openPrompt of ['menu', null] as const)
      expect(meaning(text, openPrompt)).toEqual({ event: { type: 'thanked', how }, exact: true });
  });

  test.each(['。', 'あ', '', '😭', 'ありがとうございます、でも行けなくなりました', '了解です、10時で'])(
    '「%s」 is more, or less, than courtesy',
    (text) => {
      for (const openPrompt of ['menu', null] as const) expect(typeOf(text, openPrompt)).not.toBe('thanked');
    },
  );

  test.each(['お願いします', 'うん', 'いいよ', 'そう'])(
    '「%s」 answers only where something is said back to be confirmed',
    (text) => {
      const confirming: ReadonlySet<string> = new Set([
        'wish',
        'jobNumberDoubtful',
        'menu',
        'review',
        'whichField',
      ]);
      for (const openPrompt of [...promptKeys.filter((key) => !confirming.has(key)), undefined])
        expect(meaning(text, openPrompt)).toBeUndefined();
      // Where nothing is asked it can be courtesy.
      for (const openPrompt of ['menu', null] as const)
        expect(typeOf(text, openPrompt) ?? 'thanked').toBe('thanked');
    },
  );

  test('はい is never taken for 同意する', () => {
    expect(typeOf('はい', 'terms')).not.toBe('terms.agreed');
  });

  test.each(['同意する？', 'すべて当てはまる?', 'この内容で申し込む？', 'いる？', 'はい？'])(
    '「%s」 asks and does not answer',
    (text) => {
      for (const openPrompt of [...promptKeys, null])
        expect(advancing.has(typeOf(text, openPrompt) ?? '')).toBe(false);
    },
  );

  test('キャンセル is explained, never carried out', () => {
    for (const text of ['キャンセル', 'キャンセルしたいです', '予約をキャンセルしたいのですが'])
      expect(eventOf(text)).toEqual({ type: 'question.picked', topic: 'cancel' });
  });
});
