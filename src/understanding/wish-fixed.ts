// What stands at an hour already: 「10時に美容院」, 「15時に子どもが帰ってくる」. Nobody can list all of it; but who wishes
// for that hour goes on in one of few ways: 「10時から」, 「10時にお願いします」. In the spelling of wish-spelling.ts.
import { clock, day } from './wish-mention.ts';

const atAnHour = new RegExp(
  `(?:${day} ?(?:は|も|の|なら)?[、 ]?)?${clock}(?:ごろ|頃)?(?:から|に)は? ?(?<goesOn>[^、。,.!！?？\\n\\d曜]{2,24})`,
  'gu',
);
/** What follows a reason is another thing: 「15時に帰ってくるので14時がいい」. */
const reason = /(?:ので|から|けど|けれど|ため|だし|のに).*$/su;

const asWish = new RegExp(
  [
    '^(?:で|の|が|と|も|は|か|ね|よ|ま|します|する|して|しよう|しと|ごろ|頃|くらい|ぐらい|終わ|おわ)',
    '相談|面談|ずーむ|zoom|願い|おねが|希望|予約|申し?込|変更|変え|かえ|ずら|たい|ください|下さい|ほし|欲し',
    '行[きけくっこ]|い[けき]|来れ|来られ|伺|うかが|参[りる加]|でき|出来|大丈夫|だいじょうぶ|いい|良|よい|よろし|可|ok|空[いき]|あ[いき]',
    '平気|助か|都合|時間|取[りれっ]|とれ|入れ|始|はじ|すたーと|なら|だと|でも|頼|たの|休み|暇|ひま|ふりー|つな|繋|着|受け|話|合わせ',
    'まで|迄|間|ます?か$|です?か$|でしょうか$|明日|今日|午前|午後',
  ].join('|'),
  'u',
);

/** Blanked out, so that its day and hour are not taken for the wish. */
export const withoutFixed = (spelled: string): string =>
  spelled.replaceAll(atAnHour, (whole, ...parts) => {
    const { goesOn } = parts.at(-1) as { goesOn: string };
    const doing = goesOn.replace(reason, '');
    return doing.length < 2 || asWish.test(doing) ? whole : '、'.padEnd(whole.length, ' ');
  });
