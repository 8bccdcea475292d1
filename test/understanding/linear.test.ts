// One text must not hold up everybody else: what reads typed text reads it once. Blocks of two and three pieces
// are what makes an expression with two adjacent runs try every way to share them out.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestText } from '../../src/core/compatible.ts';
import { aFew, runs } from '../helpers/runs.ts';
import { readers } from './every-reader.ts';

const root = join(import.meta.dirname, '..', '..');

/** `A^k B^m C`, each block about half of the text; without B, A alone. */
type Blocks = readonly [a: string, b: string, c: string];

const upTo = (length: number, piece: string): string => piece.repeat(Math.floor(length / piece.length));

function textOf([a, b, c]: Blocks, length: number): string {
  const room = length - c.length;
  return b === '' ? upTo(room, a) + c : upTo(room / 2, a) + upTo(room / 2, b) + c;
}

/** Found by trying all pairs of the pieces below: slow in one reader or another before these were written anew. */
const found: readonly Blocks[] = [
  ['はい、', '。', '佐'],
  ['はい、', 'です', '佐'],
  ['。', '', '佐'],
  ['、', '', 'a'],
  [' ', '', 'です。x'],
  ['よろしく', '。', '佐'],
  ['お願いします', '！', '佐'],
  ['です', '', ''],
  ['a@', '', 'a'],
  ['a@a', '.', ' '],
  ['一', '', ''],
  ['一', '', '月x'],
  ['二十', '一', '佐'],
  ['じゃなくて', '', '佐'],
  ['じゃない', ' ', '佐'],
  ['10時', '', ''],
  ['1時から', '2時', '佐'],
  ['火曜か', '', 'x'],
  ['来週の火曜', '、', 'x'],
  ['月曜', 'には', 'x'],
  ['月曜から', '', 'x'],
  ['火曜しか', '', 'x'],
  ['12/3まで', '', 'x'],
  ['10時に', '', '仕事'],
  ['仕事は', '10時', 'x'],
  ['仕事は10時から', '', 'い'],
  ['2026/1/1 または', '', 'x'],
  ['と', '月曜 来週の', 'x'],
  ['今', '', '佐'],
  ['1日', ' ', '('],
  ['、', '1', 'x'],
  ['.', '', 'あ1'],
  ['(', ' ', '1x'],
  ['1( ', '', 'x'],
  ['ID:1', ' ', 'あ'],
  ['パスコード:a', ')', 'あ'],
  [')', '', 'a'],
  ['予約', '', ''],
  ['予約', 'か', '。x'],
  ['連絡を', '', '佐'],
  ['ﷺ', '', ''],
  ['ﷺ', '1', 'です'],
  ['㌖', '', '佐'],
  ['\u0301', '', '佐'],
  ['佐\u0301', '\u200D', 'x'],
  ['🙏', '👨\u200D👩', 'x'],
  ['\n', ' ', '佐'],
  ['あ\n', '', 'ます。'],
  ['aa.', '', ''],
  ['http://', '', 'x'],
  ['もう', '限界', '。x'],
  ['\uD842', '', ''],
  ['(a)', '', ''],
  ['1', '(a)', '1'],
];

const pieces =
  'あ か が ー はい はい、 です ます お願いします よろしく 一 二 十 〇 1 12 １ ０９０ 、 。 ， , . ! ？ - － ー ~ の ( ) （ ） / : 月 日 時 分 半 曜 火曜 火曜は には とか 無理 仕事 来週の 明日 午前 pm 様 さん 佐 a A z ＡＢ id パス 会議室 予約 電話 子ども ありがとう 連絡を もう ﷺ ㌖ ｶﾞ 🙏 👍🏽 ❤️'
    .split(' ')
    .concat(
      ' ',
      '　',
      '\u00A0',
      '\u2003',
      '\n',
      '\r\n',
      '\t',
      '\u2028',
      '\u0301',
      '\u200D',
      '\u202E',
      '\uDC00',
    );
const anyPiece = fc.constantFrom(...pieces);
const anyBlocks: fc.Arbitrary<Blocks> = fc.tuple(
  fc.tuple(anyPiece, fc.constantFrom('', '', ...pieces)).map((pair) => pair.join('')),
  fc.oneof(fc.constant(''), anyPiece),
  fc.oneof(fc.constant(''), anyPiece),
);

/** On a machine on which `plainScan` takes `scanMs`; a slower one, or one whose cores are shared, gets as much more. */
const mostMs = 50;
const scanMs = 0.4;
const mostGrowth = 6;
/** Below this the clock and the machine's own work say more than the reader. */
const nothingMs = 3;
/** The work of a thread is counted in steps of up to 4 ms: of this much that is a tenth. */
const countedMs = 40;
const hopelessMs = 1000;
/** On a busy machine a look may be wrong: one that is right is enough. */
const looks = 5;

