// Why a name, a jobseeker number or a phone number was not taken: what was seen, then what helps.
// The reasons come from conversation/reading; a test holds that each has its sentence.
import type { Office } from '../../config/office.ts';
import { phoneLine } from './contact.ts';
import { lookUp } from './look-up.ts';

export const nameRefusals = {
  empty: '氏名が読み取れませんでした。',
  tooLong: '少し長いようです。\n氏名だけを送ってください。',
  digitsOnly: '数字だけのようです。\n番号は、このあとうかがいます。',
  link: 'リンクやメールアドレスのようです。\n氏名だけを送ってください。',
  notAName: '氏名が読み取れませんでした。\n文字で送ってください。',
  moreThanAName:
    '氏名のほかにも書かれているようです。\n番号などは、このあとうかがいます。\nいまは、氏名だけを送ってください。',
  oddSigns: '氏名には使えない記号があるようです。\n記号をのぞいて、もう一度送ってください。',
  mistyped: 'かなに変わっていない文字があるようです。\n氏名を、もう一度送ってください。',
  digitsInside: '数字が入っているようです。\nもう一度、ご確認ください。',
  courtesy: 'お待ちしています。\n氏名は、ハローワークに登録した書き方でお願いします。',
  later: 'お時間のあるときで、大丈夫です。\nこのトークに氏名を送ると、続きから申し込めます。',
  unwilling:
    '氏名は、相談の予約とご連絡に使います。\n氏名なしでは、LINEで申し込めません。\nお電話でもご相談いただけます。',
  whose: 'ご相談になる、ご本人の氏名が必要です。\nご本人の氏名だけを送ってください。',
  sentence: '文章のようです。\n氏名だけを送ってください。',
  foreignSentence: '文章のようです。\n氏名だけを送ってください。\nPlease send only your name.',
};

export const jobNumberRefusals = {
  looksLikePhone: '電話番号のようです。\n電話番号は、このあとうかがいます。',
  otherNumber: '別の番号のようです。\n求職番号は、「-」の前が5けた、後ろは8けたまでです。',
  myNumber: 'マイナンバーは、必要ありません。\n番号は、受け取っていません。\n求職番号を、お願いします。',
  perhapsMyNumber:
    'マイナンバーかもしれないので、受け取っていません。\nマイナンバーは、必要ありません。\n求職番号でしたら、左から5けたのあとに「-」を入れて、もう一度お願いします。',
  tooShort: 'けた数が足りないようです。\n求職番号は、「-」の前が5けた、後ろは8けたまでです。',
  tooLong: 'けた数が多いようです。\n求職番号は、「-」の前が5けた、後ろは8けたまでです。',
  severalNumbers: '番号がいくつかあるようです。\n求職番号だけを送ってください。',
  ruledOut: 'ちがう番号のようです。\n正しい求職番号を送ってください。\nわからなくても申し込めます。',
  notAtHand:
    '番号がわからなくても、申し込めます。\n番号は、あとで職員が確認します。\nカードをなくしたときは、窓口にご相談ください。',
  anothers:
    '求職番号は、ご本人の番号をお願いします。\nわからなくても申し込めます。\n番号は、あとで職員が確認します。',
  notANumber: '番号が読み取れませんでした。\n数字で送ってください。',
};

export const phoneRefusals = {
  areaCodeMissing: '市外局番から送ってください。\n例 053-123-4567',
  tooShort: 'けた数が足りないようです。\n携帯電話は11けた、固定電話は10けたです。',
  tooLong: 'けた数が多いようです。\n携帯電話は11けた、固定電話は10けたです。',
  notReachable: '職員からかけられない番号のようです。\n携帯電話か固定電話の番号を送ってください。',
  foreign: '海外の番号のようです。\n日本の電話番号を送ってください。',
  severalNumbers: '番号がいくつかあるようです。\nひとつだけ送ってください。',
  noSuchNumber: '使われていない番号のようです。\n番号をお確かめください。',
  ruledOut: 'その番号のほかに、職員がお電話できる番号を送ってください。',
  noPhone:
    'Zoomがつながらないときに、職員がお電話します。\nご本人が出られる番号が必要です。\n番号がないときは、窓口にご相談ください。',
  whosePhone: '相談の日に、ご本人が出られる番号なら大丈夫です。\nその番号を送ってください。',
  unknown:
    '番号がわかってからで、大丈夫です。\nこのトークに送ると、続きから申し込めます。\nお電話でもご相談いただけます。',
  unwilling:
    '電話番号は、Zoomがつながらないときのご連絡に使います。\n番号なしでは、LINEで申し込めません。\n窓口やお電話でもご相談いただけます。',
  ours: 'こちらの電話番号のようです。\nご自身の番号を送ってください。',
  notANumber: '電話番号が読み取れませんでした。\n数字で送ってください。',
};

/** The way on for whoever cannot answer. */
const saysPhone: ReadonlySet<unknown> = new Set(['unwilling', 'noPhone', 'ruledOut', 'unknown']);

const withPhone = (said: string, reason: unknown, office: Office): string =>
  saysPhone.has(reason) ? `${said}\n${phoneLine(office)}` : said;

export const nameRefused = (reason: unknown, office: Office): string =>
  withPhone(lookUp<string>(nameRefusals, reason) ?? nameRefusals.notAName, reason, office);

export const jobNumberRefused = (reason: unknown): string =>
  lookUp<string>(jobNumberRefusals, reason) ?? jobNumberRefusals.notANumber;

export const phoneRefused = (reason: unknown, office: Office): string =>
  withPhone(lookUp<string>(phoneRefusals, reason) ?? phoneRefusals.notANumber, reason, office);
