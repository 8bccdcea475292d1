// D13: whoever writes of violence or of not wanting to live gets the helplines, whatever was being asked.

import { describe, expect, test } from 'vitest';
import type { Crisis } from '../../flows/vocabulary.ts';
import hamamatsu from '../../offices/hamamatsu.json' with { type: 'json' };
import { parseOffice } from '../../src/config/office.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { meaning } from '../../src/understanding/words.ts';

const office = parseOffice(hamamatsu, 'hamamatsu');
const answerTo = (kind: Crisis) =>
  shownText(ja.remarks.crisis({ facts: { kind }, openPrompt: 'name', misses: 0 }, office));

describe('somebody in need', () => {
  test.each([
    ['夫に殴られてて、家を出たいんですけど仕事がなくて…', 'violence'],
    ['ＤＶのことで相談できますか', 'violence'],
    ['彼氏の暴力から逃げたい', 'violence'],
    ['もう死にたいです', 'life'],
    ['消えたい', 'life'],
    ['旦那が怖い', 'violence'],
    ['夫のことがこわいです', 'violence'],
    ['子どもを叩いてしまう', 'child'],
    ['こどもをたたいてしまいました', 'child'],
    ['娘に手をあげてしまいそう', 'child'],
    ['もう無理', 'weary'],
    ['もう無理です…', 'weary'],
    ['もう限界', 'weary'],
    ['しんどい', 'weary'],
    ['たすけて', 'weary'],
    ['もう死ぬしかない', 'life'],
    ['首を吊りたい', 'life'],
    ['生きてるのがつらい', 'life'],
    ['生きるのに疲れた', 'life'],
    ['夫が恐い', 'violence'],
    ['旦那に手をあげられました', 'violence'],
    ['夫にぶたれる', 'violence'],
    ['夫が暴れている', 'violence'],
    ['子どもを叩きそう', 'child'],
    ['夫が殴る', 'violence'],
    ['旦那に包丁を向けられました', 'violence'],
    ['首しめられた', 'violence'],
    ['夫に通帳もカードも取り上げられてて…', 'violence'],
    ['主人が生活費をくれません', 'violence'],
    ['元夫に居場所を知られたくない', 'violence'],
    ['夫から逃げています', 'violence'],
    ['彼に怒鳴られてばかりです', 'violence'],
    ['父が蹴る', 'violence'],
    ['子どもを殺してしまいそう', 'child'],
    ['赤ちゃんを投げそうになる', 'child'],
    ['もう生きてる意味ない', 'life'],
    ['この子といっしょにいなくなりたい', 'life'],
    ['死んだほうがまし', 'life'],
    ['生きていたくないです', 'life'],
  ])('%s', (text, kind) => {
    for (const openPrompt of ['menu', 'name', 'day', 'review', null] as const) {
      expect(meaning(text, openPrompt)?.event).toEqual({ type: 'crisis.told', kind });
    }
  });

  test.each([
    '12月1日の10時',
    '佐藤 花子',
    'DVD編集の仕事',
    'キャンセルしたい',
    '電話したい',
    '子どもが叩いて起こす',
    '無理です',
    'むり',
    '今日の10時むりです',
    '子どもが無理です',
    '怖い夫',
    '必死のうちに終わりました',
    '子どもが首をけがして病院なので来週がいい',
    '子どもがおもちゃを投げつけてきて',
    '職場のモラハラで退職しました',
    '職場の暴力で辞めました',
    '虐待防止の仕事をしたい',
    '母が怖い病気で入院しています',
    '母が取り上げたニュース',
    '死にたくない',
    '一緒に死ぬほど笑った',
    '夫は怖くないです',
    '旦那がこわくなければいいけど',
    '首になりました',
    '首都高の渋滞で遅れます',
    '父がたたき上げの職人です',
    '母が投げやりです',
    '予約が消えた',
    '画面が消えたので',
    '夫がお金の話をしたいそうです',
    '暴力団対策の仕事をしていました',
    '助けてもらって申し込みました',
  ])('%s is none', (text) => {
    expect(meaning(text, 'name')?.event.type).not.toBe('crisis.told');
  });

  test('gets numbers that answer, and nobody pushes a booking', () => {
    expect(answerTo('violence')).toContain('#8008');
    expect(answerTo('violence')).toContain('0120-279-889');
    expect(answerTo('life')).toContain('0570-064-556');
    expect(answerTo('child')).toContain(' 189');
    for (const kind of ['violence', 'child', 'life'] as const) {
      expect(answerTo(kind)).toContain('110');
      expect(answerTo(kind)).toContain(office.phone);
      expect(answerTo(kind)).not.toMatch(/申し込/);
    }
  });

  test('whose office names nobody for children gets those who help against violence', () => {
    const { child: _, ...helplines } = office.helplines;
    const without = { ...office, helplines };
    const context = { facts: { kind: 'child' }, openPrompt: null, misses: 0 } as const;
    expect(shownText(ja.remarks.crisis(context, without))).toContain('#8008');
  });

  test('who only says 「もう無理」 hears no alarm, and finds the phone and a way on', () => {
    const weary = (openPrompt: 'name' | null) =>
      shownText(ja.remarks.crisis({ facts: { kind: 'weary' }, openPrompt, misses: 0 }, office));
    for (const openPrompt of ['name', null] as const) {
      expect(weary(openPrompt)).toContain(office.phone);
      expect(weary(openPrompt)).not.toMatch(/110|申し込/);
    }
    expect(weary(null)).toContain('[メニュー]');
    expect(weary('name')).toContain('[続ける]');
  });
});
