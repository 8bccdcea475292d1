// Which statements are asked so often that the database should keep their plans, and under which names.

import { createHash } from 'node:crypto';

/**
 * A statement is prepared at its 200th use. A plan is kept until its table is analysed again, and one made while the table is
 * nearly empty is bad later: so early uses are planned each time.
 */
const preparedFrom = 200;
/** A prepared statement costs memory in each session on the server. Beyond so many different ones the next are planned each time. */
const preparedAtMost = 150;
/** Texts that are made anew each time would fill the memory: beyond so many all begin to count anew. */
const countedAtMost = 1_000;

export type Names = {
  /** The same text has the same name on each connection; undefined: it was not asked often enough. */
  of(text: string): string | undefined;
  /** What the server has answered to a prepared statement, by its SQLSTATE. */
  refused(code: string | undefined): void;
};

/** Behind a pooler that gives each transaction another session: what has a name here has none there, or has one already. */
const sessionIsShared: ReadonlySet<string | undefined> = new Set(['26000', '42P05']);
/** A table has changed since the statement was planned. */
const planIsOutdated = '0A000';
/** Each makes all statements be planned anew on each connection. More changes of tables while a process runs there are not. */
const renewedAtMost = 20;

/** `limits` as above where a test sets no others. */
export function createNames(limits = { from: preparedFrom, atMost: preparedAtMost }): Names {
  /** How often each text was asked, while it has no name. */
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  let renewed = 0;
  let isOff = false;
  return {
    of(text) {
      if (isOff) return undefined;
      const known = names.get(text);
      if (known !== undefined) return `${known}_${renewed}`;
      if (names.size >= limits.atMost) return undefined;
      const count = (uses.get(text) ?? 0) + 1;
      if (count < limits.from) {
        if (uses.size >= countedAtMost) uses.clear();
        uses.set(text, count);
        return undefined;
      }
      uses.delete(text);
      const name = `m_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
      names.set(text, name);
      return `${name}_${renewed}`;
    },
    refused(code) {
      if (sessionIsShared.has(code)) isOff = true;
      if (code !== planIsOutdated) return;
      renewed += 1;
      if (renewed > renewedAtMost) isOff = true;
    },
  };
}

/** One statement that is planned. Several in one text cannot have a name. */
export const isPlanned = (text: string): boolean =>
  /^\s*(?:WITH|SELECT|INSERT|UPDATE|DELETE)\s/.test(text) && !text.includes(';');
