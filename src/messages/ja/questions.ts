// What people ask most. Facts from the office's leaflet and terms, in our own words.
import { type Topic, topics } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Button, Message } from '../message.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';
import { privacyDetails } from './privacy.ts';

type Answer = {
  /** A button's label. */
  title: string;
  answer: (office: Office) => string;
};

export const questions = {
  eligibility: {
    title: '利用できる方',
    answer: ({ name }) => `次のすべてに当てはまる方です。
・ハローワークに求職登録している
・${name}の担当者による、継続的な個別支援を希望している
・求職者マイページを開設している
・カメラつきのスマートフォンやパソコンで、Zoomを使える
求職登録がまだの方は、窓口かインターネットで登録できます。
お申し込みは、ご本人にお願いしています。`,
  },
  jobNumber: {
    title: '求職番号について',
    answer: () => `求職登録をした方の番号です。
例 12345-1234567
ハローワークカードなどに書かれています。
求人番号や、雇用保険の番号とは別のものです。
申し込みのとき、手元になければ「${labels.jobNumberUnknown}」を選んでください。`,
  },
  zoom: {
    title: 'Zoomの準備',
    answer: () => `相談は、Zoomのビデオ通話で行います。
カメラつきのスマートフォンだけでも参加できます。
前の日までに、Zoomアプリを入れてください。
Zoomのアカウントは、なくても参加できます。
予約が確定すると、ミーティングIDとパスコードをこのトークに送ります。
時間になったら、その2つを入れて入室してください。
つながらないときは、お電話での相談になります。`,
  },
  place: {
    title: '場所とWi-Fi',
    answer: () => `ご自宅などの個室か、周りに人がいない場所でお願いします。
お店などの、安全かどうかわからない無料Wi-Fiは使わないでください。
ご自宅のWi-Fiか、携帯電話の回線が安心です。`,
  },
  recording: {
    title: '録音・録画',
    answer: () => `録音と録画は、どんな方法でも禁止です。
利用者の方の秘密を守るためです。`,
  },
  cost: {
    title: '料金',
    answer: () => `相談は無料です。
Zoomアプリも、無料で使えます。
機器や通信の費用は、ご自身の負担です。
ビデオ通話なので、通信量にご注意ください。`,
  },
  cancel: {
    title: 'キャンセル・変更',
    answer: (office) => `確定した予約のキャンセルや変更は、お電話で承ります。
${phoneLine(office)}
LINEだけではキャンセルになりません。
確定前の申し込みは「${labels.showBooking}」から変えられます。
入力を途中で終えるときは「${labels.quit}」と送ってください。`,
  },
  children: {
    title: 'お子さまがいるとき',
    answer: (office) => `お子さまを連れて来所しにくいときも、ご自宅から相談できます。
相談中は、周りに人がいない場所をお願いしています。
お子さまがそばにいるときは、前もってお電話でご相談ください。
${phoneLine(office)}`,
  },
  privacy: { title: labels.privacy, answer: privacyDetails },
} as const satisfies Record<Topic, Answer>;

/** `wayOn`: more choices, where no question follows. */
export const questionList = (office: Office, wayOn: readonly Button[]): Message[] => [
  {
    kind: 'card',
    alt: labels.questions,
    title: labels.questions,
    buttons: topics.map((topic) => ({
      label: questions[topic].title,
      tap: { event: 'question.picked', topic },
    })),
    choices: [...wayOn, callButton(office)],
  },
];

export function answerTo(topic: Topic, office: Office, wayOn: readonly Button[]): Message[] {
  const { title, answer }: Answer = questions[topic];
  return [
    {
      kind: 'text',
      text: `【${title}】\n${answer(office)}`,
      choices: [
        { label: labels.otherQuestions, tap: { event: 'questions.asked' } },
        callButton(office),
        ...wayOn,
      ],
    },
  ];
}
