// Who appears in the week: fifteen people with LINE, six who telephone, six clerks, two counsellors. All of them are invented.
import type { Applicant } from '../helpers/cast.ts';

const someone = (name: string, at: number): Applicant => ({
  displayName: `${name.split(' ')[1]}のLINE`,
  name,
  jobNumber: `22020-71${String(at).padStart(5, '0')}`,
  phone: `090-7100-${String(at * 37 + 1000)}`,
});

const named = <Key extends string>(names: Readonly<Record<Key, string>>, from: number) =>
  Object.fromEntries(
    Object.entries<string>(names).map(([key, name], at) => [key, someone(name, from + at)]),
  ) as Record<Key, Applicant>;

export const withLine = named(
  {
    hana: '浜名 花',
    sakura: '三方原 桜',
    aoi: '天竜 葵',
    rin: '引佐 凛',
    yui: '舘山寺 結衣',
    mao: '細江 真央',
    misaki: '雄踏 美咲',
    chihiro: '舞阪 千尋',
    kaede: '浜北 楓',
    nao: '三ヶ日 奈緒',
    yuka: '水窪 由佳',
    saki: '佐久間 咲',
    emi: '龍山 恵美',
    mio: '気賀 美桜',
    ran: '有玉 蘭',
  },
  1,
);

export const byPhone = named(
  {
    tomoko: '初生 智子',
    keiko: '小豆餅 恵子',
    fumiko: '蜆塚 文子',
    yoko: '佐鳴 洋子',
    haruko: '入野 春子',
    setsuko: '積志 節子',
  },
  31,
);

export type InLine = keyof typeof withLine;
export type OnPhone = keyof typeof byPhone;
export type Who = InLine | OnPhone;
export const detailsOf = (who: Who): Applicant => ({ ...withLine, ...byPhone })[who];
export const everybody = Object.keys({ ...withLine, ...byPhone }) as Who[];

/** The first two are those of every test. */
export const clerkNames = {
  suzuki: '鈴木',
  takahashi: '高橋',
  ito: '伊藤',
  kato: '加藤',
  yamada: '山田',
  mori: '森',
} as const;
export type ClerkKey = keyof typeof clerkNames;

export const counsellors = ['青木', '本多'];

export const rooms = {
  A: { name: '相談室A', id: '812 3456 7890', passcode: 'hama2026' },
  B: { name: '相談室B', id: '823 4567 8901', passcode: 'mama2027' },
  C: { name: '相談室C', id: '834 5678 9012', passcode: 'kodo2028' },
} as const;
/** Typed for one booking: first the wrong ones, then the right ones. */
export const typed = {
  wrong: { id: '845 1111 2222', passcode: 'abcd12' },
  right: { id: '856 3333 4444', passcode: 'wxyz34' },
} as const;
export const meetings = { ...rooms, ...typed };
export type Meeting = keyof typeof meetings;
