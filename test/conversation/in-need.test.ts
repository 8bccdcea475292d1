// Words of danger (D13): she reads who helps, staff hear that it is so, and nobody hears the words.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { putBooking, stepsOf } from './bookings-of.ts';
import { fillIn } from './counter.ts';
import { counter, hanako, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

const words = '夫に殴られています';
const later = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));

describe.each([
  ['a request', 3 * 24 * 60, 'requested'],
  ['a booking days ahead', 3 * 24 * 60, 'confirmed'],
  ['a consultation that has begun', -3, 'confirmed'],
] as const)('with %s', (_, minutes, state) => {
  test('staff get a card without the words, and she reads what they hear', async () => {
    const { id } = await putBooking(counter, hanako, minutes, { state });
    const hers = await hanako.says(words);
    expect(hers).toContain('110か119');
    expect(hers).toContain('つらい状況だということだけ、職員に伝わります');
    const staff = await staffHear();
    expect(staff).toMatch(/^つらい状況を書いた方がいます/);
    expect(staff).toContain('[連絡先を見る]');
    expect(staff).not.toMatch(/夫|殴|お電話ください|お電話をお願い/);
    expect(await stepsOf(counter, id)).toEqual(['inNeed']);
  });

  test('who goes on writing is told of once, and again an hour later', async () => {
    await putBooking(counter, hanako, minutes, { state });
    await hanako.says(words);
    await staffHear();
    const more = await hanako.says('夫に首をしめられました');
    expect(more).toContain('110か119');
    expect(more).not.toContain('職員に伝わります');
    expect(await staffHear()).not.toContain('つらい状況');
  });
});

test('An hour later the same is news again', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  await hanako.says(words);
  await staffHear();
  await later(61);
  await hanako.says(words);
  expect(await staffHear()).toContain('つらい状況を書いた方がいます');
});

test('「もう無理」 alone is answered gently, and told to nobody', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  expect(await hanako.says('もう無理')).not.toContain('職員に伝わります');
  expect(await staffHear()).toBe('');
});

describe('with nothing ahead', () => {
  test.each([
    ['whose consultation was last week', -7 * 24 * 60, 'done', '相談の時間は、もう終わっています'],
    ['who cancelled', 3 * 24 * 60, 'cancelled', '「キャンセル」の記録のあとに'],
  ] as const)('staff hear of somebody %s, with the way to that person', async (_, minutes, state, line) => {
    await putBooking(counter, hanako, minutes, { state });
    const hers = await hanako.says('夫に殴られています。電話はしないで');
    for (const part of ['職員に伝わります', 'お電話をひかえてほしいことを、職員に伝えました'])
      expect(hers).toContain(part);
    expect(hers).not.toContain('そのままです');
    const staff = await staffHear();
    expect(staff).toMatch(/^つらい状況を書いた方がいます/);
    for (const part of [line, '[連絡先を見る]', 'かけないでください']) expect(staff).toContain(part);
    expect(staff).not.toMatch(/\[対応します\]|\[やはり来室\]/);
  });

  test('nothing is told once the way to that person is closed', async () => {
    await putBooking(counter, hanako, -200 * 24 * 60, { state: 'done' });
    expect(await hanako.says(words)).not.toContain('職員に伝わります');
    expect(await staffHear()).toBe('');
  });
});

test('Of somebody who never asked for anything nothing is told: nobody could reach that person', async () => {
  expect(await hanako.says(words)).not.toContain('職員に伝わります');
  await fillIn(hanako, 'name');
  expect(await hanako.says(words)).toContain('110か119');
  expect(await staffHear()).toBe('');
});

test('A ban on calls in the same words is told too', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  expect(await hanako.says('夫に殴られています。電話はしないでください')).toContain(
    'お電話をひかえてほしいことを、職員に伝えました',
  );
  const staff = await staffHear();
  expect(staff).toContain('つらい状況を書いた方がいます');
  expect(staff).toContain('登録の番号には、かけないでください');
});

test('With no chat of staff she is told of the helplines alone', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60);
  await counter.prisma.adminChat.updateMany({ data: { leftAt: counter.clock.now() } });
  const hers = await hanako.says(words);
  await counter.prisma.adminChat.updateMany({ data: { leftAt: null } });
  expect(hers).toContain('110か119');
  expect(hers).not.toContain('職員に伝わります');
});

