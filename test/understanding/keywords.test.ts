// Whole sentences, as people write them.
import { describe, expect, test } from 'vitest';
import type { PromptKey } from '../../flows/vocabulary.ts';
import { meaning } from '../../src/understanding/words.ts';

const topic = (name: string) => ({ type: 'question.picked', topic: name });
const booking = { type: 'booking.asked' };
const apply = { type: 'apply.asked' };
const intent = (name: string) => ({ type: 'intent.written', intent: name });

describe('a sentence', () => {
  test.each([
    ['録音していいですか?聞き返したくて', topic('recording')],
    ['個人情報はどうなりますか', topic('privacy')],
    ['この番号は何に使うんですか', topic('privacy')],
    ['プライバシーが心配', topic('privacy')],
    ['お金かかりますか', topic('cost')],
    ['スタバのWi-Fiでもいい?', topic('place')],
    ['スタバのＷｉ－Ｆｉでもいい？', topic('place')],
    ['子どもが隣にいても大丈夫ですか', topic('children')],
    ['zoomじゃなくてLINE電話は?', topic('zoom')],
    ['求職番号ってどこに書いてありますか', topic('jobNumber')],
    ['求職登録ってなんですか?まだしてないかもです', topic('eligibility')],
    ['男ですが使えますか', topic('eligibility')],
    ['夫の代わりに申し込めますか', topic('eligibility')],
    ['夫の代わりに', topic('eligibility')],
    ['LINE電話じゃだめ？', topic('zoom')],
    ['途中で切れたら', topic('zoom')],
    ['スマホだけで', topic('zoom')],
    ['カメラオフ', topic('zoom')],
    ['Zoomってお金かかる?', topic('cost')],
    ['予約を変更したいんですけど', topic('cancel')],
    ['取り消して', topic('cancel')],
    ['日にち変えたい', topic('cancel')],
    ['日にちを変えたいです', topic('cancel')],
    ['時間をずらしてほしい', topic('cancel')],
    ['返事まだ？', booking],
    ['求職番号って何', topic('jobNumber')],
    ['お返事いつごろですか', booking],
    ['予約って見せてもらえますか', booking],
    ['相談をしたいのですが', apply],
    ['予約がいつだったか確認したい', booking],
    ['電話でもいいですか', { type: 'phone.asked' }],
    ['つながらないんですけど', intent('entry')],
    ['子どもが熱を出してしまって', intent('illness')],
    ['すみません😭子どもが40度で今日の10時むりです電話つながりません', intent('illness')],
    ['今日の10時、行けなくなりました', intent('absence')],
  ])('「%s」 is about something', (text, event) => {
    expect(meaning(text)).toEqual({ event, exact: false });
  });

  test.each([
    '夫は仕事です',
    'こんにちは',
    '明日の10時っていけます?',
    '12月2日の',
    '2時で',
    '来週火よう10じでおねがいしまs',
  ])('「%s」 is left to the open question', (text) => {
    expect(meaning(text)).toBeUndefined();
  });

  test('with a date in it is an answer in the form, and a wish to apply at the counter', () => {
    const text = '来週の火曜10時に予約したいです';
    expect(meaning(text, 'menu')?.event).toEqual(apply);
    expect(meaning(text, 'day')).toBeUndefined();
    expect(meaning(text)).toBeUndefined();
    expect(meaning('子どもがいるので12月1日の10時', 'day')).toBeUndefined();
    expect(meaning('明日は無理なので明後日', 'time')).toBeUndefined();
  });

  test.each<[PromptKey, string]>([
    ['name', '多田 料子'],
    ['name', '金子 供子'],
    ['name', 'ズーム 太郎'],
    ['jobNumber', '求職番号は 12345-1234567 です'],
    ['phone', '自宅の電話です 053-123-4567'],
    ['phone', '子どもの携帯 090-1234-5678'],
  ])('at %s, 「%s」 is the answer itself', (openPrompt, text) => {
    expect(meaning(text, openPrompt)).toBeUndefined();
  });

  test.each([
    '予約取りたいんだけど来週の火曜の午後',
    '明日の10時空いてますか',
    'ﾖﾔｸｼﾀｲ',
    'そうだんしたいだに',
    '予約お願いします',
    '予約できる？',
  ])('「%s」 is a wish to apply, at the counter', (text) => {
    expect(meaning(text, null)?.event).toEqual(apply);
    expect(meaning(text, 'menu')?.event).toEqual(apply);
  });

  test.each(['失業保険の相談できますか', '何時までやってますか', '認定日の予約をしたい'])(
    '「%s」 is for the phone, at the counter',
    (text) => {
      expect(meaning(text, null)?.event).toEqual({ type: 'phone.asked' });
    },
  );

  test.each(['電話番号間違えました', '名前を間違えて送りました', '求職番号が違っていました'])(
    '「%s」 is about her request, at the counter',
    (text) => {
      expect(meaning(text, null)?.event).toEqual(booking);
      expect(meaning(text, 'menu')?.event).toEqual(booking);
    },
  );

  test.each([
    ['電話番号変えたい', { type: 'field.picked', field: 'phone' }],
    ['名前間違えた', { type: 'field.picked', field: 'name' }],
    ['求職番号が違っています', { type: 'field.picked', field: 'jobNumber' }],
    ['時間を変更したい', { type: 'field.picked', field: 'date' }],
    ['やっぱり明日', { type: 'wish.typed', text: 'やっぱり明日' }],
    ['10時じゃなくて11時', { type: 'wish.typed', text: '10時じゃなくて11時' }],
  ])('「%s」 at the last look changes that one thing', (text, event) => {
    for (const openPrompt of ['review', 'whichField'] as const)
      expect(meaning(text, openPrompt)).toEqual({ event, exact: false });
  });

  test.each<[PromptKey, string, object]>([
    ['knownDetails', '電話番号を変えました', { type: 'details.retyped' }],
    ['knownDetails', '名前が違います', { type: 'details.retyped' }],
    ['wish', '日にち変えたい', { type: 'days.more' }],
    ['wish', '時間変えたい', { type: 'times.more' }],
    ['time', '日にちを変えたいです', { type: 'days.more' }],
  ])('at %s, 「%s」 asks for the other button', (openPrompt, text, event) => {
    expect(meaning(text, openPrompt)?.event).toEqual(event);
  });

  test('that asks what is free is a wish where the day is asked for', () => {
    for (const text of ['空いてる日ありますか', '空いてますか', '一番早く空いてるのいつですか'])
      expect(meaning(text, 'day')).toBeUndefined();
  });

  test('that asks about a day at the last look changes nothing', () => {
    expect(meaning('明日でも大丈夫ですか', 'review')).toBeUndefined();
  });

  test('キャンセル where a request is about to be taken back is what is being asked', () => {
    for (const text of ['キャンセルしたいんです', '取り消して'])
      expect(meaning(text, 'withdraw')?.event).toEqual({ type: 'repeat.asked' });
  });

  test('that asks something is heard at the name too', () => {
    expect(meaning('無料ですか？', 'name')?.event).toEqual(topic('cost'));
    expect(meaning('求職番号って何', 'jobNumber')?.event).toEqual(topic('jobNumber'));
  });
});

