// What is said in between. The open question is asked again right after it, so none of these asks one.

import type { RemarkPlace, Remarks } from '../facts.ts';
import type { Button, Message } from '../message.ts';
import { applyButton, menuButton, questionsButton, showBookingButton } from './buttons.ts';
import { callButton, hoursText, phoneLine } from './contact.ts';
import { crisis } from './crisis.ts';
import { dayText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { guidanceFor } from './missing-condition.ts';
import { preparationList } from './preparations.ts';
import { fullTermsButton } from './prompts-terms.ts';
import { answerTo, questionList } from './questions.ts';
import { jobNumberRefused, nameRefused, phoneRefused } from './refused-details.ts';
import { slotRefused } from './refused-slot.ts';
import { oldStaffButton, staffRemarks } from './remarks-staff.ts';
import { whyText } from './why.ts';

const say = (text: string, ...choices: Button[]): Message[] => [
  { kind: 'text', text, ...(choices.length > 0 && { choices }) },
];

/** Where no question follows, the way on is offered here. */
const wayOn = ({ openPrompt }: RemarkPlace): Button[] => (openPrompt === null ? [menuButton] : []);

/** The counter rests after an answer: its menu does not come again by itself. */
const backToMenu = (context: RemarkPlace): Button[] =>
  context.openPrompt === 'menu' ? [menuButton] : wayOn(context);

const notUnderstood = (context: RemarkPlace): Message[] =>
  say(
    context.misses === 0 ? 'すみません、うまく読み取れませんでした。' : 'すみません、もう一度お願いします。',
    ...wayOn(context),
  );

const unreadable: Readonly<Record<string, string>> = {
  longText:
    'くわしく書いてくださり、ありがとうございます。\n長い文章は、こちらでは読み取れません。\n短く分けて、送ってください。',
  sticker: 'スタンプをありがとうございます。\nお返事は、ボタンか文字でお願いします。',
  audio: '音声は、こちらでは聞けません。\nボタンか文字でお願いします。',
  image: '写真は、こちらでは見られません。\nボタンか文字でお願いします。',
  video: '動画は、こちらでは見られません。\nボタンか文字でお願いします。',
};

/** What was taken down, where it is not just an answer. */
const keptAlone: Readonly<Record<string, string>> = {
  phone: '電話番号',
  jobNumber: '求職番号',
  slot: '日時',
  day: '希望日',
};

/** The number counts; that it is her husband's is told to nobody. */
const whosePhone =
  '電話番号を受け取りました。\nどなたの番号かは、職員に伝わりません。\n相談の日に、ご本人が出られる番号をお願いします。';

const thanks: Readonly<Record<string, string>> = {
  thanks: 'こちらこそ、ありがとうございます。',
  regards: 'こちらこそ、よろしくお願いします。',
  sorry: 'どうぞ、お気になさらないでください。',
};

export const remarks: Remarks = {
  ...staffRemarks,

  greeting: ({ facts }, { name, consultation }) =>
    say(`${facts.again === true ? 'おかえりなさい。' : 'はじめまして。'}
${name}の予約窓口です。
オンライン職業相談(Zoom・${consultation.minutes}分・無料)を申し込めます。`),

  unreadable: (context, office) => {
    if (context.facts.kind === 'unsent')
      return say('送信を取り消されたメッセージは、読んでいません。', ...wayOn(context));
    return say(
      `${lookUp(unreadable, context.facts.kind) ?? 'お送りいただいたものは、こちらでは見られません。\nボタンか文字でお願いします。'}
お急ぎのときは、お電話ください。
${phoneLine(office)}`,
      ...wayOn(context),
    );
  },

  notUnderstood,

  alreadyApplying: () => say(`いまは入力の途中です。\n終えるときは「${labels.quit}」を押してください。`),

  slotNoted: ({ facts: { day, time } }) =>
    say(`${dayText(day)}${timeText(time)}のご希望ですね。\n日時をうかがうときに、空きを確かめます。`),

  withoutConsent: (_, office) =>
    say(`お申し込みには、利用規約への同意が必要です。
くわしいことは、お電話でおたずねください。
${phoneLine(office)}`),

  missingCondition: ({ facts }, office) => guidanceFor(facts.condition, office),
  nameRefused: ({ facts }, office) => say(nameRefused(facts.reason, office)),
  jobNumberRefused: ({ facts }) => say(jobNumberRefused(facts.reason)),
  phoneRefused: ({ facts }, office) => say(phoneRefused(facts.reason, office)),
  slotRefused: ({ facts }, office) => slotRefused(facts, office),
  // A day and time have been read: はい is all that is asked for.
  wishUnclear: (context, office) =>
    context.openPrompt === 'wish' && context.facts.reason === 'notUnderstood'
      ? notUnderstood(context)
      : slotRefused(context.facts, office),
  // 「いません。あと担当者の希望です」: what counts is told from what nobody has taken down.
  restNotKept: ({ facts }, office) =>
    facts.kept === 'whosePhone'
      ? say(whosePhone)
      : say(`${lookUp(keptAlone, facts.kept) ?? 'お返事'}のほかに書かれたことは、受け取っていません。
${facts.later === true ? 'ほかのことは、このあと確認します。' : `ご希望などは、お電話でお知らせください。\n${phoneLine(office)}`}`),

  // Her request stands where she only moves it.
  notSentYet: ({ facts }) =>
    say(
      facts.moving === true
        ? `まだ変わっていません。\n「${labels.submit}」を押すと、職員に届きます。`
        : `まだ申し込んでいません。\n「${labels.submit}」を押すと、申し込めます。`,
    ),
  requestRefused: ({ facts }, office) => slotRefused(facts, office),

  again: (context) =>
    context.openPrompt === null
      ? say('いま、お答えいただく質問はありません。', menuButton)
      : say('もう一度うかがいます。'),

  noBackFromHere: () =>
    say(`これより前の質問には戻れません。\n終えるときは「${labels.quit}」を押してください。`),

  quit: () =>
    say('入力をやめました。\n途中の内容は消しました。\n受付ずみの申し込みがあれば、そのまま残ります。'),

  // They ask for nothing: the ways on are at hand, and no question follows.
  thanks: ({ facts }, office) =>
    say(
      lookUp(thanks, facts.how) ?? 'お返事ありがとうございます。',
      showBookingButton,
      callButton(office),
      menuButton,
    ),

  draftExpired: () =>
    say(
      'おかえりなさい。\n時間がたったので、入力した内容は安全のため消しました。\nお手数ですが、もう一度お願いします。',
    ),

  takenUp: () => say('前に入力した内容が残っています。\n続きからうかがいます。'),

  oldButton: ({ facts, openPrompt }, office) => {
    if (openPrompt !== null) return say('前の質問のボタンは、もう使えません。\nいまの質問にお答えください。');
    if (facts.staff === true) return oldStaffButton();
    return [
      {
        kind: 'card',
        alt: 'ご用件を選んでください',
        text: '前のボタンは、もう使えません。\n下から、選び直してください。',
        buttons: [applyButton, showBookingButton, questionsButton, callButton(office)],
      },
    ];
  },

  bookingGone: () => say('前のボタンでは、もう変えられません。\nいまの状態をお知らせします。'),
  notWithdrawn: () => say('取り下げていません。\n申し込みは、そのままです。'),
  questions: (context, office) => questionList(office, backToMenu(context)),
  answer: (context, office) => answerTo(context.facts.topic, office, backToMenu(context)),

  crisis,

  phone: (_, office) => [
    {
      kind: 'card',
      alt: 'お電話のご案内',
      title: office.phone,
      text: `お申し込みも、ご質問も承ります。\n受付は ${hoursText(office)} です。\n祝日と年末年始はお休みです。`,
      buttons: [callButton(office)],
    },
  ],

  preparation: (context, office) => preparationList(office, backToMenu(context)),

  why: (context, office) =>
    context.openPrompt === null ? questionList(office, wayOn(context)) : say(whyText[context.openPrompt]),

  terms: (context, office) => [
    {
      kind: 'card',
      alt: '利用規約',
      title: '利用規約',
      text: `${office.name}の利用規約です。\nわからないことは、お電話でおたずねください。\n${phoneLine(office)}`,
      buttons: [fullTermsButton(office), callButton(office)],
      choices: wayOn(context),
    },
  ],
};
