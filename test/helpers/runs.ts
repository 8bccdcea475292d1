// How thoroughly this run tests. `npm test` is for after every change; `npm run check` and `.ci/run` set CHECK=1: then
// made-up cases come in full number, and files named `.check.test.ts` run too: walks through every screen, drills.

export const isCheck = process.env.CHECK === '1';

/** Of so many made-up cases, those that this run tries. */
export const runs = (all: number): number => (isCheck ? all : Math.ceil(all / 10));

/** Of many cases of one kind, played in a chat: every third here, all of them in the check. */
export const aFew = <const Row>(rows: readonly Row[]): Row[] =>
  rows.filter((_, at) => isCheck || at % 3 === 0);

/** Of many cases of several kinds, played in a chat: the first of each kind here, all of them in the check. */
export const oneOfEach = <const Row>(rows: readonly Row[], kindOf: (row: Row) => unknown): Row[] =>
  rows.filter((row, at) => isCheck || rows.findIndex((other) => kindOf(other) === kindOf(row)) === at);