describe('a word that stands for something else', () => {
  const phone = { type: 'phone.asked' };
  test.each([
    ['場所どこですか？', phone],
    ['駐車場はありますか', phone],
    ['どこに行けばいいですか', phone],
    ['キャンセル待ちできますか？', phone],
    ['空きが出たら教えてほしい', phone],
    ['この前の予約、なんでキャンセルになったの', phone],
    ['独身で子どもいない', topic('eligibility')],
    ['子どもがいなくても使えますか', topic('eligibility')],
    ['場所はカフェでもいいですか', topic('place')],
    ['キャンセルできますか', topic('cancel')],
  ])('「%s」', (text, event) => {
    expect(meaning(text, 'menu')?.event).toEqual(event);
  });

  test.each([
    '子どもいるから静かな場所無理かも',
    'カメラ映すのは無理です',
    'パソコンは無理なんですけど',
    'ひとりになるのは無理かも',
  ])('「%s」 is no absence', (text) => {
    for (const openPrompt of ['menu', 'terms', 'eligibility'] as const)
      expect(meaning(text, openPrompt)?.event.type).not.toBe('intent.written');
  });

  test.each(['今日カメラも無理なので参加できません', 'やっぱり無理です', '子どもがぐずって今日は無理'])(
    '「%s」 is one',
    (text) => {
      expect(meaning(text, 'menu')?.event).toEqual(intent('absence'));
    },
  );

  test('「子供の名前じゃなくて私の？」 at the name is about the name', () => {
    expect(meaning('子供の名前じゃなくて私の？', 'name')).toBeUndefined();
  });
});
