// What does not suit her: 「水曜日はむり」, 「木曜は仕事」, 「火曜以外」. It is taken out of the wish before days and
// times are read, or the very day that she cannot come would be offered. In the spelling of wish-spelling.ts.
import type { Day, Weekday } from '../../booking/jst.ts';
import { findDays, weekdaysIn } from './wish-day.ts';

export type Unsuited = {
  /** The text without it. */
  readonly rest: string;
  /** Days that were named by their date, or by a week and a weekday. */
  readonly days: readonly Day[];
  /** 水曜 without a week: every Wednesday. */
  readonly weekdays: readonly Weekday[];
  /** The week that was named with them, such as 来週: the weekday that suits may be of the same one. */
  readonly week: string | undefined;
};

const week = '(?:今週|来週|再来週|\\d週間?後)';
const day = `(?:(?:\\d{4} ?[年/.-] ?)?\\d{1,2} ?(?:月の? ?|/) ?\\d{1,2} ?日?|(?:${week}の? ?|(?:今月|来月|再来月|毎週)の? ?)?(?:[月火水木金土日]曜日?|\\d{1,2}日(?!後))|\\d{1,2}日後|${week}|今日|明日)(?: ?\\([^)]{1,5}\\))?`;
/** 月・水・金, 月水金: several without 曜, where what follows says that they are days. */
const letters =
  '(?<![\\p{sc=Han}\\d])[月火水木金土日](?:[・、,/と]?[月火水木金土日]){1,6}(?:曜日?)?(?=[はがも]|$)';
const time = '(?:午前中?|午後|朝|夕方|夜|\\d{1,2}(?:時半?|:\\d{2}))';
const mention = `(?:${letters}|${day}|${time})`;
/** 月曜と水曜, 12/1・12/2, 来週の火曜の午前. */
const mentions = `${mention}(?:(?: ?(?:の|と|や|か|も|・|、|または) ?| )${mention}){0,6}`;

/** She says it outright. */
const refusing = [
  '無理|むり|だめ|駄目|ng|✕|×|避け|さけ|嫌|困り|困る|厳し|きびし|難し|むずかし',
  '(?:行け|いけ|来れ|来られ|出れ|出られ|でき|出来|取れ|休め|動け|空け|都合つけ)(?:ない|なく|なさ|なか|ま(?:せ|へ)ん|ん|そうにな)',
  '(?:空い|あい)て(?:い)?(?:ない|ま(?:せ|へ)ん)|空[いき](?:て)?なし|都合[がはも]?(?:悪|わる|つか|付か|合わ)|埋まって|うまって|ふさが|塞が|いっぱい',
  'ちょっと(?=$|[ 。、.…~ー]|です|なあ?$|…)',
].join('|');
/** What she does then instead; katakana has become hiragana. */
const occupied =
  '仕事|しごと|勤務|出勤|夜勤|日勤|しふと|ばいと|ぱーと|会議|面接|用事|ようじ|用[がの]あ|予定|先約|約束|通院|病院|歯医者|受診|健診|検診|手術|予防接種|参観|行事|運動会|発表会|遠足|懇談|面談|法事|葬|旅行|出張|お迎え|送り迎え|送迎|当番|授業|講座|講習|訓練|忙し|いそがし|ばたばた';
/** 「無理ですか」 asks for the day, 「無理なら」 names another wish, 「仕事が休み」 is a free day. */
const notSo =
  '(?! ?(?:です|でしょう|じゃない|ます)?か(?:ね|な)?[ 。]*[?？]| ?(?:です|でしょう)か[ 。]*$| ?[?？]| ?(?:なら|だったら|であれば|でしたら|の場合|な場合|な時|なとき|ければ|けれ?ば)| ?(?:じゃ|では)な| ?[がはも]?(?:お?休み|休日|ない|無い|なし|入ってな|終わ|おわ|早く終)| ?の(?:後|あと|前|帰り|合間)| ?(?:帰り|終わり|後|あと|前)(?:に|の|で|なら|だと)|なく|がな)';
/** Between the day and the reason, within one clause: 「は一日」, 「だけはどうしても」. */
const between = `(?:(?!${time}|今日|明日)[^、。,.!！?？\\n\\d曜]){0,12}?`;

/** All of them that stand together, or none: fewer are not tried, for every end would be tried for each. */
const together = `(?=(?<named>${mentions}))\\k<named>`;

const refused = new RegExp(`${together}${between}(?:${refusing})${notSo}`, 'gu');
const busyThen = new RegExp(
  `${together}(?: ?(?:は|も|が|に|だけ|だと|とか)){1,4}${between}(?:${occupied})${notSo}`,
  'gu',
);
/** 「だめな日は水曜と金曜」 */
const namedAfter = new RegExp(
  `(?:無理|むり|だめ|駄目|ng|行けない|いけない|都合の?悪い)(?:な|の)?(?:日|曜日|の)?は ?${together}`,
  'gu',
);

/** 「火曜以外ならいつでも」 */
const exceptFor = new RegExp(`${together}(?:以外|[をは]?(?:除[いき]|のぞ[いき]|抜き|外し|はずし))`, 'gu');

const hasDay = new RegExp(day, 'u');
const hasTime = new RegExp(time, 'u');
const eachMention = new RegExp(mention, 'gu');
const weekOf = new RegExp(week, 'u');
const onlyLetters = /^[月火水木金土日・、,/と]+$/;
const wholeWeekName = new RegExp(`^${week}$`, 'u');
const anyDate = new RegExp(`${week}|\\d`, 'u');

/** Undefined: nothing of the kind is said. */
export function findUnsuited(spelled: string, today: Day): Unsuited | undefined {
  const outright = [exceptFor, namedAfter, refused].reduce(takeOut, { rest: spelled, named: [] });
  const busy = takeOut(outright, busyThen);
  // 「木曜は仕事だから15時以降」: only a time follows, and it is that day's.
  const isOfThatDay = !hasDay.test(busy.rest) && hasTime.test(busy.rest);
  const { rest, named } = isOfThatDay ? outright : busy;
  return named.length === 0 ? undefined : { rest, ...whichDays(named, today) };
}

type Found = { rest: string; named: readonly string[] };

/** Blanked out, so that what stands before and after does not run together. */
function takeOut({ rest, named }: Found, pattern: RegExp): Found {
  const found = new Set(named);
  const left = rest.replaceAll(pattern, (whole, ...parts) => {
    const { named: these } = parts.at(-1) as { named: string };
    for (const one of these.match(eachMention) ?? []) found.add(one);
    return '、'.padEnd(whole.length, ' ');
  });
  return { rest: left, named: [...found] };
}

function whichDays(named: readonly string[], today: Day): Omit<Unsuited, 'rest'> {
  const [byDate, byWeekday] = [false, true].map((alone) =>
    named.filter((one) => isWeekdays(one) === alone).join('、'),
  );
  return {
    days: [...findDays(byDate ?? '', today, today).days, ...named.flatMap((one) => wholeWeek(one, today))],
    weekdays: weekdaysIn(byWeekday?.replaceAll(/来月|今月|再来月/g, '') ?? ''),
    week: weekOf.exec(named.join('、'))?.[0],
  };
}

/** Named by their letters alone: of every week. */
const isWeekdays = (one: string): boolean =>
  onlyLetters.test(one) || (one.includes('曜') && !anyDate.test(one));

const wholeWeek = (name: string, today: Day): readonly Day[] =>
  wholeWeekName.test(name)
    ? findDays([...'月火水木金'].map((letter) => `${name}の${letter}曜`).join('、'), today, today).days
    : [];
