// 「登録を消したい」: staff get a card, once a day, and she hears what is true (D6).
import { addHours } from 'date-fns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { meaning } from '../../src/understanding/words.ts';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';
import { nextWord, openLine, timeSince, waitingCard, waitingLine } from './next-word.ts';

let counter: Counter;
let staff: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  staff = counter.visitor('C1', 'group', 'U-clerk');
});
afterAll(() => counter.close());

const enrol = () =>
  counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
/** What staff read with their next word; before it nothing was pushed. */
const read = async () => {
  expect(await staff.news()).toEqual([]);
  const answer = await nextWord(counter);
  await staff.news();
  return answer;
};
const title = '登録を消すご希望がありました';
const howTo = `登録を消すご希望は、予約がすべて終わってからです。
ご本人だとわかったら、技術担当の方に消去を頼んでください。
npm run forget -- 受付番号`;

test('while no admin chat is enrolled she is told to call, and nothing is promised', async () => {
  const hanako = counter.visitor('Uearly');
  await hanako.follows();
  const answer = await hanako.says('登録を消したい');
  expect(answer).toContain('お電話で承ります');
  expect(answer).not.toContain('伝えます');
  await enrol();
});

test('with a finished booking staff see whose it is and how it is done, once a day however often she asks', async () => {
  const hanako = counter.visitor('Uhanako');
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  const booking = await counter.prisma.booking.findFirstOrThrow();
  const line = (at: Date) => waitingLine(counter, booking, { title, name: '申込 花子', at });
  await staff.news();
  expect(await hanako.says('登録を消したい')).toContain('残っているあいだは、消せません');
  expect(await read()).toBe(waitingCard(howTo, line(counter.clock.now())));
  await counter.prisma.person.updateMany({ data: { deletionAskedAt: null } });
  await hanako.presses('申し込みを取り下げる');
  await hanako.presses('取り下げる');
  await nextWord(counter);
  await staff.news();

  const answer = await hanako.says('個人情報を削除してほしいです');
  expect(answer).toContain('職員に伝えます');
  expect(answer).toContain('053-454-1910');
  expect(await read()).toBe(waitingCard(howTo, line(counter.clock.now())));
  const card = await openLine(counter, title);
  expect(card).toMatch(new RegExp(`^取り下げ\\n氏名 申込 花子\\n[^]*受付番号 ${receiptOf(booking)}\\n`));
  expect(card).toContain('\n[連絡先を見る]');
  await staff.news();

  for (let time = 0; time < 20; time += 1)
    expect(await hanako.says('退会したい')).toContain('もううかがっています');
  expect(await read()).toBe('');
  await counter.clock.moveTo(addHours(counter.clock.now(), 25));
  expect(await hanako.says('退会したい')).toContain('職員に伝えます');
  expect(await read()).toBe(waitingCard(howTo, line(counter.clock.now())));
});

test('in the middle of the form nothing typed is lost, and the question stands again', async () => {
  const momoko = counter.visitor('Umomoko');
  await fillIn(momoko, 'name');
  const answer = await momoko.says('やっぱりデータ消してほしい');
  expect(answer).toContain('申し込みの記録は、ありません');
  expect(answer).toContain('求職番号');
  const at = timeSince(counter, counter.clock.now());
  // There is nothing to be asked for: what was typed goes by itself.
  expect(await read()).toBe(waitingCard(`・${title}(${at})`, howTo));
  expect(await momoko.says('22020-1234567')).toContain('電話番号');
});

describe('what people write for it', () => {
  test.each(
    aFew([
      '登録を消したい',
      '登録消してください',
      'データ消して',
      'ﾃﾞｰﾀを消して下さい',
      '個人情報を削除してほしい',
      '退会したいです',
      '登録解除',
      '登録解除お願いします🙏',
      'アカウント削除したい',
      '私の情報をぜんぶ消してもらえますか',
      '名前とか消してほしいんですけど',
      '履歴を消去してください',
      'もう使わないので\n登録を取り消してください',
    ]),
  )('%s', (words) => {
    for (const openPrompt of ['menu', null, 'day', 'name'] as const)
      expect(meaning(words, openPrompt)?.event, `${openPrompt}`).toEqual({ type: 'deletion.asked' });
  });

  test.each(
    aFew([
      '予約を取り消したい',
      'キャンセルしたい',
      '情報は消さないでください',
      'データはいつ削除されますか',
      '求職登録を取り消したい',
      '履歴書を消してしまいました',
      '登録してる名前を変えたい',
      '登録したい',
      '記録は残りますか',
      '登録を消したくない',
      '情報を消してほしくない',
      '登録は消したくありません',
      '個人情報を消すのはいつ',
      'データを削除するのは何日後ですか',
      '登録は消さなくていいです',
      'Zoomのアカウント削除したい',
      'LINEの履歴を消してしまった',
      '予約を消して',
    ]),
  )('but not: %s', (words) => {
    expect(meaning(words, 'menu')?.event.type).not.toBe('deletion.asked');
  });
});

test.each(aFew(['全部消して', 'ぜんぶ削除してください', '全部消したいです']))(
  '「%s」 asks for it where no form stands',
  (words) => {
    expect(meaning(words, 'menu')?.event).toEqual({ type: 'deletion.asked' });
    expect(meaning(words, 'phone')?.event.type).not.toBe('deletion.asked');
  },
);

test.each(aFew(['予約を消して', '予約を消したい', '申し込みを削除してください']))(
  '「%s」 is about the booking',
  (words) => {
    expect(meaning(words, 'menu')?.event).toMatchObject({ type: 'question.picked', topic: 'cancel' });
  },
);
