// The terms and who may use the service. The summary is our own; the terms themselves stand behind the link.
import type { Condition } from '../../../flows/vocabulary.ts';
import { type Office, versionsShown } from '../../config/office.ts';
import type { Prompts } from '../facts.ts';
import type { Button } from '../message.ts';
import { askOnCard, orWrite, pressAButton } from './asking.ts';
import { backOrQuit, quitButton } from './buttons.ts';
import { callButton } from './contact.ts';
import { labels, missingConditions } from './labels.ts';
import { privacyNotice } from './privacy.ts';

export const fullTermsButton = ({ terms }: Office): Button => ({ label: labels.fullTerms, link: terms.url });

/** 第3条–第7条, 第12条: what she has to know before she agrees. */
export const termsSummary = ({ consultation }: Office): string =>
  `申し込む前に、お読みください。

【相談】
・Zoomで、1回${consultation.minutes}分です。
・利用料は無料です。
・機器や通信の費用は、ご自身の負担です。

【場所と機器】
・ご自宅など、周りに人がいない静かな場所で受けてください。
・録音と録画は、どんな方法でも禁止です。
・安全かどうかわからない無料Wi-Fiは、使わないでください。
・スマートフォンやパソコン、アプリは、最新の状態にしてください。
・ウイルス対策ソフト(有償版相当)も必要です。

【キャンセル】
・必ず、お電話でお願いします。
・連絡がないまま開始から10分たつと、キャンセルとみなします。
・連絡がなかったときは、次のご利用をお断りすることがあります。

【当日つながらないとき】
・お電話での相談になります。

【同意と記録】
・申し込むと、利用規約に同意したものとみなします。
・Zoomの利用規約にも、同意が必要です。
・同意した日時を記録に残します。
・ハローワークが、利用した時間帯や端末の情報を記録することがあります。

ほかの決まりは「${labels.fullTerms}」でご覧ください。`;

const eligibleButton: Button = { label: labels.eligible, tap: { event: 'eligible' }, tone: 'primary' };

const conditionButtons: readonly Button[] = (
  ['registration', 'support', 'myPage', 'device'] as const satisfies readonly Condition[]
).map((condition) => ({
  label: missingConditions[condition],
  tap: { event: 'condition.picked', condition },
}));

/** 第2条(1)–(4), R-42, R-43. */
export const conditionsText = ({ name }: Office): string =>
  `1. ハローワークに求職登録している
2. ${name}の担当者による、継続的な個別支援を希望している
3. 求職者マイページを開設している
4. カメラつきのスマートフォンやパソコンで、Zoomを使える

オンライン登録だけの方は、相談を利用すると「ハローワーク利用登録者」に変わります。`;

export const termsPrompts = {
  // The notice once, above the card; asked again, the card alone.
  terms: (_, office, misses) => [
    ...(misses === 0 ? privacyNotice(office) : []),
    askOnCard(
      {
        kind: 'card',
        alt: '利用規約のご確認',
        title: '利用規約に同意しますか？',
        buttons: [
          {
            label: labels.agree,
            tap: { event: 'terms.agreed', terms: versionsShown(office) },
            tone: 'primary',
          },
          { label: labels.disagree, tap: { event: 'terms.refused' } },
          fullTermsButton(office),
        ],
        choices: [quitButton],
      },
      { full: termsSummary(office), short: pressAButton, example: orWrite(labels.agree) },
      misses,
      office,
    ),
  ],

  eligibility: (_, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '利用条件のご確認',
        title: 'すべて当てはまりますか？',
        buttons: [eligibleButton, { label: labels.ineligible, tap: { event: 'ineligible' } }],
        choices: [quitButton],
      },
      { full: conditionsText(office), short: pressAButton, example: orWrite(labels.eligible) },
      misses,
      office,
    ),
  ],

  missingCondition: (_, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '利用条件のご確認',
        title: '当てはまらないものは？',
        buttons: [...conditionButtons, eligibleButton, callButton(office)],
        choices: backOrQuit,
      },
      {
        full: '手続きや準備をご案内します。',
        short: pressAButton,
        example: orWrite(missingConditions.device),
      },
      misses,
      office,
    ),
  ],
} satisfies Pick<Prompts, 'terms' | 'eligibility' | 'missingCondition'>;
