// A week of an office, from Monday 8:30 to Friday evening: fifteen people ask in LINE, six telephone, six clerks decide in one group.
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  everybodyWasTold,
  itCost,
  theChatsAgree,
  theHistoryAgrees,
  theLedgerAgrees,
  theRowsAgree,
} from './week/agree.ts';
import { office, openWeek } from './week/desk.ts';
import { friday } from './week/friday.ts';
import { mondayMorning } from './week/monday.ts';
import { mondayAfternoon } from './week/monday-afternoon.ts';
import { thursday } from './week/thursday.ts';
import { tuesday } from './week/tuesday.ts';
import { wednesday } from './week/wednesday.ts';

// A day takes ten seconds, and a minute and more on a slow machine with other work.
describe('A week of an office', { timeout: 300_000 }, () => {
  beforeAll(openWeek);
  afterAll(() => office.close());

  test('Monday morning', mondayMorning);
  test('Monday afternoon', mondayAfternoon);
  test('Tuesday', tuesday);
  test('Wednesday', wednesday);
  test('Thursday', thursday);
  test('Friday', friday);

  describe('in the end the table of the week agrees with', () => {
    test('the ledger, on its page and in its file', theLedgerAgrees);
    test('the rows of the database', theRowsAgree);
    test('the history of the bookings', theHistoryAgrees);
    test('what each person heard, and what stands in お電話', theChatsAgree);
    test('that everybody was told something final, or stands in お電話', everybodyWasTold);
    test('what it cost in messages', itCost);
  });
});
