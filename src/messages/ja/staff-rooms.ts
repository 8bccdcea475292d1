// The office's rooms: the list of them, and what becomes of bookings when one changes or goes.
// Names of people stand on cards, never in what a button says in the chat.
import type { Moment } from '../../booking/shown.ts';
import type {
  ResendUndone,
  Room,
  RoomCard,
  RoomLeft,
  RoomList,
  RoomResend,
  RoomResent,
} from '../facts-rooms.ts';
import type { Button, Message } from '../message.ts';
import { cutLabel } from './buttons.ts';
import { momentSince, momentText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { addRoomExample, howToAddRoom, howToRemoveRoom, removeRoomExample } from './remarks-staff.ts';
import { called } from './staff-called.ts';
import { unlessBanned } from './staff-notice-words.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
/** The names alone: the numbers are for those who are invited. */
export const roomList = ({ page, count, rows, hasMore }: RoomList): Message[] =>
  count === 0
    ? say(`会議室は、まだ登録されていません。\n\n${howToAddRoom}`)
    : [
        {
          kind: 'card',
          alt: '登録した会議室です',
          title: `会議室 ${count}室`,
          rows: rows.map(({ id, name, coming }) => ({
            title: name,
            text: comingText(coming),
            says: cutLabel(name),
            tap: { event: 'room.asked', room: id },
          })),
          note: `${howToAddRoom}\n\n${howToRemoveRoom}`,
          buttons: hasMore ? [{ label: labels.rest, tap: { event: 'rooms.more', page: page + 1 } }] : [],
        },
      ];

const comingText = (coming: number): string =>
  coming === 0 ? 'これからの予約はありません' : `これからの予約 ${coming}件`;

const lineFor = (name: string): string => `会議室 追加 ${name} `;

export const roomCard = ({ id, name, coming, next, by, since }: RoomCard, { day }: Moment): Message[] => [
  {
    kind: 'card',
    alt: '会議室のカードです',
    title: name,
    facts: [
      {
        label: '予約',
        value: next === null ? comingText(coming) : `${comingText(coming)}\n最初は ${momentText(next)}`,
      },
      { label: '登録', value: `${momentSince(since, day)}${by === null ? '' : ` ${called(by)}`}` },
    ],
    buttons: [
      { label: labels.changeRoom, tap: { event: 'room.renumbering', room: id }, fill: lineFor(name) },
      { label: labels.copyRoomLine, copy: lineFor(name) },
      { label: labels.removeRoom, tap: { event: 'room.removed', room: id } },
    ],
  },
];

export const roomAdded = (name: string): Message[] =>
  say(`会議室「${name}」を登録しました。\n確定するときに、ボタンで選べます。`);

/** Their people may be at the door already, with the old numbers. */
const leftText = (left: readonly RoomLeft[]): string[] =>
  left.map(
    ({ receipt, time, noCall }) =>
      `${timeText(time)}の予約(受付番号 ${receipt})は、もう変えられないので、前の番号のままです。
${unlessBanned(noCall, 'お電話でお知らせください。')}`,
  );

const noneLeft = ['前の番号の予約はありません。'];

/** `isChanged`: just now. No booking has its former numbers, but for those that are `left`. */
export const roomChanged = (name: string, isChanged: boolean, left: readonly RoomLeft[]): Message[] =>
  say(
    [
      isChanged ? `会議室「${name}」の番号を変えました。` : `会議室「${name}」は、もうその番号です。`,
      ...(left.length === 0 ? noneLeft : leftText(left)),
    ].join('\n'),
  );

export const roomResendAsked = ({ id, name, count, left, mark }: RoomResend): Message[] => [
  {
    kind: 'card',
    alt: '会議室の番号が変わりました',
    title: `「${name}」の予約 ${count}件に送り直しますか？`,
    text: `「${name}」の新しい番号を登録しました。
送り直すと、予約の番号が変わります。
利用者の方に「ミーティングIDが変わりました」とお知らせします。
押さないあいだは、前の番号のままです。${leftText(left)
      .map((text) => `\n${text}`)
      .join('')}`,
    buttons: [
      { label: labels.sendAgain, tap: { event: 'room.resent', room: id, numbers: mark }, tone: 'primary' },
      { label: labels.fromNowOn, tap: { event: 'room.kept', room: id } },
    ],
  },
];

/** Until a minute has passed nobody is told of it. */
export const roomResent = (sent: RoomResent): Message[] => {
  const { id, name, by, at, changed, unreachable, inUse, left } = sent;
  const text = [
    `${byWhom(by)}「${name}」の予約 ${changed}件の番号を変えました。`,
    ...(changed > unreachable
      ? ['利用者の方には、まだお知らせしていません。\n1分後に、LINEでお知らせします。']
      : []),
    ...(unreachable > 0
      ? [`LINEが届かない方が${unreachable}人います。\n1分後に「${labels.calls}」に出ます。`]
      : []),
    ...(inUse > 0 ? [`${inUse}件は、同じ番号の予約が重なるので、変えていません。`] : []),
    ...leftText(left),
    ...(changed > 0 ? [`まちがいのときは「${labels.undo}」を押してください。`] : []),
  ].join('\n');
  const undo: Button = { label: labels.undo, tap: { event: 'room.unsent', room: id, at }, tone: 'primary' };
  return changed === 0
    ? say(text)
    : [{ kind: 'card', alt: '会議室の番号を変えました', text, buttons: [undo] }];
};

/** As the card of one booking says it. */
const toldNow = ({ earlier, unreachable }: Pick<ResendUndone, 'earlier' | 'unreachable'>): string[] =>
  earlier === 0
    ? ['番号が変わるお知らせは、していません。']
    : [
        'その前に決めたことは、そのままです。',
        ...(earlier > unreachable
          ? [`${earlier - unreachable}件は、ご本人にこれからLINEでお知らせします。`]
          : []),
        ...(unreachable > 0
          ? [`LINEが届かない方が${unreachable}人います。\n「${labels.calls}」をお確かめください。`]
          : []),
      ];

export const resendUndone = ({ name, by, undone, kept, ...told }: ResendUndone): Message[] =>
  say(
    [
      ...(undone === 0
        ? [`「${name}」の送り直しは、もう取り消せません。`]
        : [`${byWhom(by)}「${name}」の予約 ${undone}件の番号を、元に戻しました。`, ...toldNow(told)]),
      ...(kept > 0
        ? [`${kept}件は、もうお知らせしたか、番号がほかの予約と重なるので、変わったままです。`]
        : []),
    ].join('\n'),
  );

const byWhom = (by: string | null): string => (by === null ? '' : `${called(by)}が`);

/** `count`: of bookings that have the former ones and can still be changed. */
export const roomKept = (name: string, count: number, left: readonly RoomLeft[]): Message[] =>
  say(
    [
      `会議室「${name}」の新しい番号は、これから確定する予約で使います。`,
      ...(count === 0 ? [] : [`${count}件は、前の番号のままです。`]),
      ...(count + left.length === 0 ? noneLeft : leftText(left)),
    ].join('\n'),
  );

const roomProblems: Readonly<Record<string, string>> = {
  name: '会議室の名前が読み取れませんでした。\n名前は20文字までです。\n数字のほかに、文字も入れてください。',
  numbers:
    '会議室の番号が読み取れませんでした。\n名前、ミーティングID、パスコードの順に、1行で送ってください。',
  phone: 'その番号は、電話番号のようです。\nZoomのミーティングIDを送ってください。',
  otherRoom: 'そのミーティングIDは、ほかの会議室のものです。\n番号をお確かめください。',
};

export const roomUnclear = (reason: string): Message[] =>
  say(`${lookUp(roomProblems, reason) ?? '会議室を登録できませんでした。'}\n例\n${addRoomExample}`);

const notFound: Readonly<Record<string, string>> = {
  missing: '会議室の名前も送ってください。',
  unknown: 'その名前の会議室は、登録にありません。',
  several: 'その名前で終わる会議室が、いくつかあります。\n名前を全部送ってください。',
};

export const roomNotFound = (reason: string): Message[] =>
  say(`${lookUp(notFound, reason) ?? '会議室が見つかりませんでした。'}\n例\n${removeRoomExample}`);

/** The room of a button. */
export const roomGone = (): Message[] =>
  say('その会議室は、もう登録にありません。\n「会議室」と送ると、いまの会議室が出ます。');

export const roomRemovalAsked = ({ id, name, coming }: Room & { coming: number }): Message[] => [
  {
    kind: 'card',
    alt: '会議室の削除の確認です',
    title: `「${name}」を削除しますか？`,
    text: `これからの予約が${coming}件あります。
その予約は、番号もそのままです。
これからは、選べなくなります。`,
    buttons: [{ label: labels.removeRoomYes, tap: { event: 'room.removed', room: id, sure: 1 } }],
  },
];

export const roomRemoved = (name: string, coming: number, by: string | null): Message[] =>
  say(
    `${by === null ? '' : `${called(by)}が`}会議室「${name}」を削除しました。${
      coming === 0 ? '' : `\nこれからの予約 ${coming}件は、番号もそのままです。`
    }`,
  );
