// What she writes about a confirmed consultation on any other day: short answers, her buttons, the phone.

import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { dayOf, instant } from '../../src/core/jst.ts';
import { aFew, oneOfEach } from '../helpers/runs.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { fillIn } from './counter.ts';
import { counter, hanako, openWithStaff, somebodyNew, staffHear } from './with-staff.ts';

openWithStaff();

const phone = '053-454-1910';
const hours = (count: number) => count * 60;
const days = (count: number) => count * 24 * 60;

describe('somebody who cannot come', () => {
  const care = 'どうぞ、お大事になさってください。';

  test.each(
    aFew([
      ['行けなくなりました', false],
      ['行けんくなった', false],
      ['明日子どもの用事できちゃって', false],
      ['すみません😭子どもが40度で…むりです', true],
      ['子どもが熱を出してしまって', true],
    ]),
  )('「%s」 is answered with the way to tell it and the phone, shortly', async (text, isIll) => {
    for (const minutes of [hours(3), days(2)]) {
      await somebodyNew();
      const { id } = await putBooking(counter, hanako, minutes);
      const answer = await hanako.says(text);
      for (const part of ['[行けないことを伝える]', '[電話する', phone]) expect(answer).toContain(part);
      for (const part of ['hama2026', '812 3456 7890', '当日までの準備', '予約は確定しています', '次の受付'])
        expect(answer).not.toContain(part);
      expect(answer.includes(care)).toBe(isIll);
      expect(await stepsOf(counter, id)).toEqual([]);
      expect(await staffHear()).toBe('');
    }
  });

  test('and presses the button is passed on, and nothing of what she wrote', async () => {
    const { id } = await putBooking(counter, hanako, days(1));
    await hanako.says('すみません😭子どもが40度で…むりです');
    await hanako.presses('行けないことを伝える');
    const told = await staffHear();
    expect(told).toContain('行けないと連絡がありました');
    expect(told).not.toMatch(/40度|子ども|むり/);
    expect(await stepsOf(counter, id)).toEqual(['absence']);
    const again = await hanako.says('熱が下がりません');
    expect(again).toContain('行けないことは、職員に伝えてあります');
    expect(again).not.toContain('[行けないことを伝える]');
  });

  test('at the hour itself is in touch: staff hear so once', async () => {
    const { id } = await putBooking(counter, hanako, 3);
    const answer = await hanako.says('行けなくなりました');
    expect(answer).toContain('[行けないことを伝える]');
    expect(answer).toContain('ご連絡があったことを、職員に伝えました');
    expect(await stepsOf(counter, id)).toEqual(['absenceWritten']);
  });

  test('without a confirmed booking sees how things stand', async () => {
    expect(await hanako.says('行けなくなりました')).toContain('いまは予約がありません');
    await putBooking(counter, hanako, days(3), { state: 'requested', promisedBy: new Date('2099-01-01') });
    expect(await hanako.says('子どもが熱を出してしまって')).toContain('まだ確定していません');
  });
});

describe('somebody who can come after all', () => {
  test.each(aFew(['やっぱ行けます！', '行けるようになりました']))(
    '「%s」 after 行けない is told to staff',
    async (text) => {
      const booking = await putBooking(counter, hanako, days(1));
      await hanako.says('行けなくなりました');
      await hanako.presses('行けないことを伝える');
      await staffHear();
      const answer = await hanako.says(text);
      for (const part of ['職員に伝えました', '予約は、そのままです', phone]) expect(answer).toContain(part);
      const told = await staffHear();
      for (const part of ['やはり行けると連絡がありました', '浜名 花子', '受付番号'])
        expect(told).toContain(part);
      const after = await counter.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } });
      expect(after).toEqual(booking);
      expect(await hanako.says(text)).toContain('予約は、そのままです');
      expect(await staffHear()).toBe('');
      // Of one person's messages two a minute are pushed.
      await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
      expect(await hanako.taps(await hanako.tapOf('行けないことを伝える'))).toContain('職員に伝えました');
      expect(await stepsOf(counter, booking.id)).toEqual(['absence', 'coming', 'absence']);
    },
  );

  test('「行けます」 to a reminder is answered kindly, and staff are left in peace', async () => {
    const { id } = await putBooking(counter, hanako, days(1));
    expect(await hanako.says('行けます！')).toContain('お会いできるのを楽しみにしています');
    expect(await stepsOf(counter, id)).toEqual([]);
  });
});

