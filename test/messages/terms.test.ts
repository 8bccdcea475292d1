// What a consent stands for: each version of the terms and of the notice on personal data is one text, known by its hash.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { hashOfNotice, hashOfTerms } from '../../src/conversation/effects/details.ts';
import { ja } from '../../src/messages/ja/index.ts';

/** By office and its `terms.version`. Those of earlier versions stay: consents on record name them. */
const shown: Readonly<Record<string, string>> = {
  'hamamatsu R5-10-16': '989d3cc7e8db7ae3e7bcde4aa45d69a2860e5c1268f0df92d936ab9718bfcbd2',
};

/** By office and its `privacyNotice.version`. How long things are kept stands in it, from the profile. */
const notices: Readonly<Record<string, string>> = {
  'hamamatsu R8-12-01': '92c34ed7d0fe5490a19f750dc67554a1211b7ca38476fcd92a7b56c3e2a1d00a',
};

const officesDir = join(import.meta.dirname, '../../offices');
const names = readdirSync(officesDir)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

test.each(names)('what people agree to in %s has not changed under the same version', (name) => {
  const office = readOffice(name, officesDir);
  const key = `${name} ${office.terms.version}`;
  const hash = hashOfTerms({ office, words: ja });
  const advice = `The card of the terms has another text than "${key}" stood for. If it says something new, give
offices/${name}.json another terms.version, so that everybody is asked again. Then, or when only the wording was fixed
before anybody agreed to it, write into this test: '${name} <version>': '${hash}'`;
  expect(shown[key], advice).toBe(hash);
});

test.each(names)(
  'what people in %s are told about their data has not changed under the same version',
  (name) => {
    const office = readOffice(name, officesDir);
    const key = `${name} ${office.privacyNotice.version}`;
    const hash = hashOfNotice({ office, words: ja });
    const advice = `The notice on personal data has another text than "${key}" stood for. If it says something new (another
retention, too), give offices/${name}.json another privacyNotice.version, so that everybody sees it before the next booking.
Then, or when only the wording was fixed before anybody saw it, write into this test: '${name} <version>': '${hash}'`;
    expect(notices[key], advice).toBe(hash);
  },
);
