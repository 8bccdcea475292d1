// What she is told about her personal data, when, and what stays on record of it (D5, R-40, R-41).

import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { hashOfNotice } from '../../src/conversation/effects/details.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const office = structuredClone(readOffice('hamamatsu', 'offices'));
let counter: Counter;
let people = 0;
beforeAll(async () => {
  counter = await openCounter({ office });
});
afterAll(() => counter.close());

async function atTheTerms(): Promise<[Visitor, string]> {
  people += 1;
  const visitor = counter.visitor(`U${people}`);
  await visitor.follows();
  return [visitor, await visitor.presses('相談を申し込む')];
}

const newestConsent = ({ chatId }: Visitor) =>
  counter.prisma.consent.findFirstOrThrow({
    where: { person: { chatId } },
    orderBy: [{ agreedAt: 'desc' }, { id: 'desc' }],
  });

test('who, what for, how long and whom to ask stands there before the first question about her', async () => {
  const [hanako, shown] = await atTheTerms();
  for (const part of ['マザーズハローワーク浜松です', '予約と', '1年で消します', '053-454-1910', '同意する'])
    expect(shown).toContain(part);
  expect(await hanako.presses('個人情報の扱いを読む')).toContain('相談の日から1年');
  expect(await hanako.presses('同意する')).not.toContain('1年で消します');
});

test('how long is what the profile says, in the notice and in its details', async () => {
  const { finishedBookingDays } = office.retention;
  office.retention.finishedBookingDays = 90;
  try {
    const [hanako, shown] = await atTheTerms();
    expect(shown).toContain('90日で消します');
    expect(await hanako.says('個人情報はどうなりますか')).toContain('相談の日から90日');
  } finally {
    office.retention.finishedBookingDays = finishedBookingDays;
  }
});

test('which notice she saw is on record with her consent, by version and hash', async () => {
  const [hanako] = await atTheTerms();
  await hanako.presses('同意する');
  expect(await newestConsent(hanako)).toMatchObject({
    noticeVersion: office.privacyNotice.version,
    noticeSha256: hashOfNotice({ office, words: ja }),
    wording: '同意する',
  });
});

test.each(['同意します。よろしくお願いいたします。'.padEnd(900, 'す'), `同意します${'👩‍👧'.repeat(200)}`])(
  'of many words with which she agrees only the first are kept',
  async (words) => {
    const [hanako] = await atTheTerms();
    await hanako.says(words);
    const agreed = await counter.prisma.consent.count({ where: { person: { chatId: hanako.chatId } } });
    if (agreed === 0) await hanako.taps({ ...(await hanako.tapOf('同意する')) });
    const { wording } = await newestConsent(hanako);
    expect([...wording].length).toBeLessThanOrEqual(40);
    expect(wording.isWellFormed()).toBe(true);
  },
);

test('who agreed before sees a new notice before the next booking, once; an old card takes no agreement', async () => {
  const hanako = counter.visitor('Ureturning');
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  await hanako.presses('申し込みを取り下げる');
  await hanako.presses('取り下げる');
  const old = await hanako.tapOf('同意する');
  const before = office.privacyNotice.version;
  office.privacyNotice.version = 'R9-4-1';
  try {
    expect(await hanako.says('相談を申し込む')).toContain('1年で消します');
    expect(await hanako.taps(old)).toContain('利用規約に同意しますか');
    expect((await newestConsent(hanako)).noticeVersion).toBe(before);
    expect(await hanako.presses('同意する')).toContain('前回の登録を使いますか');
    expect((await newestConsent(hanako)).noticeVersion).toBe('R9-4-1');
    await hanako.says('やめる');
    expect(await hanako.says('相談を申し込む')).toContain('前回の登録を使いますか');
  } finally {
    office.privacyNotice.version = before;
  }
});

test('who agreed when there was no notice yet sees it too', async () => {
  const hanako = counter.visitor('Ubefore');
  await fillIn(hanako, 'eligible');
  await hanako.says('やめる');
  await counter.prisma.consent.updateMany({
    where: { person: { chatId: hanako.chatId } },
    data: { noticeVersion: null, noticeSha256: null },
  });
  expect(await hanako.says('相談を申し込む')).toContain('1年で消します');
});
