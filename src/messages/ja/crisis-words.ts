// Words of danger: violence at home, harm to a child, not wanting to live. They are answered before anything else, whatever
// question is open (D13). To miss one is worse than to answer one too many.
import type { Crisis } from '../../../flows/vocabulary.ts';
import { compatible } from '../../conversation/reading/compatible.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'i');

const child = '(?:子ども|子供|こども|この子|あの子|子|娘|息子|赤ちゃん|赤ん坊)(?:たち|達)?';
const atHome =
  '(?:元夫|夫|おっと|旦那|だんな|ダンナ|主人|しゅじん|元彼|彼氏?|父|母|両親|親|姑|舅|兄|弟|パートナー|家族|同居人)(?:さん)?';

const harmToChild = anyOf(
  `${child}(?:を|に|のこと)?(?:つい|また|どうしても|何度も)?(?:叩[いきこ]|たたい|たたき|殴[っり]|なぐ[っり]|ぶって|手[をが]?(?:あげ|上げ|出)|つねっ|揺さぶ|虐待(?:し|か))`,
  `${child}.{0,6}(?:殺し|ころし|首を(?:し|絞)め|投げ(?:落と|そう)|落とし(?:そう|たく)|置いて(?:逃げ|死))`,
);

const violence = anyOf(
  `${atHome}(?:のこと)?[がはも]?(?:とても|すごく|ずっと)?(?:怖|こわ|恐)(?:い(?!話|病)|く(?!な))`,
  `${atHome}[がにはもか]{0,2}ら?.{0,8}(?:殴|なぐ[りるっら]|叩[かく]|たたか|蹴[りるっら]|包丁|刃物|物を投げ|投げつけ|怒鳴|どなら|脅[しすさ]|おどさ|監視され|束縛|追い出|閉じ込め|とじこめ|取り上げられ|とりあげられ|暴れ|ぶたれ|手を(?:あげ|上げ)られ)`,
  `${atHome}が.{0,4}(?:お金|生活費)[をも]?(?:くれ|渡して?くれ|わたして?くれ|入れて?(?:くれ)?)(?:な|ませ)`,
  `${atHome}から(?:逃げ|にげ)|(?:居場所|いばしょ|住んで(?:い)?る(?:ところ|場所)).{0,4}(?:知られ|しられ|ばれ|バレ)(?:たくな|ると|ない)`,
  '殴られ|なぐられ|蹴られ|叩かれ|(?:首|くび)[をも]?(?:し|絞)め|殺され|ころされ|(?<!職場の|会社の|上司の|仕事の)(?:暴力(?!団|防止|対策)|モラハラ)|虐待(?!防止|対策)|ストーカー(?!対策|防止)|(?<![a-z])dv(?![a-z])',
);

const life = anyOf(
  '死にた(?:い|く(?!な(?:い|か)))|しにた(?:い|く(?!な(?:い|か)))|死にます|死ぬしか|首を?(?:吊|つ)(?:り|る|ろ)|(?<!必)死のう|死んだ(?:ほう|方)が|(?:一緒|いっしょ)に死(?!ぬほど)|無理心中|自殺|リストカット|飛び降り(?:た|よう|そう)',
  '消えた(?:い|く(?!な(?:い|か)))|消えてしまいた|[い居]なくなりた(?:い|く(?!な(?:い|か)))|生きて(?:い)?るのが(?:つら|辛|しんど)|生きるのに(?:疲|つか)れ|[いき生]きて(?:い?る)?(?:意味|いみ|価値)[がも]?(?:な|わか)|生きて(?:い)?たくな|生きていくの[がも]?(?:つら|辛|しんど)|生きる(?:の|意味|気力)[がも]?(?:つら|辛|しんど|な)',
);

/** The whole message, and it may mean the form. */
const weary =
  /^(?:もう(?:ほんとに|本当に)?(?:無理|むり|だめ|ダメ)|(?:もう|ほんとに|本当に)*(?:限界|げんかい|つらい|辛い|しんどい|疲れた|つかれた)|(?:誰か|だれか)?(?:助けて|たすけて)(?:ください|下さい)?)(?:です|だ|かも|かな|よ)*[\s。.…!！😭😢💦]*$/u;

const words: readonly (readonly [Crisis, RegExp])[] = [
  ['child', harmToChild],
  ['violence', violence],
  ['life', life],
  ['weary', weary],
];

export function crisisIn(text: string): Crisis | undefined {
  const typed = compatible(text);
  return words.find(([, pattern]) => pattern.test(typed))?.[0];
}
