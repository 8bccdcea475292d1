// The results as somebody reads them in a terminal, and as a program reads them.
import type { Result } from './examine.ts';
import { count } from './sentences.ts';

const marks: Readonly<Record<Result['status'], string>> = {
  right: 'ok',
  note: 'note',
  warning: 'WARNING',
  broken: 'BROKEN',
  notChecked: 'skipped',
};

const markWidth = 8;

export function tellInWords(results: readonly Result[]): string {
  return [...results.map(tellOne), '', tellAll(results)].join('\n');
}

function tellOne(result: Result): string {
  const line = `${marks[result.status].padEnd(markWidth)} ${result.name}: ${result.says}`;
  return 'fix' in result ? `${line}\n${' '.repeat(markWidth)} → ${result.fix}` : line;
}

function tellAll(results: readonly Result[]): string {
  const many = (status: Result['status']) => results.filter((one) => one.status === status).length;
  const broken = many('broken');
  return [
    broken === 0 ? 'Nothing is broken.' : `${count(broken, 'thing')} to fix, from the top down.`,
    ...(many('warning') === 0 ? [] : [`${count(many('warning'), 'warning')}.`]),
    ...(many('notChecked') === 0 ? [] : [`Not checked: ${many('notChecked').toLocaleString('en')}.`]),
  ].join(' ');
}

/** `{ ok, checks: [{ name, status, says, fix? }] }` */
export const tellAsData = (results: readonly Result[]): string =>
  JSON.stringify({ ok: isAllRight(results), checks: results }, null, 2);

export const isAllRight = (results: readonly Result[]): boolean =>
  results.every(({ status }) => status !== 'broken');
