// Sentences at 「同席する方はいますか？」: 「夫がいます」 is an answer, and so is 「子どもいません」. Who is no companion, such as a
// child or a dog, is not taken for one.

/** 「独身で子どもいない」: whether the office is for her too, or that nobody will be there. */
export const withoutChildren =
  /独身|子なし|(?:子ども|子供|こども|子)[がはも]?(?:まだ)?(?:い(?:ない|なく|ません|なし)|おら(?:ん|ず)|なし|無し)/;

/** They are not in the room. */
const childrenElsewhere =
  /(?:子ども|子供|こども|子|娘|息子)(?:たち|達)?[はがも]?[^、。？?\n]{0,6}(?:成人|大人|おとな|社会人|独立|巣立|自立|預けます|預けて(?!も|い[いる]です))|(?:子ども|子供|こども|娘|息子)は(?:もう|けっこう|結構)?(?:大きい|おおきい)/;

/** 「一人で受けます」, 「私だけです」 */
const alone =
  /独り身|一人暮らし|(?:一人|ひとり|独り|1人)で(?:受け|参加|話|相談|大丈夫|お願い)|(?:私|わたし|自分|本人)(?:だけ|のみ|ひとり|一人)/;

const child =
  /子ども|子供|こども|赤ちゃん|赤ん坊|娘|息子|(?<![様調椅電拍菓])子[がもと]|\d[歳才](?:児|の子)?[がもと]|ベビー|乳児|幼児|長男|長女|次男|次女/;

const pet = /犬|猫|いぬ[がもと]|ねこ[がもと]|ワンコ|わんこ|ワンちゃん|ペット|うさぎ|ハムスター|インコ/;

const person =
  /夫|妻|旦那|だんな|主人|母|父|親|姉|妹|兄|弟|祖|ばあ|じい|家族|友|彼|パートナー|通訳|手話|介助|介護|付き?添|つきそい|支援|ヘルパー|ケア|ケースワーカー|相談員|先生|職員|スタッフ|人|者|方|誰か|だれか|さん/;

/** 人 is also in these, and 介助 in a dog's name. */
const notCounted = /大人|成人|社会人|一人|1人|本人|(?:介助|補助|聴導|盲導)犬/g;

/** 「通訳がいます」, 「母が同席します」: a whole answer to whether somebody will be there. */
const isThere = /(?:が|も|と)(?:一緒に|いっしょに)?(?:い(?:ます|る)|同席(?:します|する))[。\s]*$/;

/** `unclear`: about this question, but to be asked again. Undefined: about something else. */
export type Company = 'somebody' | 'nobody' | 'children' | 'unclear';

/** `words`: in compatibility form, and no question. */
export function companyIn(words: string): Company | undefined {
  const isElsewhere = childrenElsewhere.test(words);
  const saysNobody = isElsewhere || withoutChildren.test(words) || alone.test(words);
  const saysThere = isThere.test(words) && !isElsewhere;
  if (saysThere && child.test(words) && !saysNobody) return 'children';
  const isPerson = person.test(words.replaceAll(notCounted, ''));
  if (saysThere && isPerson) return 'somebody';
  if (saysNobody) return isPerson ? 'unclear' : 'nobody';
  return saysThere && pet.test(words) ? 'nobody' : undefined;
}
