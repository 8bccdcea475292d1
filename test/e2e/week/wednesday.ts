// Wednesday: Mao cannot come, Haruko gets LINE, Ran blocks the account, the account is thrown out, and Saki wishes for another time.
import { expect } from 'vitest';
import { detailsOf, rooms } from './cast.ts';
import {
  aMinute,
  asks,
  at,
  card,
  chatter,
  dayOn,
  guests,
  late,
  minutes,
  numbers,
  office,
  pushed,
  short,
  takes,
  taps,
  writes,
} from './desk.ts';
import { books, call, isToBeCalled, pageOf } from './phone.ts';

export async function wednesday(): Promise<void> {
  await maoCannotCome();
  await twoPeopleTelephone();
  await ranBlocksTheAccount();
  await theConsultations();
  await theAccountIsThrownOut();
  await sakiWishesForAnotherTime();
  await at(2, '17:00');
}

async function maoCannotCome(): Promise<void> {
  await at(2, '07:50');
  expect(await guests.mao.says('行けません')).toContain('下のボタンで職員に伝えられます');
  expect(await guests.mao.presses('行けないことを伝える')).toContain('職員に伝えました');
  await at(2, '08:40');
  const morning = await writes('takahashi', 'おはようございます');
  expect(morning).toContain('相談 3件');
  expect(morning).toMatch(/行けない/);
}

async function twoPeopleTelephone(): Promise<void> {
  await at(2, '09:05');
  await books('yamada', 'haruko', `電話予約 ${short(4)} 11:00`, { numbersBy: 'callBack' });
  await taps('yamada', '確定する', card('確定する', numbers.haruko));
  await taps('yamada', rooms.B.name);
  // She has LINE after all: the clerk reads out a code.
  const shown = await taps('yamada', 'LINEとつなぐ');
  const [, code = ''] = /コード (\d{4}-\d{4})/.exec(shown) ?? [];
  guests.haruko = await office.guest(detailsOf('haruko'));
  await chatter(['kato', 'コードは読み上げました']);
  expect(await guests.haruko.says(`つなぐ ${code}`)).toContain('つなぎました');
  await minutes(2);
  await books('mori', 'yoko', `電話予約 ${short(4)} 15:00`, { numbersBy: 'aloud' });
  await taps('mori', '確定する', card('確定する', numbers.yoko));
  await taps('mori', rooms.A.name);
}

async function ranBlocksTheAccount(): Promise<void> {
  await at(2, '09:30');
  await asks('ran', 4, '10:00');
  const request = await pushed('確定する', numbers.ran);
  await guests.ran.person.unfollow();
  await minutes(1);
  await taps('suzuki', '確定する', request);
  expect(await taps('suzuki', rooms.A.name)).toContain('ご本人にLINEは届きません');
  await aMinute();
  await isToBeCalled('ran');
  await call('suzuki', detailsOf('ran').name);
  await taps('suzuki', '電話のページ');
  const page = await pageOf('suzuki', '電話のページをひらく');
  expect(await page()).toContain(rooms.A.id);
  expect(await page({ act: 'told' })).toContain('伝えたことを記録しました');
}

async function theConsultations(): Promise<void> {
  await at(2, '10:02');
  await writes('kato', numbers.rin);
  await taps('kato', '来室');
  await at(2, '10:20');
  // Yoko has found work, and telephones.
  await writes('mori', numbers.yoko);
  expect(await taps('mori', 'キャンセル')).toContain('「ご本人から」のほかは、1分後に「お電話」に出ます');
  await taps('mori', 'ご本人から');
  await aMinute();
  expect(await writes('mori', 'お電話')).not.toContain(detailsOf('yoko').name);
  await at(2, '11:01');
  await writes('takahashi', numbers.yuka);
  await taps('takahashi', '来室');
  await writes('takahashi', numbers.mao);
  const hour = card('欠席(連絡あり)', numbers.mao);
  await taps('takahashi', '欠席(連絡あり)', hour);
  await late('kato', '来室', hour, '「欠席」にしています');
}

/** By mistake, a minute before noon. Emi asks meanwhile. */
async function theAccountIsThrownOut(): Promise<void> {
  const { group, suzuki } = office.staff;
  await at(2, '11:50');
  await group.removesBot();
  const [, code = ''] = await office.server.says(/last admin chat.*\b(\d{4}-\d{4})"/);
  await asks('emi', 4, '14:00');
  // Nothing is promised to her.
  expect(guests.emi.person.lastMessage()?.text).toMatch(
    /受け付けました[\s\S]*LINEから職員に連絡がとれません/,
  );
  await at(2, '13:00');
  await group.invitesBot();
  await group.receives('招待コードを送ってください');
  expect(await suzuki.says(code)).toContain('ここが職員用のトークになりました');
  // What came meanwhile is there at once.
  await group.receives('承認待ち 1件');
  await chatter(['mori', '戻りました！'], ['kato', 'だれですか、外したのは']);
  await taps('mori', `${dayOn(4)} 14:00 ${detailsOf('emi').name}`);
  await taps('mori', '確定する', card('確定する', numbers.emi));
  await taps('mori', rooms.B.name);
  await aMinute();
  await guests.emi.hears('予約が確定しました');
}

async function sakiWishesForAnotherTime(): Promise<void> {
  await at(2, '14:10');
  await guests.saki.presses('別の日時にしたい');
  await guests.saki.presses(dayOn(4));
  await guests.saki.presses('14:00');
  expect(await guests.saki.presses('この内容で申し込む')).toContain('いまの予約はそのままです');
  const wish = await pushed('そのまま', numbers.saki);
  await takes(1, async () => {
    const result = await taps('ito', '変える', wish);
    expect(result).toContain('伊藤さんが日時を変えました');
    expect(result).not.toContain('変更の希望');
  });
  await late('kato', 'そのまま', wish, '日時を変えました');
  await aMinute();
  await guests.saki.hears('予約の日時が変わりました');
}
