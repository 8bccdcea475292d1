// What is said, around the time of a consultation, of a later day: no trouble and no wish for a call of now. A plain date may be
// today's, which nothing here knows: it counts beside a call only, of which staff hear all the same.
import { compatible } from '../core/compatible.ts';

const later =
  '次回|つぎ(?:の(?:回|予約|相談|面談)|は|も)|次の(?:回|予約|相談|面談|とき|時|日)|(?:今度|こんど)の(?:予約|相談|面談)|前日|再?来週|来月|明日|あした|明後日|あさって';
const date = '\\d{1,2}月\\d{1,2}日|\\d{1,2}\\/\\d{1,2}|(?<!\\d)\\d{1,2}日(?!前|間)|[月火水木金土日]曜';
const call = '(?:電話|でんわ|折り?返|(?<![a-z])tel)';

const namesLater = new RegExp(later);
const now = /今日|きょう|本日|(?:今|いま)(?!度|週|月|年|回|後)/;
const namedBeside = new RegExp(
  `(?:${later}|${date})[^。\\n]{0,10}?${call}|${call}[^。\\n]{0,8}?(?:${later}|${date})`,
  'i',
);

/** 「来週もZoomに入れなかったら」 */
export function saysLater(text: string): boolean {
  const typed = compatible(text);
  return namesLater.test(typed) && !now.test(typed);
}

/** 「次回の前日に電話ください」, 「電話は12/8にお願いします」 */
export function callsLater(text: string): boolean {
  const typed = compatible(text);
  return namedBeside.test(typed) && !now.test(typed);
}

const herself = new RegExp(`${call}を?(?:いた|致)?(?:し|かけ)ます(?!か)`, 'i');
/** 「明日こちらから電話します」 */
export const willCall = (text: string): boolean => herself.test(compatible(text));
