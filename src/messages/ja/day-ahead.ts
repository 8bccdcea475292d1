// What is said in the form about the day of a consultation that is not hers yet. The open question follows.
import type { BookingIntent } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Message } from '../message.ts';
import { phoneLine } from './contact.ts';
import { labels } from './labels.ts';

/** 第7条: what happens without a word of hers. */
const withoutWord = '連絡がないまま開始から10分たつと、キャンセルとみなします。';
const byPhone = `相談の日にZoomがつながらないときは、お電話での相談になります。
職員が、申し込みの電話番号にお電話します。`;

const sentences: Readonly<Partial<Record<BookingIntent, string>>> = {
  absence: `相談の日にご都合が悪くなったときは、お電話ください。\n${withoutWord}`,
  illness: 'どうぞ、お大事になさってください。\n相談の日にご都合が悪くなったときは、お電話ください。',
  late: `相談の日に遅れそうなときは、お電話ください。\n${withoutWord}`,
  entry: byPhone,
  inside: byPhone,
  call: 'お電話がつながらず、申し訳ありません。\n少し時間をおいて、おかけ直しください。',
  noCalls: `職員がお電話するのは、Zoomがつながらないときなどです。
相談の時間に出られる番号なら、大丈夫です。
ご心配なときは、お電話でご相談ください。`,
  noPhone: `申し込む前なので、まだ職員に届いていません。
お電話をひかえてほしいときは、申し込みのあとに、もう一度このトークに書いてください。
職員に伝えます。`,
  later: `お時間のあるときで、大丈夫です。
このトークでお答えになると、続きから申し込めます。
お電話でもご相談いただけます。`,
};

const inGeneral = 'くわしいことは、お電話でおたずねください。';

export const dayAhead = (intent: BookingIntent, office: Office): Message[] => [
  {
    kind: 'text',
    text:
      intent === 'otherAbsent'
        ? `同席する方がいないときは「${labels.alone}」を選んでください。`
        : `${sentences[intent] ?? inGeneral}\n${phoneLine(office)}`,
  },
];
