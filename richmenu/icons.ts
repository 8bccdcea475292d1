// The pictures on the tiles: SVG shapes drawn as lines on a square of 96 by 96.

export const icons = {
  apply:
    '<rect x="14" y="20" width="68" height="62" rx="8"/><path d="M14 40h68M32 12v16M64 12v16M48 50v22M37 61h22"/>',
  booking:
    '<rect x="14" y="20" width="68" height="62" rx="8"/><path d="M14 40h68M32 12v16M64 12v16M34 60l10 10 20-20"/>',
  preparation:
    '<rect x="20" y="14" width="56" height="70" rx="8"/><path d="M38 14v-4h20v4M34 36l5 5 8-9M54 37h12M34 58l5 5 8-9M54 59h12"/>',
  questions:
    '<path d="M48 84c20 0 36-15 36-35S68 14 48 14 12 29 12 49c0 9 4 18 10 24l-4 15 16-8c4 3 9 4 14 4z"/><path d="M38 40c0-6 4-10 10-10s10 4 10 9c0 8-10 8-10 16M48 66v1"/>',
  trouble:
    '<rect x="10" y="26" width="52" height="44" rx="8"/><path d="M62 42l24-14v40L62 54M36 36v14M36 60v0.5"/>',
  call: '<path d="M30 12l12 20-9 9c4 10 12 18 22 22l9-9 20 12c0 10-8 18-18 18C38 84 12 58 12 30c0-10 8-18 18-18z"/>',
} as const;

export type IconName = keyof typeof icons;
