// What happens to her personal data: the notice before the first question about it (個人情報保護法第62条), and the details
// of the side question. How long stands in the office's profile, so that neither can contradict it.
import type { Office } from '../../config/office.ts';
import type { Message } from '../message.ts';
import { phoneLine } from './contact.ts';
import { labels } from './labels.ts';

const daysOfYear = 365;

/** 「30日」「1年」 */
export const daysText = (days: number): string =>
  days % daysOfYear === 0 ? `${days / daysOfYear}年` : `${days}日`;

/** Who, what for, how long, whom to ask. Stands above the terms; each version of it is known by its hash. */
export const privacyNotice = (office: Office): Message[] => [
  {
    kind: 'card',
    alt: labels.privacy,
    title: labels.privacy,
    text: `氏名・求職番号・電話番号を、このあとうかがいます。
・受け取るのは、${office.name}です。
・相談の予約と、そのご連絡だけに使います。
・相談の日から${daysText(office.retention.finishedBookingDays)}で消します。
・お問い合わせは、お電話で承ります。
${phoneLine(office)}`,
    buttons: [{ label: labels.privacyDetails, tap: { event: 'question.picked', topic: 'privacy' } }],
  },
];

/** In full: the answer of the side question. */
export const privacyDetails = (office: Office): string => {
  const { retention, name } = office;
  return `【受け取るところ】
${name}が受け取り、管理します。

【使いみち】
・オンライン職業相談の予約の受付
・日時やZoomの番号のお知らせ
・当日つながらないときなどの、お電話でのご連絡
法令で定められた場合のほかは、これだけに使います。

【残る期間】
・入力の途中の内容は、${retention.draftHours}時間
・Zoomの番号は、相談の日${retention.zoomNumbersDays === 0 ? 'まで' : `から${daysText(retention.zoomNumbersDays)}`}
・氏名・求職番号・電話番号は、相談の日から${daysText(retention.finishedBookingDays)}
・申し込みがなければ、最後のやりとりから${daysText(retention.personWithoutBookingDays)}
そのあとは、予約の件数だけが残ります。
控えの記録は、入れ替わるまで暗号のまま残ります。
このトークの内容は、LINEとお手元の端末に残ります。

【消したいとき、確かめたいとき】
「${labels.deleteMine}」と送ると、職員に伝えます。
開示・訂正・利用停止のご相談は、お電話で承ります。
${phoneLine(office)}`;
};
