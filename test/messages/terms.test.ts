// What a consent stands for: each version of the terms is one text on the card, known by its hash.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { hashOfTerms } from '../../src/conversation/effects/details.ts';

/** By office and its `terms.version`. Those of earlier versions stay: consents on record name them. */
const shown: Readonly<Record<string, string>> = {
  'hamamatsu R5-10-16': '989d3cc7e8db7ae3e7bcde4aa45d69a2860e5c1268f0df92d936ab9718bfcbd2',
};

const officesDir = join(import.meta.dirname, '../../offices');
const names = readdirSync(officesDir)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

test.each(names)('what people agree to in %s has not changed under the same version', (name) => {
  const office = readOffice(name, officesDir);
  const key = `${name} ${office.terms.version}`;
  const hash = hashOfTerms(office);
  const advice = `The card of the terms has another text than "${key}" stood for. If it says something new, give
offices/${name}.json another terms.version, so that everybody is asked again. Then, or when only the wording was mended
before anybody agreed to it, write into this test: '${name} <version>': '${hash}'`;
  expect(shown[key], advice).toBe(hash);
});
