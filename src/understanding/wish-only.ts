// 「火曜しか行けない」 and 「火曜以外は無理」 name the one day that suits: both become 「火曜だけ」, before what does not
// suit is looked for. In the spelling of wish-spelling.ts.
import { notSo, occupied, refusing } from './wish-mention.ts';

const named = '(?<=[日曜時半分後前方夜朝昼中降\\d週月)])';
/** Within one clause, and no other day or time. */
const within = '[^、。,.!！?？\\n\\d曜]{0,12}?';

const nothingElse = new RegExp(
  [
    `${named} ?(?:(?<end>から|まで)|に|で)?しか(?! ?(?:${occupied}))${within}(?:な[いくさか]|ま(?:せ|へ)ん|${refusing})`,
    `${named} ?以外(?:は|だと|では|には|も)?${within}(?:${refusing}|${occupied})${notSo}`,
    `${named} ?(?:から|まで)?(?:じゃ|では?)な(?:いと|きゃ|ければ|い限り)${within}(?:な[いくさか]|ま(?:せ|へ)ん|${refusing})`,
  ].join('|'),
  'gu',
);

/** 「3時半までしか」 stays an end, 「15時からしか」 a beginning. */
export const onlyThese = (spelled: string): string =>
  spelled.replaceAll(nothingElse, (...found) => `${found.at(-1).end ?? ''}だけ、`);
