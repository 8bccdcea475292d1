// Invented names of many kinds that have to be kept as they are: what looks like a word or a sentence in some of them is
// somebody's name.

const lines = `
林 / 辻 / 笑 / 森 愛 / 二宮 一 / 石井 一 / 今 ちえ / 何 偉 / 何 美玲 / 李 明 / 王麗 / 王小明 / 欧陽 菲菲 / 金 美英
五十嵐 千尋 / 勅使河原真由美 / 長宗我部 誠 / 佐々木 奈々 / 野々村 菜々子 / 渡邉 邊子 / 髙栁 茜 / 﨑山 栞 / 𠮷野 家子
一ノ瀬 ゆかり / 一の瀬ゆかり / 井の上みち子 / 竹ノ内 遥 / 関ヶ原 澪 / 関が原 花 / 三つ井 かおり / 八つ橋 なお / 槇の原 さくら
木の下 けい / 美の里 ゆう / 山本 菜の花 / 御手洗 瞳 / 小鳥遊 ひなの / 母里 啓子 / 父川 洋 / 妻木 寛子 / 夫馬 礼子 / 兄部 恵
子安 武美 / 女屋 覚子 / 女鹿 まなみ / 今井 はる / 又吉 なお / 待井 まち / 阿藤 まりえ / 北条 れいか / 佐藤 希望 / 望月 希望
佐藤ひなの / 佐藤のぞみ / 田中のりこ / 山田あい / 佐藤なお美 / 佐藤みち代 / 佐藤るり子 / 増田 たいこ / 佐藤 りゅうた
ちょうそかべ もとちか / いとう 花え / 伊東 かをる / やました めい / まつした あおい / もりした ゆい / きした りえ / よしだ はなこ
すずきます / たかはしさおり / まだらめ ひろみ / 柳井 やない / じんない まり / しょうない ゆう / ばんない みき / いま ゆき
あとう まり / みなみ かんな / りく / あや / ねね / そら / なごみ / ひまり / なんの ようこ / だるま
グエン ティ ホア / グェン・ティ・ラン / ダ シルバ マリア / マリア アパレシーダ ドス サントス / ジョン・スミス / オー・ヘンリー
パートリッジ エマ / ママドゥ アミナ / サントス・デ・オリベイラ・フェルナンダ / リー 美香 / 佐藤マリア / シルバ佐藤 えり / ヒマ / ネル
スー スー サン / 我妻 花 / 県 花子 / 山県 有子 / 難波 なにわ / なにわ あや / 江口 ママイ / ﾏﾘｱ ｼﾙﾊﾞ / サトウ ハナコ / シメイ リン
Do Thi My / My Nguyen / No Young-hee / You Jing / How Mei Ling / Van An Le / Thi Be Tran / Ng / Are Hansen / Nao Sato / Hi Jung
Maria das Dores / José da Silva Júnior / Siti Nurhaliza binti Ahmad / O’Connor Siobhán / Ștefan Ionuț / Perry Como
Олена Коваленко / 김영희 / สมชาย ใจดี / سارا احمدی / नीता शर्मा
佐藤 花子（旧姓：鈴木） / 佐藤花子(さとうはなこ)
`;

export const realNames: readonly string[] = lines
  .split(/\n| \/ /)
  .map((name) => name.trim())
  .filter((name) => name !== '');