test('Where nobody is alerted, a ban on calls is kept, and she is not asked to call', async () => {
  for (const minutes of [3 * 24 * 60, -3]) {
    await putBooking(counter, hanako, minutes);
    await counter.prisma.adminChat.updateMany({ data: { pushes: false } });
    const hers = await hanako.says('電話しないでください');
    await counter.prisma.adminChat.updateMany({ data: { pushes: true } });
    expect(hers).toContain('お電話をひかえてほしいことを、記録しました');
    expect(hers).toContain('職員が次に見るときに、わかります');
    expect(hers).not.toMatch(/お手数ですが、お電話ください|連絡がとれません/);
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
  }
});

describe('what else the message says', () => {
  test.each([
    ['入れません、夫に殴られて電話できません', 'Zoomに入れないそうです', 'Zoomに入れないこと', true],
    ['夫が怖くてzoomに入れない', 'Zoomに入れないそうです', 'Zoomに入れないこと', false],
    ['旦那に叩かれました。待機室で待ってます', 'Zoomで待っているそうです', 'お待ちになっていること', false],
    ['夫に殴られています。別の日時にしたい', '行けないようだとも', 'ご連絡があったこと', false],
    ['夫に殴られました。10分遅れます', '遅れて入室するそうです', '遅れることを、職員に伝えました', false],
    ['夫に殴られています。電話ください', 'お電話をご希望です', 'お電話のご希望を', false],
  ])('「%s」 goes to staff on one card, and is answered', async (text, staffRead, sheReads, isBan) => {
    const { id } = await putBooking(counter, hanako, -10);
    const before = (await counter.sentTo('C1')).length;
    const hers = await hanako.says(text);
    const sent = await counter.sentTo('C1', before);
    expect(sent).toHaveLength(1);
    const staff = await staffHear();
    expect(staff).toMatch(/^つらい状況を書いた方がいます/);
    expect(staff).toContain(staffRead);
    expect(staff).not.toMatch(/夫|殴|旦那|お電話ください/);
    expect(hers).toContain('110か119');
    expect(hers).toContain(sheReads);
    expect(hers).toContain('つらい状況だということだけ');
    expect(hers).not.toContain('準備ができたら');
    expect(staff.includes('かけないでください')).toBe(isBan);
    expect(await stepsOf(counter, id)).toContain('inNeed');
  });

  test.each([
    ['別の日時にしたいです', '[別の日時にしたい]'],
    ['行けません', '[行けないことを伝える]'],
    ['遅れそうです', 'からです。\n遅れそうなときは、その日に'],
  ])('days ahead 「%s」 beside it leads on, too', async (also, button) => {
    await putBooking(counter, hanako, 3 * 24 * 60);
    const hers = await hanako.says(`夫に殴られています。${also}`);
    for (const part of ['110か119', button, 'つらい状況だということだけ']) expect(hers).toContain(part);
  });

  test('words of danger alone say nothing of the meeting', async () => {
    const { id } = await putBooking(counter, hanako, -10);
    await hanako.says('消えたい');
    expect(await stepsOf(counter, id)).toEqual(['inNeed']);
  });
});

describe('a ban on calls beside it', () => {
  test.each([3 * 24 * 60, -5])(
    'is one card, which says nothing of how to call (%i minutes)',
    async (minutes) => {
      await putBooking(counter, hanako, minutes);
      const before = (await counter.sentTo('C1')).length;
      await hanako.says('父に殴られます。電話しないで');
      expect(await counter.sentTo('C1', before)).toHaveLength(1);
      const staff = await staffHear();
      expect(staff).toContain('登録の番号には、かけないでください');
      expect(staff).not.toContain('お電話では、まわりに');
    },
  );

  test('that stands already leaves that line away too', async () => {
    await putBooking(counter, hanako, 3 * 24 * 60);
    await hanako.says('電話しないでください');
    await staffHear();
    await hanako.says(words);
    const staff = await staffHear();
    expect(staff).toContain('お電話は、しないでください');
    expect(staff).not.toContain('お電話では、まわりに');
  });

  test('none: whoever calls asks first', async () => {
    await putBooking(counter, hanako, 3 * 24 * 60);
    await hanako.says(words);
    expect(await staffHear()).toContain('お電話では、まわりに人がいないか');
  });
});
