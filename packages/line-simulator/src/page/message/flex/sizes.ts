// LINE's words for sizes in px, as its Flex Message Simulator draws them.

type Words = Readonly<Record<string, string>>;

const SPACES: Words = {
  none: '0px',
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
};

const LETTERS: Words = {
  xxs: '11px',
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '19px',
  xl: '22px',
  xxl: '29px',
  '3xl': '35px',
  '4xl': '48px',
  '5xl': '74px',
};

const PICTURES: Words = {
  xxs: '40px',
  xs: '60px',
  sm: '80px',
  md: '100px',
  lg: '120px',
  xl: '140px',
  xxl: '160px',
  '3xl': '180px',
  '4xl': '200px',
  '5xl': '220px',
  full: '100%',
};

const BORDERS: Words = {
  none: '0px',
  light: '0.5px',
  normal: '1px',
  medium: '2px',
  'semi-bold': '3px',
  bold: '4px',
};

const BUBBLES: Words = {
  nano: '120px',
  micro: '160px',
  deca: '220px',
  hecto: '241px',
  kilo: '260px',
  mega: '300px',
  giga: '386px',
};

/** A size that is no word is a length already (`12px`, `50%`). */
const reader = (words: Words) => (size: string) => words[size] ?? size;

/** Margins, spacing, paddings, offsets and rounded corners share their words. */
export const spaceOf = reader(SPACES);
export const letterSizeOf = reader(LETTERS);
export const pictureWidthOf = reader(PICTURES);
export const borderWidthOf = reader(BORDERS);
export const bubbleWidthOf = reader(BUBBLES);

/** `20:13` → `20 / 13`, for CSS's aspect-ratio. */
export const ratioOf = (aspectRatio = '1:1'): string => aspectRatio.split(':').join(' / ');
