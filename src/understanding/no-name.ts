// What people write where their name was asked and mean no name by: courtesies, 「あとで」, 「言いたくない」.
import { isBuiltLikeASentence } from './name-shape.ts';
import { isMatter, isMatterBehind } from './no-name-matter.ts';
import { toHiragana } from './plain-text.ts';

/** Why it is none; undefined: it may well be a name. `whose`: somebody else's, or only what she is to somebody. */
export type NoName = 'courtesy' | 'later' | 'unwilling' | 'whose' | 'moreThanAName' | 'sentence';

/** These are the whole message. */
const courtesies = new Set(
  `よろしく よろしくお願いします よろしくおねがいします よろしくお願いいたします よろしくお願い致します
  宜しくお願いします 宜しくお願い致します どうぞよろしくお願いします お願いします おねがいします お願いいたします
  お願い致します お願い おねがい 了解 りょうかい 承知 承知しました 承知いたしました 了解しました 了解いたしました
  わかりました 分かりました かしこまりました ありがとう ありがとうございます ありがとうございました どうも
  はい はーい うん うんうん ええ えっ いいえ いえ どうぞ はいどうぞ ok okay おっけー おけ すみません すいません ごめんなさい ごめん
  こんにちは こんばんは おはよう おはようございます はじめまして 初めまして お世話になります お世話になっております
  えっと えと えーと えーっと ええと えー うーん うーんと んー あのー あのう なるほど 大丈夫 だいじょうぶ だいじょぶ`.split(
    /\s+/,
  ),
);

const later =
  /あとで|後で|あとから|あとに[しすさ]|のちほど|後ほど|また(?:今度|連絡|れんらく|送)|(?:今|いま)は?(?:忙し|いそがし|手が離|無理|むり|ちょっと|電車|移動|運転|外出)|^(?:今|いま)(?:ばす|でんしゃ|くるま|車|授乳|買い物|お風呂|ごはん|.{1,8}の中)|^また(?:あした|明日|あと|後で|今度|こんど|のちほど)|^(?:ちょっと|ちょい|少々|少し|すこし|しばらく|一旦|いったん)|お?(?:待|ま)ち(?:ください|下さい|を$)|時間がな/u;
/** 「ちょっとまって」, 「まってね」. */
const waitForMe =
  /(?:待|ま)って(?:て|ね|よ|くれ|もら|ください|下さい|くださ|ほし|欲し|いただ|頂)?(?:い|え|ます|ません|る)?か?[ねよなー~!。…]*$/u;

const unwilling =
  /(?:言|い|教え|おしえ|書|か|答え|こたえ|出|だ|名乗|なの)[いきしり]?たく(?:な|あり)|(?:言|教え|答え|名乗)(?:え|れ|られ)(?:ない|ません)|(?:言わ|いわ|教え|おしえ|出さ|ださ|呼ば|よば|書か|聞か)ないで|匿名|内緒|ないしょ|秘密|ひみつ/u;

const relative =
  '(?:妻|夫|母|父|娘|息子|姉|妹|兄|弟|嫁|主人|旦那|だんな|家内|祖母|祖父|家族|友達|友人|知人|子ども|子供|代理|本人)';
/** 「母」, 「山田太郎の妻」, 「夫 佐藤太郎」, 「妻の佐藤花子の分」. */
const ofSomebody = new RegExp(
  `^(?:.{1,20}の)?${relative}(?:親|さん|様|の者)?$|^${relative}(?:さん)?(?:[のがは][ 、]?|[ 、,:：・]+)\\S|の(?:分|ぶん|代わり|かわり|代理|件)$|(?<![菜野美])(?<=\\p{sc=Han}{2})の(?=\\p{sc=Han})`,
  'u',
);

/** A sentence's end that no name has. */
const sentenceEnd = new RegExp(
  [
    '(?:です|ます|でしょう)か$',
    '(?:ません|ました|ませんか|ましょう|ください|下さい|けど|けれど|ないの|だけど)$',
    // 「佐藤ます」 is a name, 「あとでやります」 is none.
    '(?:やり|送り|おくり|書き|かき|入れ|いれ|言い|いい|待ち|まち|思い|おもい|して|てい|でき|あり|なり|困り|願い|がい|ばり|れ|け|め|せ|べ)ます$',
    // 「電話ない」 and 「知らない」; a kana name may well end in ない: かない, やない.
    '(?:し|取り|入れ|行き|聞き|知り|会い|話し|申し込み|り|め|ね|け|れ|\\p{sc=Han}え|\\p{sc=Han}べ)たい$',
    '(?:\\p{sc=Han}|\\p{sc=Han}[かさたなまらわ]|が|は|も|から|して|てい|たく)ない$',
    '(?:ら|き|て|え|め|せ|れ|し|まだ|かん|いけ|かけ|と(?:く)?に)ない$',
    // 「疲れた」, 「登録した」; 「やました」 is a name.
    '\\p{sc=Han}(?:[ぁ-ん]{0,4}(?:った|れた|えた|けた|んだ)|\\p{sc=Han}した)$',
    '^\\p{sc=Han}し?い$',
    '[られけえきさせ]へん$|やろ$',
    '(?:[けしせべめれねげっ]て|って(?:い?る|い?ます|た)|ないで|なくて?も?(?:いい|大丈夫)(?:です)?|(?:この|その)まま(?:で.{0,4})?|^\\p{sc=Han}く|(?:知|し|分か|わか|い)らん)(?:ください|よ|ね)?$',
  ].join('|'),
  'u',
);

