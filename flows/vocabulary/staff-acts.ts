// All that staff can do in their chat. One row gives an act its event, what it carries, its effect and its name on the
// drawing: the flow of the admin chat, the reading of taps and the effects are made from these tables (staff-events.ts).
import { outcomes } from '../booking-buttons.ts';
import type { ActTable } from './act-facts.ts';
import { cancelReasons, correctionReasons, declineReasons } from './lists.ts';
import { offerTaps } from './staff-acts-offers.ts';
import { peopleLines, peopleTaps } from './staff-acts-people.ts';
import { phoneTaps } from './staff-acts-phone.ts';

/** Every button names its booking as its card showed it. */
const ofBooking = { booking: 'id', version: 'version' } as const;
/** Which admin chat, and of which enrolment. */
const ofChat = { chat: 'chat', since: 'at' } as const;

/** One word is enough for these; a button may say it too. */
export const staffCommands = {
  'invitation.asked': { does: 'invite', carries: {}, description: '招待' },
  'chats.asked': { does: 'listChats', carries: {}, description: 'トーク一覧' },
  'pending.asked': { does: 'listPending', carries: {}, description: '承認待ち' },
  /** Whose time is over without a record. */
  'unrecorded.asked': { does: 'listUnrecorded', carries: {}, description: '未記録' },
  /** What LINE did not bring, and staff have to tell by telephone. */
  'calls.asked': { does: 'listCalls', carries: {}, description: 'お電話' },
  'rooms.asked': { does: 'listRooms', carries: {}, description: '会議室' },
} as const satisfies ActTable;
export type StaffCommand = keyof typeof staffCommands;

