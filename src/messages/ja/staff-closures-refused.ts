// Why a line about closures changes nothing: one sentence, and the right form where there is one.
import type { NoClosure, UnclearClosure } from '../facts-closures.ts';
import type { Message } from '../message.ts';
import { dayText } from './dates.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

const form = '1日ずつ、次のように送ってください。\n休業 12/3 午後 研修';

const unclear: Readonly<Record<UnclearClosure, (day: string) => string>> = {
  form: () => `休業の日や時間が読み取れませんでした。\n${form}`,
  lift: () => '解除する日が読み取れませんでした。\n次のように送ってください。\n休業 解除 12/3',
  weekday: (day) => `${day}です。\n曜日が合わないので、何もしていません。`,
  reason: () => `理由は、20文字までで送ってください。\n例\n休業 12/3 午後 研修`,
};

export const closureUnclear = (because: UnclearClosure, day?: string): Message[] =>
  say(unclear[because](day === undefined ? '' : dayText(day)));

type Needless = Extract<NoClosure, { why: 'needless' }>;

function needlessText({ day, because }: Needless): string {
  const date = dayText(day);
  switch (because.why) {
    case 'past':
      return `${date}のその時間は、もう過ぎています。`;
    case 'holiday':
      return `${date}は「${because.name}」で、もともと休みです。`;
    case 'yearEnd':
      return `${date}は年末年始で、もともと休みです。`;
    default:
      return `${date}は、もともと休みです。`;
  }
}

function textOf(no: NoClosure): string {
  switch (no.why) {
    case 'needless':
      return needlessText(no);
    case 'outside':
      return 'その時間は、もともと開いていません。';
    case 'none':
      return `${dayText(no.day)}の休業は、登録されていません。`;
    case 'counsellors':
      return `相談員は${no.most}人です。\nそれより多くはできません。`;
    case 'noCounsellors':
      return `相談員がいない日は、休業にしてください。\n休業 ${Number(no.day.slice(5, 7))}/${Number(no.day.slice(8))}`;
    case 'allThere':
      return `${dayText(no.day)}の相談員は、もともと${no.most}人です。`;
    default:
      return 'この休業は、記録にありません。';
  }
}

export const noClosure = (no: NoClosure): Message[] => say(textOf(no));
