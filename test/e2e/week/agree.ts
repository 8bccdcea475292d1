// At the end of the week: each of the five sources agrees with the table of expected.ts, and so with the others.
import { expect } from 'vitest';
import { detailsOf, everybody, type Who } from './cast.ts';
import { day, dayOn, numbers, office, writes } from './desk.ts';
import { type Expected, expected, pushesToStaff } from './expected.ts';
import {
  calls,
  given,
  heard,
  history,
  keyOf,
  ledger,
  pushes,
  type Row,
  stored,
  strangers,
} from './sources.ts';

/** One line for each of the 21, so that a difference shows whose it is. */
const each = <T>(of: (who: Who, row: Expected) => T): Record<string, T> =>
  Object.fromEntries(everybody.map((who) => [who, of(who, expected[who])]));

const quarters = (time: string): string => `${time}～${time.slice(0, 3)}45`;
const lastClerk = (steps: string): string => [...steps.matchAll(/\(([^)]+)\)/g)].at(-1)?.[1] ?? '';

/** `1/18 申込、1/19 確定(鈴木)` without its days. */
const withoutDays = (line = ''): string => line.replaceAll(/\d+\/\d+ /g, '').replaceAll('、', ' ');

export async function theLedgerAgrees(): Promise<void> {
  const { page, file, sums } = await ledger();
  expect(file).toEqual(page);
  expect(page).toHaveLength(everybody.length);
  const rows = await stored();
  const lineOf = (who: Who) => page.find((line) => line.受付番号 === numbers[who]);
  expect(each((who) => ({ ...lineOf(who), 経過: withoutDays(lineOf(who)?.経過) }))).toEqual(
    each((who, { final: [index, time], state, steps }) => ({
      ...{ 日: dayOn(index), 時間: quarters(time), 受付番号: numbers[who] },
      ...{ 氏名: detailsOf(who).name, 求職番号: who === 'fumiko' ? '' : detailsOf(who).jobNumber },
      ...{ 同席など: '', 結果: state, 担当: rows.get(keyOf(who))?.counsellor },
      ...{ 決めた職員: lastClerk(steps), 経過: steps },
    })),
  );
  const counted = Object.fromEntries(sums.slice(1));
  const count = (state: string) => String(everybody.filter((who) => expected[who].state === state).length);
  for (const state of [
    '実施',
    '電話で実施',
    '連絡なし',
    '欠席(連絡あり)',
    'キャンセル',
    'お断り',
    '取り下げ',
  ])
    expect([state, counted[state]]).toEqual([state, count(state)]);
  expect(counted).toMatchObject({ 期限切れ: '0', 未記録: '0', 合計: String(everybody.length) });
}

const states: Readonly<Record<string, string>> = {
  ...{ done: '実施', byPhone: '電話で実施', noShow: '連絡なし', absent: '欠席(連絡あり)', confirmed: '確定' },
  ...{ cancelled: 'キャンセル', declined: 'お断り', withdrawn: '取り下げ' },
};

export async function theRowsAgree(): Promise<void> {
  const rows = await stored();
  expect(rows.size).toBe(everybody.length);
  const shown = ({ state, day: on, time, room }: Row) => ({ state: states[state], on, time, room });
  const found = each((who) => shown(rows.get(keyOf(who)) as Row));
  expect(found).toEqual(
    each((_, { final: [index, time], state, room }) => ({ state, on: day(index), time, room })),
  );
}

const events: Readonly<Record<string, string>> = {
  ...{ request: '申込', withdraw: '取り下げ', confirm: '確定', decline: 'お断り', cancel: 'キャンセル' },
  ...{ reschedule: '日時の変更', renumber: '番号の変更', undo: '取り消し', start: '来室', close: '終了' },
  ...{ phone: '電話で実施', miss: '連絡なし', absent: '欠席' },
};

export async function theHistoryAgrees(): Promise<void> {
  const steps = await history();
  const life = (who: Who) => (steps.get(keyOf(who)) ?? []).filter(({ event }) => event in events);
  const words = (who: Who) =>
    life(who).map(({ event, by }) => `${events[event]}${by === null ? '' : `(${by})`}`);
  expect(each((who) => words(who).join(' '))).toEqual(each((_, row) => row.steps));
  expect(each((who) => states[life(who).at(-1)?.to ?? ''])).toEqual(each((_, { state }) => state));
}

export async function theChatsAgree(): Promise<void> {
  expect(each(heard)).toEqual(each((_, row) => row.heard));
  expect(each(given)).toEqual(each((_, row) => row.given ?? []));
  expect(each(strangers)).toEqual(each(() => []));
  const open = await calls();
  expect(each((who) => open.get(keyOf(who)))).toEqual(each((_, row) => row.calls));
  const list = await writes('kato', 'お電話');
  expect(list).toContain('お電話 1件');
  expect(list).toContain(detailsOf('setsuko').name);
}

/** By the state in the end: what the chat, the calls or the telephone must have said. */
const final: Readonly<Record<string, RegExp>> = {
  ...{
    実施: /確定|日時|confirmed:told|numbers/,
    電話で実施: /確定/,
    連絡なし: /確定/,
    '欠席(連絡あり)': /確定/,
    確定: /確定/,
  },
  ...{ キャンセル: /キャンセル|cancelled/, お断り: /お断り/, 取り下げ: /取り下げ/ },
};

export async function everybodyWasTold(): Promise<void> {
  const [rows, open] = [await stored(), await calls()];
  for (const who of everybody) {
    const { state = '', saidByPhone = null } = rows.get(keyOf(who)) ?? {};
    const said = [heard(who), open.get(keyOf(who)), saidByPhone].join(' ');
    expect(said, who).toMatch(final[states[state] ?? ''] ?? /^$/);
    expect(said.includes(':open'), `a call to ${who}`).toBe(who === 'setsuko');
  }
}

/** A message costs one for every member of the chat it is pushed to. */
export async function itCost(): Promise<void> {
  const { toStaff, toPeople, toNobody } = pushes();
  const members = office.staff.group.memberIds().length;
  expect({ toStaff, ofSix: toStaff * members, ofADutyPhone: toStaff }).toEqual({
    ...{ toStaff: pushesToStaff, ofSix: 138, ofADutyPhone: 23 },
  });
  // To each person what the table says, but for what was an answer; three that were sent to Ran reached nobody.
  const answers = ['受付', '希望', '取り下げ', 'つながり'];
  const told = everybody.flatMap((who) => (heard(who) ?? '').split(' ').filter((kind) => kind !== ''));
  expect(toPeople).toBe(told.filter((kind) => !answers.includes(kind)).length);
  expect(toNobody).toBe(3);
}
