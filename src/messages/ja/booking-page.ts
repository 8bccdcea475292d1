// The words of the page on which staff enter a booking for somebody on the telephone.

import type { BookingPageWords, EntryField, EntryProblem, Match } from '../words-booking-page.ts';
import { choiceWords } from './choices.ts';
import { dayText, slotLines, slotText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { lookUp } from './look-up.ts';
import { numbersByNames, overrideReasonNames } from './phone-labels.ts';
import { privacyNotice } from './privacy.ts';
import { conditionsText, termsSummary } from './prompts-terms.ts';
import { called } from './staff-called.ts';

const labels: Readonly<Record<EntryField | 'jobNumberUnknown', string>> = {
  name: fieldNames.name,
  phone: fieldNames.phone,
  jobNumber: fieldNames.jobNumber,
  jobNumberUnknown: '求職番号がわからない',
  terms: '規約と個人情報の扱いを説明した',
  conditions: '利用条件を確認した',
  numbersBy: '番号のお伝え方',
  reason: '締め切りのあとに受ける理由',
  who: '同じ番号の方',
};

const missing: Readonly<Record<EntryField, string>> = {
  name: '氏名を入れてください。',
  phone: '電話番号を入れてください。',
  jobNumber: '求職番号を入れるか、下の「わからない」に印をつけてください。',
  terms: '説明してから、印をつけてください。',
  conditions: '確認してから、印をつけてください。',
  numbersBy: 'どれかを選んでください。',
  reason: 'どれかを選んでください。',
  who: '同じ方か、別の方かを選んでください。',
};

const because: Readonly<Record<string, string>> = {
  areaCodeMissing: '市外局番から入れてください。',
  tooShort: 'けた数が足りません。',
  tooLong: '長すぎます。',
  notReachable: 'かけられない番号です。携帯電話か固定電話の番号を入れてください。',
  foreign: '日本の電話番号を入れてください。',
  severalNumbers: '番号をひとつだけ入れてください。',
  noSuchNumber: '使われていない番号です。',
  ours: '当所の電話番号です。ご本人の番号を入れてください。',
  looksLikePhone: '電話番号のようです。',
  myNumber: 'マイナンバーは、入れないでください。',
  perhapsMyNumber: 'マイナンバーかもしれません。求職番号を入れてください。',
  otherNumber: '別の番号のようです。',
  openBooking: 'この方には、別の予約があります。先にその予約を終えてから、お取りください。',
};

const unreadable: Readonly<Partial<Record<string, string>>> = {
  name: '氏名として読み取れません。氏名だけを入れてください。',
  phone: '電話番号として読み取れません。',
  jobNumber: '求職番号として読み取れません。「-」の前が5けた、後ろは8けたまでです。',
};

function problemText({ field, because: why }: EntryProblem): string {
  if (why === 'missing') return lookUp<string>(missing, field) ?? 'どちらかを選んでください。';
  return lookUp(because, why) ?? lookUp<string | undefined>(unreadable, field) ?? '読み取れません。';
}

const matchText = ({ name, hasLine, last, isAhead, isSuspended }: Match): string =>
  [
    name ?? '(氏名なし)',
    hasLine ? 'LINEあり' : 'LINEなし',
    ...(last === null ? [] : [`${isAhead ? '予約' : '前回'} ${dayText(last)}`]),
    ...(isSuspended ? ['利用見合わせ中'] : []),
  ].join('、');

const closedSince = 'この日時は、さきほど休業になりました。';

const textOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

export const bookingPage: BookingPageWords = {
  language: 'ja',
  title: '電話予約',
  button: '入力をはじめる',
  before: [
    '職員のためのページです。',
    '電話でうかがったことを、ここに入れます。',
    'ほかの方に見えない場所でお使いください。',
  ],
  gone: [
    'このページは、もう使えません。',
    '日時をおさえた15分が過ぎました。',
    '職員用のトークで、もう一度「電話予約」から選んでください。',
  ],
  facts: (slot, until) => [
    { label: '日時', value: slotLines(slot) },
    { label: 'おさえている時間', value: `${timeText(until.time)}まで` },
  ],
  labels,
  hints: {
    name: 'ハローワークに登録した書き方で入れます。',
    phone: '例 090-1234-5678',
    jobNumber: '例 22020-1234567',
  },
  choice: (choice) => {
    const [no, yes] = choiceWords[choice].answers;
    return { label: choiceWords[choice].field, no: no.label, yes: yes.label };
  },
  numbersBy: numbersByNames,
  reasons: overrideReasonNames,
  problem: problemText,
  problems: '入力を確かめてください',
  buttons: { check: '同じ番号の方を確認する', save: '登録する' },
  match: (match) => `同じ方の予約にする(${matchText(match)})`,
  somebodyElse: '別の方',
  nobodyElse: ['同じ番号の方は、いません。'],
  isLate: ['受付の締め切りを過ぎた日時です。', '受ける理由を選んでください。'],
  isClosed: [
    closedSince,
    '登録はできますが、休業に当たる予約になります。',
    '別の日時にするときは、トークで取り直してください。',
  ],
  explained: (office) => [
    { heading: '利用条件', lines: textOf(conditionsText(office)) },
    { heading: '規約で説明すること', lines: textOf(termsSummary(office)) },
    {
      heading: '個人情報の扱い',
      lines: privacyNotice(office).flatMap((message) => textOf(message.text ?? '')),
    },
  ],
  saved: (receipt, slot, isClosed) => [
    '登録しました。',
    `受付番号 ${receipt}`,
    slotText(slot),
    ...(isClosed ? [closedSince, '確定する前に、このままでよいかお確かめください。'] : []),
    '職員用のトークで、予約のカードの「確定する」を押してください。',
    '開庁時間のあいだは、すぐにカードが出ます。',
    '出ないときは、受付番号を送ってください。',
  ],
  savedBefore: (receipt, by, at) => [
    '登録ずみです。',
    `受付番号 ${receipt}`,
    ...(at === null
      ? []
      : [`${by === null ? '職員の方' : called(by)}が${timeText(at.time)}に登録しました。`]),
  ],
  over: ['この日時は、もうおさえていません。', '職員用のトークで、もう一度「電話予約」から選んでください。'],
};
