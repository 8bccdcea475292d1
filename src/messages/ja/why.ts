// 「なぜ?」, answered for each question.
import { mapTable, type PromptKey } from '../../../flows/vocabulary.ts';
import { choiceWords } from './choices.ts';

/** As the notice on personal data has it. */
const onlyFor = '相談の予約と、そのご連絡だけに使います。';

export const whyText = {
  menu: 'ご用件に合わせてご案内するためです。',
  terms: 'オンラインの相談は、規約に同意した方が利用できるためです。',
  eligibility: '利用できる方の条件が、規約で決まっているためです。',
  missingCondition: '足りない手続きや準備を、先にご案内するためです。',
  knownDetails: '前回から変わったところがないか、確かめるためです。',
  name: `ハローワークの登録と照らし合わせて、ご本人の予約と確かめるためです。\n${onlyFor}`,
  jobNumber: '登録の内容を見て、相談の準備をするためです。\nわからないときは、番号なしで先へ進めます。',
  jobNumberDoubtful: '番号の読みまちがいを防ぐためです。',
  phone: `相談の日にZoomがつながらないとき、職員がお電話するためです。\n${onlyFor}`,
  day: '担当者が空いている日を確かめるためです。',
  time: '担当者が空いている時間を確かめるためです。',
  wish: '日時の行きちがいを防ぐためです。',
  ...mapTable(choiceWords, ({ why }) => why),
  review: '送る前に、まちがいがないか見ていただくためです。',
  whichField: '直したいところだけを、もう一度うかがうためです。',
  withdraw: '押しまちがいで申し込みがなくなるのを防ぐためです。',
} satisfies Record<PromptKey, string>;
