// What an act of staff or of a person can carry: the kinds of facts, and the shape of the tables that name them.

/**
 * What an act can carry. `id`: of a row, a UUID. `version`: of a booking. `page`: which card of a list, from 0. `day`: JST
 * `YYYY-MM-DD`. `time`: JST `HH:mm`. `chat`: a LINE id. `at`: epoch ms. `mark`: a short hash. `flag`: false where it is missing. `number`: of a
 * receipt. `times`: up to three starts, epoch ms, the earliest first; none where it is missing. `part`: of a day, `all` or `HH:mm-HH:mm`. `count`: of people. `note`: a few words that staff typed, '' for none. `line`,
 * `yearMonth`: only what is typed has them. A list: one of its codes.
 */
type FactKinds = {
  id: string;
  version: number;
  page: number;
  day: string;
  time: string;
  chat: string;
  at: number;
  mark: string;
  flag: boolean;
  number: number;
  times: readonly number[];
  part: string;
  count: number;
  note: string;
  line: string;
  yearMonth: string | null;
};
export type FactKind = keyof FactKinds | readonly string[];
type Fact<Kind> = Kind extends keyof FactKinds
  ? FactKinds[Kind]
  : Kind extends readonly (infer Code)[]
    ? Code
    : never;
export type Facts<Carries> = { [Name in keyof Carries]: Fact<Carries[Name]> };

/** `does`: the effect, which gets what the act carries; null: nothing is left to do. `description`: on the drawing. */
type ActRow = {
  does: string | null;
  carries: Readonly<Record<string, FactKind>>;
  description: string;
};
export type ActTable = Readonly<Record<string, ActRow>>;