describe('somebody who looks for her numbers or her time', () => {
  test.each(
    aFew([
      'パス忘れた',
      'IDどこ？',
      'URLください',
      'Zoomのリンク送って',
      'パスコード忘れました',
      'IDまだ来ないんですけど',
    ]),
  )('「%s」 gets the numbers at once', async (text) => {
    for (const minutes of [days(2), hours(2), 5]) {
      await somebodyNew();
      await putBooking(counter, hanako, minutes);
      const answer = await hanako.says(text);
      for (const part of ['812 3456 7890', 'hama2026', '[パスコードをコピー]', '[電話する', phone])
        expect(answer).toContain(part);
      expect(answer).not.toContain('当日までの準備');
    }
  });

  test.each(aFew(['何時からだっけ？', 'いつでしたっけ']))('「%s」 gets her booking', async (text) => {
    await putBooking(counter, hanako, days(2));
    expect(await hanako.says(text)).toContain('予約は確定しています');
  });

  test('before the confirmation reads by when she hears, and without a booking how Zoom works', async () => {
    expect(await hanako.says('URLください')).toContain('【Zoomの準備】');
    await putBooking(counter, hanako, days(3), { state: 'requested', promisedBy: new Date('2099-01-01') });
    expect(await hanako.says('IDまだ来ないんですけど')).toContain('まだ確定していません');
  });
});

test('Whose call is not answered reads when to call again, and may tell it in the chat', async () => {
  await putBooking(counter, hanako, days(2));
  const answer = await hanako.says('電話もつながりません、どうすれば');
  for (const part of ['おかけ直しください', '[行けないことを伝える]', '[電話する', phone])
    expect(answer).toContain(part);
  expect(answer).not.toContain('hama2026');
});

describe('thanks', () => {
  test.each(
    oneOfEach(
      [
        ['ありがとうございます', 'こちらこそ、ありがとうございます。'],
        ['よろしくお願いします🙇', 'こちらこそ、よろしくお願いします。'],
        ['わかりました！', 'お返事ありがとうございます。'],
        ['了解です', 'お返事ありがとうございます。'],
      ],
      ([, part]) => part,
    ),
  )('「%s」 are answered shortly, in any state, and no menu comes by itself', async (text, part) => {
    const thank = async () => {
      const answer = await hanako.says(text);
      expect(answer).toContain(part);
      for (const label of ['[予約を見る]', '[電話する', '[メニュー]']) expect(answer).toContain(label);
      expect(answer).not.toMatch(/読み取れません|何をしますか/);
      expect(await counter.saved(hanako.chatId)).toMatchObject({ misses: 0 });
    };
    await thank();
    const booking = await putBooking(counter, hanako, days(1));
    await thank();
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { state: 'cancelled' } });
    await thank();
  });

  test.each([
    ['done', 'ご相談いただき、ありがとうございました'],
    ['byPhone', 'ご相談いただき、ありがとうございました'],
    ['unrecorded', 'こちらこそ、ありがとうございます。'],
    ['noShow', 'こちらこそ、ありがとうございます。'],
    ['absent', 'こちらこそ、ありがとうございます。'],
  ] as const)('after a consultation that is %s', async (state, part) => {
    await putBooking(counter, hanako, -60, { state });
    expect(await hanako.says('今日はありがとうございました')).toContain(part);
    const shown = await hanako.says('予約を見る');
    expect(shown.includes('相談は終わりました')).toBe(state === 'done' || state === 'byPhone');
  });

  test('in the form answer nothing: the question stands', async () => {
    await fillIn(hanako, 'name');
    const answer = await hanako.says('了解です');
    expect(answer).toContain('求職番号を');
    expect(answer).not.toContain('お返事ありがとうございます');
  });
});

test('予約を見る after a refusal still says why', async () => {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  const clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await clerk.presses('お断りする');
  await clerk.presses('窓口でお受けする');
  const answer = await hanako.says('予約を見る');
  expect(answer).toContain('窓口でのご相談をお願いします');
  expect(answer).not.toContain('ご希望にそえず');
});

test('While the office is closed she reads when the phone is answered again (R-30)', async () => {
  const { clock } = counter;
  await putBooking(counter, hanako, days(2));
  await clock.moveTo(instant(dayOf(clock.now()), '20:30'));
  const answer = await hanako.says('すみません😭子どもが40度で…むりです');
  expect(answer).toMatch(/次の受付は、\d+月\d+日\(.\)9:00からです。/);
  expect(answer).toContain('お大事になさってください');
  await clock.moveTo(addMinutes(clock.now(), 1));
  await hanako.presses('行けないことを伝える');
  expect(await hanako.says('やっぱ行けます！')).toMatch(/職員は、\d+月\d+日\(.\)9:00から確認します。/);
});