/** Words that no name has: what is said with them is about a name, a registration, the day, a child. */
const aboutSomething =
  /^旧姓|旧姓[でのはをもがに]|\p{sc=Han}{2}県|株式会社|有限会社|どういう|どうしよ|^なに[これをがかも]|登録|結婚|離婚|再婚|名字|苗字|名前|氏名|漢字|ひらがな|平仮名|カタカナ|片仮名|ローマ字|フルネーム|偽名|仮名|ニックネーム|あだ名|予約|相談|申し込|番号|電話|携帯|ハローワーク|ハロワ|子ども|子供|赤ちゃん|保育園|仕事|電車|運転|入力|変更|間違|質問|教えて|(?:わか|分か)ら(?:ない|ん)|どうすれ|どうした|どちらの|どっち|どうして|どうやって|なんで|^しめい(?=[ はっをがな])|なまえ|みょうじ|ふりがな|誰|でいい|でもいい|(?:じゃ|では)だめ/u;

/** 「してるかも」, 「なんだけど」, 「だっけ」: how people go on talking. */
const spokenEnd =
  /^やっぱ(?!.{0,2}$)|(?:とこう|ておこう|しよう|やめよう)かな?$|(?:る|い|た|だ|ん|せん)かも(?:しれ(?:ない|ません|ん))?(?:です|ね|な)?$|(?:だ|でし)(?:た)?っけ$|(?:なので|だから|ですが|んですが|のに|だよね|ですよね|かなあ|かなぁ)$|\p{sc=Han}{2}して(?:い?る|い?ます|い?ない)$/u;

/** What she is or looks for: the whole message, with 希望 perhaps. */
const circumstances = new Set(
  `主婦 専業主婦 無職 会社員 保育士 看護師 介護士 介護福祉士 調理師 栄養士 事務 事務職 経理 営業 販売 接客 清掃 介護 保育 ぱーと
  あるばいと ばいと 派遣 正社員 社員 学生 まま しんぐるまざー 妊婦 求職 妊娠 育休 産休 休職 離職 在宅 時短 土日休み 同じ 同上 前回と同じ
  前と同じ 上と同じ さっきと同じ かーどと同じ`.split(/\s+/),
);

const isFact = (word: string): boolean => circumstances.has(word) || /^(?:女|男)性?$/.test(word);

/** In kana as here: ヒマ and ネル are names. */
const feeling =
  /^(?:すごく|とても|めっちゃ|もう|まだ|今日は?|今は?|いまは?)*(?:ねむ|だる|さむ|あつ|つら|しんど|めんどくさ|めんどう|めんど|こわ|うるさ|いた|かわい|うれし|かなし|さびし|さみし|たのし|むずかし|おもしろ|すご|やば|ひど|うざ|きも)い+(?:な|なあ|よ|ね|わ|や|ー)*$|^(?:もう)?(?:つかれた|おなかすいた|ひま|むりかも|無理かも|(?:寝|ね|帰|かえ|来|く)る|(?:とくに|特に)(?:な[いし]|あり).{0,4})(?:な|なあ|よ|ね|ー)*$/u;
/** A word between others that asks; 何 is a name too. */
const asking = /(?:^| )(?:なに|だれ|なぜ|どれ|どこ)(?: |$)/u;

/** These are the whole message too, and say no. */
const refusals = new Set(
  'しね ばか あほ くそ うそ 嘘 それで まだかな やだ いや いやだ いやです 嫌 嫌です 無理 むり 無理です むりです だめ なし ない なに 何 だれ 誰 なぜ どれ まだ ななし 名無し 名なし いやや ずーむ zoom ぱそこん めにゅー きゃんせる すたーと 開始 終わり おわり あいうえお asdf qwerty'.split(
    ' ',
  ),
);

/** 「ああああ」, 「てすとてすと」. */
const noise = /^(?:(?<one>[\p{sc=Hira}\p{sc=Latn}])\k<one>{2,}|(?:てすと|test)+)$/u;
/** Nobody calls herself so: it is somebody else, or the child's mother. サン may be a name. */
const honorific = /(?<=[^ ]{2} ?)(?:さん|様|くん|ちゃん|(?<!\p{sc=Kana})ママ)$/u;

/** `text`: in compatibility form, without the politeness around a name. */
export function noName(text: string): NoName | undefined {
  const spoken = toHiragana(text);
  const words = spoken.replaceAll(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
  if (courtesies.has(words) || courtesies.has(words.replace(/です$/, ''))) return 'courtesy';
  if (unwilling.test(spoken)) return 'unwilling';
  if (later.test(spoken) || waitForMe.test(words)) return 'later';
  if (ofSomebody.test(spoken) || honorific.test(text)) return 'whose';
  const sentence = spoken.replace(/(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/u, '');
  if (isMatter(text)) return 'sentence';
  const others = sentence.split(/[ 、,()]+/).slice(1);
  if (others.some((word) => isFact(word) || isMatterBehind(word))) return 'moreThanAName';
  const isSentence =
    sentenceEnd.test(sentence) ||
    spokenEnd.test(words) ||
    feeling.test(text.replaceAll(/[\s\p{P}\p{S}]/gu, '')) ||
    asking.test(sentence) ||
    refusals.has(words) ||
    noise.test(words) ||
    isFact(words) ||
    circumstances.has(words.replace(/(?:希望|志望|中)$/, '')) ||
    aboutSomething.test(text);
  return isSentence || /[?!。]/.test(text) || isBuiltLikeASentence(text) ? 'sentence' : undefined;
}
