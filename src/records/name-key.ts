// How names are compared when staff search: by what people mean, not by how a keyboard spelled it.
import { compatible } from '../core/compatible.ts';

/** Forms of the same kanji in names; the first stands for all. Unicode normalisation knows none of them. */
const variants = [
  '高髙',
  '崎﨑嵜碕',
  '吉𠮷',
  '辺邊邉',
  '斉斎齊齋',
  '浜濱濵',
  '沢澤',
  '桜櫻',
  '広廣',
  '島嶋嶌',
  '富冨',
  '国國',
  '恵惠',
  '真眞',
  '竜龍',
  '滝瀧',
  '渕淵',
  '栄榮',
  '徳德',
  '館舘',
  '峰峯',
  '柳栁',
  '関關',
  '塩鹽',
  '宝寶',
  '寿壽',
  '実實',
  '礼禮',
  '条條',
  '曽曾',
];

const plainForm = new Map(
  variants.flatMap((group) => {
    const [first = '', ...others] = group;
    return others.map((other) => [other, first] as const);
  }),
);

/**
 * Two spellings of one name have the same key: width, case, accents (João), kana, spaces and dots between
 * the parts, and variants of a kanji do not matter. For search only: never shown, never stored in its place.
 */
export function nameKey(name: string): string {
  const folded = compatible(name)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}・.,'’‘`\p{Pd}]/gu, '')
    // After the removal: a mark may now stand beside another letter.
    .normalize('NFC')
    .replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) + katakanaOffset));
  return Array.from(folded, (character) => plainForm.get(character) ?? character).join('');
}

const katakanaOffset = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);
