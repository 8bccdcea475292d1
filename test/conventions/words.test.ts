// One word for one thing: CONTRIBUTING.md has the list. Words that were given up do not come back.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Identifiers, not ordinary words: each had a standard word beside it, or several meanings. */
const givenUp: Readonly<Record<string, string>> = {
  Talk: 'Conversation',
  SavedTalk: 'SavedConversation',
  runTalk: 'runToRest',
  Desk: 'TurnServices',
  createDesk: 'createTurnServices',
  Arrival: 'InboxItem',
  commitTurns: 'runBatch',
  converse: 'handleEvent',
  takeTurn: 'runTurn',
  pickUp: 'restoreConversation',
  asksTheWorld: 'awaitsResult',
  standing: 'openPrompt',
  Moves: 'BookingRef',
  Hour: 'ConsultationPhase',
  Matter: 'BookingIntent',
  Courtesy: 'SmallTalk',
  Distress: 'Crisis',
  News: 'PersonNotice',
  Leeway: 'FlexibleWish',
  Stretch: 'DateRange',
  mend: 'fix',
  wander: 'scenario',
  Stages: 'fixture',
  Story: 'scenario',
  planted: 'canary',
  Deed: 'effect',
  Trace: 'AttemptHistory',
  chooseWay: 'chooseDelivery',
  lookBeforeApplying: 'checkCanApply',
  lookBeforeRechoosing: 'checkCanMove',
  lookBeforeWithdrawing: 'checkCanWithdraw',
  lookBeforeTyping: 'checkStillPending',
  settledBefore: 'alreadyDecided',
  settledAlready: 'alreadyDecided',
};

/** Where a word stands in code. In a sentence it may be an ordinary word: 「Moves an unconfirmed request」. */
const inCode = (word: string): RegExp =>
  /^[a-z]/.test(word)
    ? new RegExp(`\\b(?:const|let|function|type) ${word}\\b|\\b${word}\\(|[{,(] ?${word}[,:)?]`)
    : new RegExp(`(?:type |: |<|\\| |as |\\{ |, )${word}(?:\\b(?! [a-z])|[;,>)\\]|])`);

const codeOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$|'[^'\n]*'|`[^`]*`/gm, '');

test('no name of the code is a word that was given up', () => {
  const files = globSync('{src,flows,richmenu,prisma,test}/**/*.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || path.includes('generated'),
  });
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) => {
    const code = codeOf(file);
    return Object.entries(givenUp)
      .filter(([word]) => inCode(word).test(code))
      .map(([word, instead]) => `${file}: ${word} is called ${instead}`);
  });
  expect(found).toEqual([]);
});

test('a test is called test, never it', () => {
  const files = globSync('{test,packages/*/test}/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => /^\s*it(?:\.\w+)*[(<`]/m.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});

test('no name speaks of the person as of a woman: fathers use it too', () => {
  const files = globSync('{src,flows,richmenu,prisma}/**/*.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || path.includes('generated'),
  });
  const ofHer = /\b(?:she|hers?)\b(?! [a-z])|\b(?:she|hers?)[A-Z]\w*|\b\w*[a-z](?:She|Hers?)(?![a-z])\w*/;
  const found = files.flatMap((file) => {
    const name = ofHer.exec(codeOf(file))?.[0];
    return name === undefined ? [] : [`${file}: ${name}`];
  });
  expect(found).toEqual([]);
});

test('the list of words is in CONTRIBUTING.md', () => {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  expect(Object.values(givenUp).filter((word) => !guide.includes(word))).toEqual([]);
});
