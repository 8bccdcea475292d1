// ヘルプ: what staff can do in their chat, most of it by pressing a line.
import { addDays, type Day } from '../../core/jst.ts';
import type { Message, Row, Tap } from '../message.ts';
import { labels } from './labels.ts';
import { howToAddRoom, howToRemoveRoom } from './remarks-staff.ts';
import { staffCommandWords } from './staff-commands.ts';

const row = (title: string, text: string, tap: Tap): Row => ({ title, text, says: title, tap });
const day = (title: string, from: Day, until: Day): Row =>
  row(title, '相談の一覧を出します。', { event: 'days.asked', from, until, page: 0 });

/** What one word asks for stands in one table (staff-commands.ts): a new one is on this card by itself. */
const rows = (today: Day): Row[] => [
  day('今日', today, today),
  day('明日', addDays(today, 1), addDays(today, 1)),
  ...Object.entries(staffCommandWords).map(([event, { send, help }]) => row(send, help, { event })),
  row('休業 一覧', 'これからの休業を出します。', { event: 'closures.asked', page: 0 }),
  row('通知 入', '急ぎのお知らせを、このトークに出します。', { event: 'pushes.set', on: 1 }),
  row('通知 切', 'お知らせを、次に書かれたときにまとめて出します。', { event: 'pushes.set', on: 0 }),
];

const typed = `次の言葉は、書いて送ってください。

「12/10」「来週の火曜」
その日の相談の一覧です。

「2611-0004」
その受付番号のカードです。

「番号 2611-0004 …」
その予約の会議の番号です。
「${labels.confirm}」のあとの「${labels.typeNumbers}」でも入力できます。

「休業 12/3」「休業 12/3 午後 研修」
その日や時間を休業にします。
元に戻すときは「休業 解除 12/3」です。

「12/3 1人」
その日の相談員を減らします。

「電話予約」「電話予約 12/10 10:00」
お電話の方の日時をおさえます。

「検索 花子」
その方のカードです。

「台帳 12月」
その月の予約の一覧と集計のページです。

${howToAddRoom}
同じ名前でもう一度送ると、番号が変わります。

${howToRemoveRoom}`;

const cannot = `ここでは、できないこと
・利用者の方へのメッセージ
・利用者の方の登録の消去
・相談員や開庁時間の変更
それ以外の会話には、お返事しません。`;

export const staffHelp = (today: Day): Message[] => [
  {
    kind: 'card',
    alt: 'できることの一覧です',
    title: 'できること',
    text: `申し込みが届くと、ここにカードでお知らせします。\n「${labels.confirm}」か「${labels.decline}」を押してください。\n下の行は、押すと出ます。`,
    rows: rows(today),
  },
  { kind: 'card', alt: '書いて送る言葉です', title: '書いて送る言葉', text: typed, note: cannot },
];