/** The quickest of a few tries, by the clock; as soon as it is nothing there is no need for more. */
function quickest(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let look = 0; look < looks && best >= nothingMs; look += 1) {
    const before = performance.now();
    read(text);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

/** In ms, as this thread's own work: what else a busy machine does is not in it. */
function costOf(read: (text: string) => unknown, text: string): number {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const before = worked();
  let count = 0;
  for (; worked() - before < countedMs; count += 1) read(text);
  return (worked() - before) / count;
}

const scanned = '10時x'.repeat(1250);
const plainScan = (text: string) =>
  text.replaceAll(/(?=(?<part>(?:\d{1,2}時|x|時){1,7}))\k<part>(?:以外|まで)/gu, '');
/** In ms, on this machine as it is now. */
const mostNow = (): number => mostMs * Math.max(1, costOf(plainScan, scanned) / scanMs);

/**
 * What reading takes, in ms, if it is too long. By its own work, since on a busy machine the clock says more than
 * the reader does; and again, since a neighbour on the same core slows that down too, and not the plain scan beside it.
 */
function tooLong(read: (text: string) => unknown, text: string): number | undefined {
  if (quickest(read, text) <= mostMs) return undefined;
  let best = Number.POSITIVE_INFINITY;
  for (let look = 0; look < looks; look += 1) {
    best = Math.min(best, costOf(read, text));
    if (best <= mostMs || best <= mostNow()) return undefined;
    // No neighbour makes it that much slower.
    if (best > hopelessMs) break;
  }
  return best;
}

/** What tries every combination would not come back from a longer text. */
const tinyLengths = [40, 80, 160, 320];

/** Undefined: as it should be. Otherwise what it costs. */
function tooSlow(read: (text: string) => unknown, blocks: Blocks): string | undefined {
  // As readers see them: one sign may become six (㌖), and a long text is cut, so that its blocks would be others.
  const plain = blocks.map((block) => block.normalize('NFKC')) as [string, string, string];
  const [fifth, whole] = [textOf(plain, longestText / 5), textOf(plain, longestText)];
  for (const text of [
    ...tinyLengths.map((length) => textOf(blocks, length)),
    fifth,
    textOf(blocks, longestText),
  ]) {
    const took = tooLong(read, text);
    // What takes this long is not waited for with a longer text.
    if (took !== undefined)
      return `${JSON.stringify(blocks)}: ${took.toFixed(1)} ms for ${text.length} units`;
  }
  if (quickest(read, whole) < nothingMs) return undefined;
  let told: string | undefined;
  for (let look = 0; look < looks; look += 1) {
    const [short, long] = [costOf(read, fifth), costOf(read, whole)];
    const isQuick = long < mostMs || long < mostNow();
    if (isQuick && long <= mostGrowth * short) return undefined;
    told = `${JSON.stringify(blocks)}: ${short.toFixed(1)} ms, then ${long.toFixed(1)} ms`;
  }
  return told;
}

describe.each(Object.entries(readers).map(([name, read]) => ({ name, read })))('$name', ({ read }) => {
  test('reads five times the text in five times the time, whatever its blocks are', () => {
    expect(
      aFew(found)
        .map((blocks) => tooSlow(read, blocks))
        .filter((told) => told !== undefined),
    ).toEqual([]);
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(tooSlow(read, blocks)).toBeUndefined();
      }),
      { numRuns: runs(30) },
    );
  });
});

test('typed text is brought into compatibility form in one place, which bounds it', () => {
  const files = globSync('src/{core,records,messages,understanding,outbox,conversation,line}/**/*.ts', {
    cwd: root,
  });
  const normalizing = files.filter((file) =>
    /normalize\('NFK[CD]'\)/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(normalizing).toEqual(['src/core/compatible.ts']);
});

describe('the list of readers', () => {
  /** Of words and numbers that were read before, or made by the readers on the list. */
  const others = new Set(
    `findDays findTime findFlexibleWish timeOfHour nearestYear nextDayOfMonth nextWeekday inWeek phoneParts
    plainWords withoutCourtesy withoutClosing withoutItsReading isWrapped isBuiltLikeASentence isForeignSentence withoutSecondThoughts isQuestion aboutWhat meaning smallTalkIn
    plainIntent likelyIntent seeksNumbers asksWhen toHiragana weekdaysIn findUnsuited onlyThese withoutFixed findSpan isDatelike
    isPlainlyAbsent isIll saysPrevented saysStaysAway saysComing asSpoken intentInForm isInForm saysWhen
    fieldToCorrect aboutSending saysItStays isAboutCalls forbids companyIn asksDeletion earlierCorrected callsOff
    comesAfterAll absenceIntent likelyAbsence hasMissedIt isLate wasLate isOnTheWay phoneIntent saysMissed isAboutTalking forbidsCall zoomIntent
    asks wantsCall fearsCall mayWantCall isLimited saysYes doubtsToCome
    isHelpless cameBetween saysLater callsLater willCall isAboutTheDoor isSupposed hasEntered phrasesOf isMatter isMatterBehind namesLanguage isMistyped isPhoneNumber`.split(
      /\s+/,
    ),
  );
  const files = globSync('src/understanding/*.ts', { cwd: root });

  test('names each function that reads text', async () => {
    const exported = await Promise.all(
      files.map(async (file) => Object.entries(await import(join(root, file)))),
    );
    const functions = exported.flat().filter(([, value]) => typeof value === 'function');
    const missing = functions.map(([name]) => name).filter((name) => !(name in readers) && !others.has(name));
    expect(missing).toEqual([]);
    expect(functions.length).toBeGreaterThan(20);
  });
});
