// What people ask most, and how they ask it. Facts from the office's leaflet and terms, in our own words.
import { type Topic, topics } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Button, Message } from '../message.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';
import { privacyDetails } from './privacy.ts';

/** All there is to a question: its place in the list of buttons is that in `topics`. */
type Question = {
  /** A button's label. */
  title: string;
  /** What people type instead of pressing it, parted by spaces; its title is understood in any case. */
  phrases?: string;
  /** What a sentence that is about it has in it. */
  about: RegExp;
  answer: (office: Office) => string;
};

/** In this order sentences are looked at: the first that fits answers. */
export const questions: Readonly<Record<Topic, Question>> = {
  privacy: {
    title: labels.privacy,
    phrases: `個人情報 個人情報の取扱い 個人情報の取り扱い 利用目的 プライバシーポリシー ${labels.privacyDetails}`,
    about:
      /個人情報|利用目的|プライバシー|(?:情報|データ|番号|名前)(?:は|が|って)?(?:漏|もれ|流出|何に使|なにに使|どう使|どこに(?:残|保存)|いつ[^。\n]{0,8}(?:消|削除)|[^。\n]{0,8}(?:消え|残り|残る|削除され))/,
    answer: privacyDetails,
  },
  recording: {
    title: '録音・録画',
    phrases: '録音 録画',
    about: /録音|録画|スクリーンショット|スクショ/,
    answer: () => `録音と録画は、どんな方法でも禁止です。
利用者の方の秘密を守るためです。`,
  },
  cost: {
    title: '料金',
    phrases: '費用',
    about: /料金|お金|無料|有料|費用|通信料|いくらですか|いくらかか/,
    answer: () => `相談は無料です。
Zoomアプリも、無料で使えます。
機器や通信の費用は、ご自身の負担です。
ビデオ通話なので、通信量にご注意ください。`,
  },
  place: {
    title: '場所とWi-Fi',
    phrases: '場所 Wi-Fi',
    about: /wi-?fi|ワイファイ|カフェ|個室|場所/i,
    answer: () => `ご自宅などの個室か、周りに人がいない場所でお願いします。
お店などの、安全かどうかわからない無料Wi-Fiは使わないでください。
ご自宅のWi-Fiか、携帯電話の回線が安心です。`,
  },
  children: {
    title: 'お子さまがいるとき',
    phrases: '子ども 子供 こども',
    about: /子ども|子供|こども|赤ちゃん|赤ん坊|娘|息子|抱っこ|授乳/,
    answer: (office) => `お子さまを連れて来所しにくいときも、ご自宅から相談できます。
相談中は、周りに人がいない場所をお願いしています。
お子さまがそばにいるときは、前もってお電話でご相談ください。
${phoneLine(office)}`,
  },
  jobNumber: {
    title: '求職番号について',
    about: /求職番号|ハローワークカード/,
    answer: () => `求職登録をした方の番号です。
例 12345-1234567
ハローワークカードなどに書かれています。
求人番号や、雇用保険の番号とは別のものです。
申し込みのとき、手元になければ「${labels.jobNumberUnknown}」を選んでください。`,
  },
  zoom: {
    title: 'Zoomの準備',
    phrases: 'Zoom ズーム',
    about:
      /zoom|ズーム|アプリ|パスコード|ミーティングid|(?:line|ライン)(?:電話|通話|ビデオ)|ビデオ通話|カメラ|顔出し|スマホ|スマートフォン|パソコン|タブレット|途中で(?:切|落)/i,
    answer: () => `相談は、Zoomのビデオ通話で行います。
カメラつきのスマートフォンだけでも参加できます。
前の日までに、Zoomアプリを入れてください。
Zoomのアカウントは、なくても参加できます。
予約が確定すると、ミーティングIDとパスコードをこのトークに送ります。
時間になったら、その2つを入れて入室してください。
つながらないときは、お電話での相談になります。`,
  },
  cancel: {
    title: 'キャンセル・変更',
    // What is cancelled differs from place to place: it is explained, never carried out.
    phrases:
      'キャンセル キャンセルしたい キャンセルする キャンセルします 取り消し 取り消す 取消 変更 変更したい',
    /** 「日にち変えたい」 */
    about: /変更|(?:日|時間|時刻|日程|曜日|予約)(?:に?ち)?[をのは]?(?:変え|かえ|替え|ずら)/,
    answer: (office) => `確定した予約のキャンセルは、お電話で承ります。
${phoneLine(office)}
LINEだけではキャンセルになりません。
日時を変えたいときは、開始の15分前までに「${labels.showBooking}」の「${labels.moveWish}」を押してください。
確定前の申し込みは「${labels.showBooking}」から変えられます。
入力を途中で終えるときは「${labels.quit}」と送ってください。`,
  },
  eligibility: {
    title: '利用できる方',
    about: /条件|対象|求職登録|マイページ|(?:使え|利用でき)ま(?:す|せん)/,
    answer: ({ name }) => `次のすべてに当てはまる方です。
・ハローワークに求職登録している
・${name}の担当者による、継続的な個別支援を希望している
・求職者マイページを開設している
・カメラつきのスマートフォンやパソコンで、Zoomを使える
求職登録がまだの方は、窓口かインターネットで登録できます。
お申し込みは、ご本人にお願いしています。`,
  },
};

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
  const { title, answer } = questions[topic];
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
