// Sentences at 「同席する方はいますか？」: 「夫がいます」 is an answer, and so is 「子どもいません」. Who is no companion, such as a
// child or a dog, is not taken for one.

/** 「独身で子どもいない」: whether the office is for her too, or that nobody will be there. */
export const withoutChildren =
  /独身|子なし|(?:子ども|子供|こども|子)[がはも]?(?:まだ)?(?:い(?:ない|なく|ません|なし)|おら(?:ん|ず)|なし|無し)/;

/** They are not in the room. */
const childrenElsewhere =
  /(?:子ども|子供|こども|子|娘|息子)(?:たち|達)?[はがも]?[^、。？?\n]{0,6}(?:成人|大人|おとな|社会人|独立|巣立|自立|預けます|預けて(?!も|い[いる]です))/;

const child =
  /子ども|子供|こども|赤ちゃん|赤ん坊|娘|息子|(?<![様調椅電拍菓])子[がもと]|\d[歳才](?:児|の子)?[がもと]|ベビー|乳児|幼児|長男|長女|次男|次女/;

const pet = /犬|猫|いぬ[がもと]|ねこ[がもと]|ワンコ|わんこ|ワンちゃん|ペット|うさぎ|ハムスター|インコ/;

const person =
  /夫|妻|旦那|だんな|主人|母|父|親|姉|妹|兄|弟|祖|ばあ|じい|家族|友|彼|パートナー|通訳|手話|介助|介護|付き?添|つきそい|支援|ヘルパー|ケア|ケースワーカー|相談員|先生|職員|スタッフ|人|者|方|誰か|だれか|さん/;

/** 「通訳がいます」, 「母が同席します」: a whole answer to whether somebody will be there. */
const isThere = /(?:が|も|と)(?:一緒に|いっしょに)?(?:い(?:ます|る)|同席(?:します|する))[。\s]*$/;

/** `unclear`: about this question, but to be asked again. Undefined: about something else. */
export type Company = 'somebody' | 'nobody' | 'children' | 'unclear';

/** `words`: in compatibility form, and no question. */
export function companyIn(words: string): Company | undefined {
  const isElsewhere = childrenElsewhere.test(words);
  const saysNoChild = isElsewhere || withoutChildren.test(words);
  const saysThere = isThere.test(words) && !isElsewhere;
  if (saysThere && child.test(words) && !saysNoChild) return 'children';
  const isPerson = person.test(words.replaceAll(/大人|成人|社会人/g, ''));
  if (saysThere && isPerson) return 'somebody';
  if (saysNoChild) return isPerson ? 'unclear' : 'nobody';
  return saysThere && pet.test(words) ? 'nobody' : undefined;
}
