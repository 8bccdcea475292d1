// Somebody beside her may hear the telephone, or take the call: whatever else is said of it then, nobody may call. Read so at
// the hour, on the day and before it.
import { describe, expect, test } from 'vitest';
import { forbidsCalls, speaksOfCalls } from '../../src/understanding/hour-about-calls.ts';
import { intentsInContactWindow } from '../../src/understanding/hour-words.ts';
import { readsAs } from './reads-in-contact-window.ts';

/** Who hears it, or takes the call. */
const heard = [
  '電話で話してると夫に聞こえます',
  '電話で話すと夫に聞こえる',
  '電話で話していると子どもが起きます',
  '電話の声が夫に聞こえるので困ります',
  '電話の音で子どもが起きるので困ります',
  '電話は夫が出るかもしれないのでLINEでお願いします',
  '電話に夫が出てしまうので',
  '旦那が家にいるので電話はちょっと',
  '電話だと夫に聞こえます',
  '電話の話し声が義父に聞こえてしまいます',
  '電話すると隣の部屋の母に聞こえます',
  '電話が鳴ると娘が起きちゃう',
  '子どもが起きるので電話じゃないほうがいいです',
  '義母が電話に出ます',
  '電話に姑が出ることがあります',
  '主人がそばにいるので電話では話せません',
  '電話だと家族にばれます',
  '彼が帰ってくるので電話は出られません',
  '家の電話は夫が取ります',
  '夫がいます。電話ください',
  '電話ください、夫がいますが',
  '電話で話すと家族に聞かれる',
  '電話の内容を夫に知られます',
  '電話がくると同居の父が気づきます',
  'お電話だと主人に聞かれてしまうんです',
  '電話だと聞こえてしまいます',
  '電話を夫にとられます',
  '夫が電話をチェックします',
  '通話履歴を夫に見られます',
  '夫に聞かれたくないのでチャットで',
  '夫に知られたくないのでLINEでお願いします',
];

/** That it does not suit. */
const refused = [
  '電話はちょっと無理です',
  '電話は困ります',
  '電話はちょっと…',
  '電話だとちょっと困る',
  '電話は難しいです',
  '電話は今やめたいです',
  '電話での相談は無理です',
  '電話されるとまずいです',
  '電話は嫌です',
  '電話はできないです',
  '今日は電話できません',
  '電話に出られません',
  '電話とれません',
  '電話で話せません',
  '電話はできません。夫がいます',
];

/** Something else instead of it. */
const instead = [
  '電話じゃなくてLINEで',
  '電話ではなくメールでお願いします',
  '電話でなくチャットがいいです',
  '電話よりLINEがいい',
  'LINEでお願いします、電話はなしで',
  '電話はしないでメールにしてください',
];

readsAs('afraid of a call', { noPhone: [...heard, ...refused, ...instead] });

readsAs('who can neither speak nor be overheard', {
  noPhone: [
    '義母が来て話せなくなりました',
    '夫が帰ってきて話せません',
    '姑が来たので声が出せません',
    '隣に旦那がいて話せなくなった',
    '話せません、夫が帰ってきました',
    '声が夫に聞こえます',
    '話すと夫に聞かれます',
  ],
});

describe('on any day', () => {
  test.each([...heard, ...refused, ...instead])('「%s」 forbids calls', (text) => {
    expect(forbidsCalls(text)).toBe(true);
    expect(speaksOfCalls(text)).toBe(true);
  });

  test.each([
    '電話は苦手です',
    '電話に出られないことが多いです',
    '仕事中は電話に出られません',
    '日中は電話に出れないです',
    '電話は無理ですか',
    '電話じゃだめですか',
    'LINE電話じゃだめ？',
    '電話で話せますか',
    '電話で予約できますか',
    '母に電話して聞いてみます',
    '夫が電話番号を変えました',
    '夫はいないので電話ください',
    '電話大丈夫です',
    '子どもが起きたら電話します',
    '家族に聞こえませんか？',
    '声が家族に聞こえない場所にいます',
    '電話代がきついです',
    '前の職場の電話応対は無理でした',
    '電話がつながらなくて困っています',
    '電話がこなくて困っています',
    '電話してもらえないと困ります',
    '電話しないと困りますか',
    '電話したけどだめでした',
    'さっき電話しました。夫も聞いています',
  ])('「%s」 forbids none', (text) => {
    expect(forbidsCalls(text)).toBe(false);
  });
});

/** With nothing denied, feared or limited beside it. */
const wishes = [
  '電話ください',
  '電話で話したいです',
  '電話で相談させてください',
  '電話で話せますか',
  '電話で話しを聞いてもらえますか',
  '電話での相談を希望します',
  '電話で話してもらえませんか',
  '子どもが起きちゃったので電話にしてください',
  '夫が出かけたので電話ください',
  '夫は仕事でいません。電話お願いします',
  'Zoomは無理なので電話でお願いします',
  'カメラが困るので電話がいいです',
  '夫に殴られています。電話ください',
  '主人に叩かれていて怖いです。電話をください',
];
readsAs('plainly wishing for a call', { callMe: wishes });

describe('what is said of a call that is no wish', () => {
  test.each([
    '電話で話してたので気づきませんでした',
    '電話で話した者です',
    'さっき電話で話しました',
    '電話で相談した浜名です',
    '友達と電話で話してました',
  ])('「%s」 asks for none', (text) => {
    expect(intentsInContactWindow(text)).not.toContain('callMe');
    expect(intentsInContactWindow(text)).not.toContain('noPhone');
  });
});
