// What stands beside an answer: kept is the answer, and of the rest it is said that nobody has it. Plain noise is passed over.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/jst.ts';
import { readDraft } from '../../src/records/draft.ts';
import { aFew, oneOfEach } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const notKept = 'のほかに書かれたことは、受け取っていません。';
const later = 'ほかのことは、このあと確認します。';
const phone = '053-454-1910';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  chats += 1;
  hanako = counter.visitor(`U${chats}`);
});

const draft = () =>
  readDraft({
    tx: counter.prisma,
    sealer: counter.database.sealer,
    chatId: hanako.chatId,
    now: counter.clock.now(),
  });

/** The second open day, as 12/8. */
async function aDay(): Promise<string> {
  await fillIn(hanako, 'phone');
  const days = [...(await hanako.says('もう一度')).matchAll(/\[(\d+)月(\d+)日/g)];
  const [, month, day] = days[1] ?? [];
  return `${month}/${day}`;
}

describe('beside a day and time', () => {
  test.each(
    aFew([
      '10時 夫に内緒でお願いします',
      '10時、カメラオフで参加します',
      '10時。途中で授乳するかもしれません',
      '10時 10分くらい遅れます',
      '10時 名古屋から参加します',
      '10時 犬アレルギーです',
      '顔は出したくないです',
      '10時 早めに終わりたい',
    ]),
  )('「12/8 %s」', async (words) => {
    const answer = await hanako.says(`${await aDay()} ${words}`);
    expect(answer).toContain(`日時${notKept}`);
    expect(answer).toContain(phone);
    expect(answer).toMatch(/10:00～10:45 でよろしいですか|の何時から/);
  });

  test.each(
    aFew([
      '10時でお願いします！',
      'の10時ってあいてますかね',
      '10時がいいんですけど大丈夫ですか',
      '10時 仕事が休みなので',
      'お迎えがあるので10時',
      '10時にしときます',
    ]),
  )('「12/8 %s」 is nothing else', async (words) => {
    expect(await hanako.says(`${await aDay()} ${words}`)).not.toContain(notKept);
  });

  test('of which it was asked which day is meant', async () => {
    const [month, day] = (await aDay()).split('/').map(Number);
    const { context: _, ...before } = (await counter.saved(hanako.chatId)) ?? {};
    expect(before).toMatchObject({ value: { slot: 'day' } });
    const today = dayOf(counter.clock.now());
    // In December it may be one of January.
    const year = Number(today.slice(0, 4)) + ((month ?? 0) < Number(today.slice(5, 7)) ? 1 : 0);
    const letter = '日月火水木金土'[(new Date(Date.UTC(year, (month ?? 0) - 1, day)).getUTCDay() + 1) % 7];
    const answer = await hanako.says(`${month}/${day}(${letter}) 10時 顔出しなしで`);
    expect(answer).toContain(`日時${notKept}`);
    expect(answer).toContain('どちらの日でしょうか。');
  });
});

describe('beside her number', () => {
  test.each(aFew(['22020-7654321 夫の番号です', '主人のですが 22020-7654321', '22020-7654321（娘の）']))(
    '「%s」 is not taken for hers',
    async (text) => {
      await fillIn(hanako, 'name');
      const answer = await hanako.says(text);
      expect(answer).toContain('求職番号は、ご本人の番号をお願いします。');
      expect(answer).toContain('[番号がわからない]');
      expect((await draft())?.jobNumber).toBeUndefined();
    },
  );

  test.each(
    aFew(['22020-7654321かな？', 'たしか22020-7654321だったと思います', '22020-7654321で合ってますか']),
  )('「%s」 is noise', async (text) => {
    await fillIn(hanako, 'name');
    const answer = await hanako.says(text);
    expect(answer).toContain('電話番号を教えてください');
    expect(answer).not.toContain(notKept);
  });

  test.each(aFew(['22020-7654321 電話は090-1234-5678', '22020-7654321です。来週の火曜希望']))(
    '「%s」 is asked for later',
    async (text) => {
      await fillIn(hanako, 'name');
      const answer = await hanako.says(text);
      expect(answer).toContain(`求職番号${notKept}\n${later}`);
      expect(answer).not.toContain('お電話でお知らせください');
    },
  );
});

describe('beside the phone number', () => {
  test.each(aFew(['080-1111-2222 夫の携帯です', '母のスマホ 080-1111-2222', '080-1111-2222（主人のです）']))(
    '「%s」: whose it is, goes no further',
    async (text) => {
      await fillIn(hanako, 'jobNumber');
      const answer = await hanako.says(text);
      expect(answer).toContain('どなたの番号かは、職員に伝わりません。');
      expect(answer).toContain('希望の日を選んでください');
      expect(await draft()).toMatchObject({ phone: '08011112222' });
    },
  );

  test.each(aFew(['080-1111-2222 12月8日の10時がいいです', '080-1111-2222です。来週の水曜でお願いします']))(
    '「%s」: the wish is asked for next',
    async (text) => {
      await fillIn(hanako, 'jobNumber');
      const answer = await hanako.says(text);
      expect(answer).toContain(`電話番号${notKept}\n${later}`);
      expect(answer).not.toContain('お電話でお知らせください');
    },
  );

  test.each(
    aFew(['はい。電話番号は080-1111-2222に変えて', '080-1111-2222だったかな', '私の携帯 080-1111-2222']),
  )('「%s」 is noise', async (text) => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says(text);
    expect(answer).toContain('希望の日を選んでください');
    expect(answer).not.toMatch(/受け取っていません|どなたの番号/);
  });

  test.each([phone, '電話は0534541910です'])('「%s」 is ours, and asked back', async (text) => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says(text);
    expect(answer).toContain('こちらの電話番号のようです。');
    expect(answer).toContain('電話番号を送ってください。');
    expect((await draft())?.phone).toBeUndefined();
  });
});

describe('what she wants to be another, of a request that is with the office', () => {
  test.each(
    oneOfEach(
      [
        ['電話番号変わりました 080-1111-2222', '電話番号'],
        ['080-1111-2222に変えてください', '電話番号'],
        ['名前が変わりました', '氏名'],
        ['名前の漢字間違えました', '氏名'],
        ['求職番号が間違っていました', '求職番号'],
      ],
      ([, field]) => field,
    ),
  )('「%s」 has not changed, and is for the phone', async (text, field) => {
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    const hers = { where: { person: { chatId: hanako.chatId } } };
    for (const state of ['requested', 'confirmed'] as const) {
      await counter.prisma.booking.updateMany({ ...hers, data: { state } });
      const answer = await hanako.says(text);
      expect(answer).toContain(`${field}は、変わっていません。\n受付のあとの変更は、お電話で承ります。`);
      expect(answer).toContain(phone);
      expect(answer).not.toContain(notKept);
    }
    await counter.prisma.booking.updateMany({ ...hers, data: { state: 'withdrawn' } });
    expect(await hanako.says(text)).not.toContain('変わっていません');
  });
});
