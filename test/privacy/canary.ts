// Invented facts that stand nowhere else, in every spelling in which they could lie about.

export const canary = {
  name: '楠瀬 瑠璃乃',
  jobNumber: '22020-6185374',
  phone: '080-7391-4628',
  /** Typed by staff for her meeting. */
  meetingId: '852 7196 4308',
  passcode: 'Kx7vRt29q',
  /** Of a room. */
  roomId: '864 3091 7528',
  roomPasscode: 'Bn4wYz81p',
  clerk: '鶴巻 職員',
  lineName: 'ももんが亭',
  /** Of the admin chat. */
  groupName: '鵜飼町分室',
  /** What she writes instead of an answer. */
  remark: '喘息の娘を抱えています',
} as const;

/** Digits alone could stand in any other number by chance: they count where nothing like them is around. */
const alone = (digits: string): RegExp => new RegExp(`(?<![0-9A-Za-z+/=_-])${digits}(?![0-9A-Za-z+/=_-])`);

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const numbers = [canary.jobNumber, canary.phone, canary.meetingId, canary.roomId];
const names = [canary.name, canary.clerk];

const words: readonly string[] = [
  ...names.flatMap((name) => [name, name.replace(' ', ''), name.replace(' ', '　'), ...name.split(' ')]),
  ...numbers.flatMap((text) => [
    text,
    text.replaceAll(/\D/g, '-'),
    text.replaceAll(/\D/g, ' '),
    fullWidth(text),
  ]),
  canary.phone.slice(4),
  canary.passcode,
  canary.roomPasscode,
  canary.lineName,
  canary.groupName,
  canary.remark,
  '喘息',
].filter((word) => word !== '職員');

const digits: readonly RegExp[] = [
  ...numbers.map(digitsOf),
  // Without the area or office code, and as it is dialled from abroad.
  '6185374',
  '73914628',
  '8073914628',
  '818073914628',
].map(alone);

/** What of all this stands in a text. */
export const foundIn = (text: string): string[] => [
  ...words.filter((word) => text.includes(word)),
  ...digits.filter((pattern) => pattern.test(text)).map(String),
];
