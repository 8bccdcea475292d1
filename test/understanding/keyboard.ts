// What Japanese keyboards and copied pages give for a hyphen and for digits (domain facts §1).

export const dashes: readonly string[] = [
  '-',
  '－',
  '﹣',
  'ｰ',
  'ー',
  '―',
  '—',
  '–',
  '‐',
  '‑',
  '−',
  '─',
  '━',
  '〜',
  '～',
  '~',
  '一',
  'の',
  'ーー',
  '--',
  ' - ',
];

export const toFullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
