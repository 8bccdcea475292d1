// The words by which people, and tests, find their way (design: table of buttons).
import { describe, expect, test } from 'vitest';
import { readTap } from '../../src/conversation/tap.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { labels } from '../../src/messages/ja/labels.ts';
import { everyMessage } from './every-message.ts';
import { card, moment, office, promptFacts, slot, view } from './invented.ts';
import { buttonsOf, labelsOf } from './reading-parts.ts';

const { prompts } = ja;
const ask = {
  menu: prompts.menu({}, office, 0),
  terms: prompts.terms({}, office, 0),
  eligibility: prompts.eligibility({}, office, 0),
  name: prompts.name({}, office, 0),
  jobNumber: prompts.jobNumber({}, office, 0),
  phone: prompts.phone({}, office, 0),
  day: prompts.day(promptFacts.day, office, 0),
  time: prompts.time(promptFacts.time, office, 0),
  companion: prompts.companion({}, office, 0),
  review: prompts.review(promptFacts.review, office, 0),
  known: prompts.knownDetails(promptFacts.knownDetails, office, 0),
};
const rooms = ja.whichRoom([{ id: card().id, name: '相談室A', inUse: null, beside: null }], card());

describe('the words on the buttons', () => {
  test.each([
    ['at the counter', ask.menu, ['相談を申し込む', '予約を見る', 'よくある質問', '電話する']],
    ['under the terms', ask.terms, ['同意する', '同意しない', '全文を読む']],
    ['under the conditions', ask.eligibility, ['すべて当てはまる', '当てはまらないものがある']],
    ['at the name', ask.name, ['ひとつ前へ', 'やめる']],
    ['at the jobseeker number', ask.jobNumber, ['番号がわからない', 'ひとつ前へ', 'やめる']],
    ['at the phone number', ask.phone, ['ひとつ前へ', 'やめる']],
    ['at the day', ask.day, ['12月1日(火)', 'ほかの日', 'ひとつ前へ', 'やめる']],
    ['at the time', ask.time, ['10:00', '15:00', 'ほかの時間', 'ほかの日', 'ひとつ前へ', 'やめる']],
    ['at the companion', ask.companion, ['いない', 'いる', 'ひとつ前へ', 'やめる']],
    ['at the last look', ask.review, ['この内容で申し込む', '直す', 'ひとつ前へ', 'やめる']],
    ['for those who return', ask.known, ['この登録で申し込む', '入力し直す', 'やめる']],
    [
      'on the receipt',
      ja.receipt(view('requested'), null, office),
      ['日時を選び直す', '申し込みを取り下げる'],
    ],
    ['on my request', ja.bookingShown(view('requested'), office), ['日時を選び直す', '申し込みを取り下げる']],
    [
      'on my booking',
      ja.bookingShown(view('confirmed'), office),
      ['つながらない', '行けないことを伝える', '電話する'],
    ],
    [
      'on the confirmation',
      ja.confirmed(view('confirmed'), office),
      ['つながらない', '行けないことを伝える', '電話する'],
    ],
    [
      'on the list of what to prepare',
      ja.remarks.preparation({ facts: {}, openPrompt: 'menu', misses: 0 }, office),
      ['Zoomの準備', '場所とWi-Fi', '予約を見る', '電話する', 'メニュー'],
    ],
    [
      'when she cannot get in and has no consultation',
      ja.troubleWithoutBooking(office),
      ['予約を見る', '電話する', 'メニュー'],
    ],
    ['on the request card', ja.bookingCard(card(), moment), ['確定する', 'お断りする']],
    ['for the room', rooms, ['相談室A', '番号を入力', '番号の行をコピー']],
  ])('%s are those of the contract', (_, messages, words) => {
    expect(labelsOf(messages)).toEqual(expect.arrayContaining(words));
  });

  test('offer no way back from the day where no question comes before it', () => {
    for (const days of [promptFacts.day.days, []]) {
      const labels = labelsOf(prompts.day({ days, more: false, back: false }, office, 0));
      expect(labels).toContain('やめる');
      expect(labels).not.toContain('ひとつ前へ');
    }
  });

  test('have every word that the contract names, also for what comes later', () => {
    expect(Object.values(labels)).toEqual(
      expect.arrayContaining(['別の日時を提案', '来室', '連絡なし', '電話で実施']),
    );
  });

  test('offer another time on the request card', () => {
    expect(labelsOf(ja.bookingCard(card(), moment))).toContain('別の日時を提案');
  });
});

describe('what the buttons do', () => {
  test('opens the full terms of the office profile', () => {
    expect(buttonsOf(ask.terms)).toContainEqual({ label: '全文を読む', link: office.terms.url });
  });

  test('dials the office', () => {
    expect(buttonsOf(ask.menu)).toContainEqual({ label: '電話する', link: 'tel:0534541910' });
  });

  test('names its event with flat facts', () => {
    expect(buttonsOf(ask.terms)).toContainEqual(
      expect.objectContaining({
        label: '同意する',
        tap: { event: 'terms.agreed', terms: 'R5-10-16 R8-12-01' },
      }),
    );
    expect(buttonsOf(ask.day)).toContainEqual({
      label: '12月1日(火)',
      tap: { event: 'day.picked', day: slot.day },
    });
    expect(buttonsOf(ask.companion)).toContainEqual({
      label: 'いる',
      tap: { event: 'companion.answered', companion: '1' },
    });
    expect(buttonsOf(ja.bookingCard(card(), moment))).toContainEqual(
      expect.objectContaining({ tap: { event: 'confirm.asked', booking: card().id, version: 3 } }),
    );
  });

  test('is understood by the conversation, whichever button it is', () => {
    const unread = everyMessage.flatMap(([name, messages]) =>
      buttonsOf(messages).flatMap((button) => {
        if (!('tap' in button)) return [];
        const tap = Object.fromEntries(
          Object.entries(button.tap).map(([key, value]) => [key, String(value)]),
        );
        return readTap(tap) === undefined ? [`${name}: ${button.label}`] : [];
      }),
    );
    expect(unread).toEqual([]);
  });
});
