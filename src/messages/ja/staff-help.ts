// ヘルプ: what staff can do in their chat.
import type { Message } from '../message.ts';
import { labels } from './labels.ts';
import { howToAddRoom, howToRemoveRoom } from './remarks-staff.ts';
import { commandLines } from './staff-commands.ts';

const help = `申し込みが届くと、ここにカードでお知らせします。
「${labels.confirm}」か「${labels.decline}」を押してください。

次の言葉も使えます。
「今日」「明日」「今週」「12/10」と送ると、相談の一覧を出します。
「2611-0004」のように受付番号を送ると、その予約のカードを出します。
${commandLines}
「休業 12/3」や「休業 12/3 午後 研修」で、その日や時間を休業にできます。
「休業 解除 12/3」で、元に戻します。
「休業 一覧」で、これからの休業を出します。
「12/3 1人」と送ると、その日の相談員を減らせます。
「電話予約」や「電話予約 12/10 10:00」で、お電話の方の日時をおさえます。
「ヘルプ」と送ると、この説明を出します。

${howToAddRoom}
同じ名前でもう一度送ると、番号が変わります。

${howToRemoveRoom}

会議室を使わないときは、「${labels.confirm}」のあとに「${labels.typeNumbers}」を押してください。

それ以外の会話には、お返事しません。`;

export const staffHelp = (): Message[] => [{ kind: 'text', text: help }];