/** Buttons; some of them can be typed as well. */
export const staffTaps = {
  ...staffCommands,
  'help.asked': { does: 'help', carries: {}, description: 'ヘルプ' },
  'confirm.asked': { does: 'askRoom', carries: ofBooking, description: '確定する' },
  /** `sure`: the card said that the day is closed. */
  'room.picked': {
    does: 'confirmInRoom',
    carries: { ...ofBooking, room: 'id', sure: 'flag' },
    description: '会議室をえらぶ',
  },
  /** The keyboard opens with the beginning of a line: that is its answer. */
  'numbers.asked': { does: null, carries: ofBooking, description: '番号を入力' },
  /** `numbers`: of those that the card showed. `sure`: it said that the day is closed. */
  'numbers.confirmed': {
    does: 'confirmWithNumbers',
    carries: { ...ofBooking, numbers: 'mark', sure: 'flag' },
    description: 'この番号で確定する',
  },
  /** Of a confirmed booking: other numbers, or another room. */
  'numbers.correcting': { does: 'askNumbers', carries: ofBooking, description: '番号を直す' },
  'numbers.corrected': {
    does: 'correctNumbers',
    carries: { ...ofBooking, numbers: 'mark' },
    description: '番号を送り直す',
  },
  'room.changed': {
    does: 'moveToRoom',
    carries: { ...ofBooking, room: 'id' },
    description: '別の会議室にする',
  },
  'rooms.more': { does: 'listMoreRooms', carries: { page: 'page' }, description: '会議室のつづき' },
  'room.asked': { does: 'showRoom', carries: { room: 'id' }, description: '会議室の1行' },
  /** The keyboard opens: that is its answer. */
  'room.renumbering': { does: null, carries: { room: 'id' }, description: '会議室の番号を変える' },
  /** To those whose bookings are in it. `numbers`: of those that it had when it was asked. */
  'room.resent': {
    does: 'resendRoom',
    carries: { room: 'id', numbers: 'mark' },
    description: '会議室の番号を送り直す',
  },
  /** 取り消す of that. `at`: when it was pressed. */
  'room.unsent': {
    does: 'undoResend',
    carries: { room: 'id', at: 'at' },
    description: '会議室の番号の送り直しを取り消す',
  },
  'room.kept': { does: 'keepRoom', carries: { room: 'id' }, description: 'これからだけ' },
  /** `sure`: it was said how many bookings are in it. */
  'room.removed': {
    does: 'removeRoom',
    carries: { room: 'id', sure: 'flag' },
    description: '会議室を削除する',
  },
  'decline.asked': { does: 'askDeclineReason', carries: ofBooking, description: 'お断りする' },
  'decline.picked': {
    does: 'declineRequest',
    carries: { ...ofBooking, reason: declineReasons },
    description: '理由をえらぶ',
  },
  'cancel.asked': { does: 'askCancelReason', carries: ofBooking, description: 'キャンセル' },
  'cancel.picked': {
    does: 'cancelBooking',
    carries: { ...ofBooking, reason: cancelReasons },
    description: 'キャンセルの理由をえらぶ',
  },
  'move.asked': {
    does: 'askDayToMove',
    carries: { ...ofBooking, page: 'page' },
    description: '日時を変える',
  },
  'move.day': {
    does: 'askTimeToMove',
    carries: { ...ofBooking, day: 'day', fine: 'flag' },
    description: '新しい日をえらぶ',
  },
  'move.time': {
    does: 'checkMove',
    carries: { ...ofBooking, day: 'day', time: 'time' },
    description: '新しい時間をえらぶ',
  },
  'move.made': {
    does: 'moveBooking',
    carries: { ...ofBooking, day: 'day', time: 'time' },
    description: '変える',
  },
  'move.roomed': {
    does: 'moveIntoRoom',
    carries: { ...ofBooking, day: 'day', time: 'time', room: 'id' },
    description: '別の会議室で変える',
  },
  /** On the time that the card showed as wished for. */
  'wish.granted': {
    does: 'grantWish',
    carries: { ...ofBooking, day: 'day', time: 'time' },
    description: '希望の日時に変える',
  },
  'wish.refused': {
    does: 'keepAsItIs',
    carries: { ...ofBooking, day: 'day', time: 'time' },
    description: 'そのまま',
  },
  ...offerTaps,
  /** 取り消す, while its person has not been told. `sure`: the card said that the day is closed. */
  'undo.asked': {
    does: 'undoDecision',
    carries: { ...ofBooking, sure: 'flag' },
    description: '取り消す',
  },
  'readmit.asked': { does: 'readmit', carries: ofBooking, description: 'もう一度受ける' },
  /** Both days inclusive. */
  'days.asked': {
    does: 'showDays',
    carries: { from: 'day', until: 'day', page: 'page' },
    description: '今日・明日・今週・日付',
  },
  'pending.more': { does: 'listMorePending', carries: { page: 'page' }, description: '承認待ちのつづき' },
  'unrecorded.more': {
    does: 'listMoreUnrecorded',
    carries: { page: 'page' },
    description: '未記録のつづき',
  },
  'card.asked': { does: 'showCard', carries: { booking: 'id' }, description: '一覧の1行' },
  'outcome.asked': { does: 'askOutcome', carries: ofBooking, description: '記録を直す' },
  'outcome.recorded': {
    does: 'recordOutcome',
    carries: { ...ofBooking, outcome: outcomes },
    description: '来室・電話で実施・連絡なし・欠席',
  },
  /** Instead of what is on record. */
  'outcome.corrected': {
    does: 'correctOutcome',
    carries: { ...ofBooking, outcome: outcomes, reason: correctionReasons },
    description: '記録を直す理由をえらぶ',
  },
  'contact.asked': { does: 'showContact', carries: { booking: 'id' }, description: '連絡先を見る' },
  'calls.more': { does: 'listMoreCalls', carries: { page: 'page' }, description: 'お電話のつづき' },
  'call.asked': { does: 'showCall', carries: { call: 'id' }, description: 'お電話の1行' },
  'call.page': { does: 'openCallPage', carries: { call: 'id' }, description: '電話のページ' },
  'call.told': { does: 'markTold', carries: { call: 'id' }, description: '伝えた' },
  'closures.asked': { does: 'listClosures', carries: { page: 'page' }, description: '休業 一覧' },
  'closure.asked': { does: 'showClosure', carries: { closure: 'id' }, description: '休業の1行' },
  /** `counsellors`: how many stay; 0: it is closed. `hits`: of the bookings that the card showed. */
  'closure.made': {
    does: 'makeClosure',
    carries: { day: 'day', part: 'part', counsellors: 'count', reason: 'note', hits: 'mark' },
    description: '休業にする・相談員を減らす',
  },
  'closure.dropped': { does: 'dropClosure', carries: { day: 'day' }, description: '休業にするのをやめる' },
  'closure.lifted': {
    does: 'liftClosure',
    carries: { closure: 'id' },
    description: '休業を取り消す・解除する',
  },
  /** `tries`: as the card showed it, so that several who press count once. */
  'call.away': { does: 'markAway', carries: { call: 'id', tries: 'version' }, description: '留守' },
  'call.resent': { does: 'resendCall', carries: { call: 'id' }, description: 'LINEで送り直す' },
  /** Of somebody who cannot get in. */
  'help.taken': { does: 'takeHelp', carries: { booking: 'id' }, description: '対応します' },
  /** 通知 入 and 通知 切, for the chat in which it is said. `on` is false where it is missing. */
  'pushes.set': { does: 'setPushes', carries: { on: 'flag' }, description: '通知 入・通知 切' },
  'chat.ending': { does: 'askBeforeEnding', carries: ofChat, description: 'ほかのトークの「終了する」' },
  /** `sure`: whoever presses has been asked whether that is meant. */
  'chat.ended': {
    does: 'endChat',
    carries: { ...ofChat, sure: 'flag' },
    description: 'ほかのトークを取り消す・終了する',
  },
  ...peopleTaps,
  ...phoneTaps,
} as const satisfies ActTable;
export type StaffTap = keyof typeof staffTaps;

/** Only typed. */
export const staffLines = {
  /** 番号 2611-0004 …: `text` is all that follows the word. */
  'numbers.typed': { does: 'readNumbers', carries: { text: 'line' }, description: '番号の行' },
  /** 0004 or 2611-0004: `yearMonth` null for the running number alone. */
  'receipt.typed': {
    does: 'findCard',
    carries: { number: 'number', yearMonth: 'yearMonth' },
    description: '受付番号',
  },
  'room.removing': { does: 'findRoomToRemove', carries: { text: 'line' }, description: '会議室 削除' },
  /** 休業 12/3 午後 研修, 休業 解除 12/3, 12/3 1人: `text` is all of it. */
  'closure.typed': { does: 'readClosure', carries: { text: 'line' }, description: '休業・人数の行' },
  'hold.unclear': { does: 'sayPhoneUnclear', carries: {}, description: '電話予約の行(読み取れない)' },
  'room.added': { does: 'addRoom', carries: { text: 'line' }, description: '会議室を追加' },
  ...peopleLines,
} as const satisfies ActTable;
