// Requests with anything in them: what fast-check tries on the endpoints.
import fc from 'fast-check';
import { endpoints } from '../../src/api/endpoints.ts';

const paths = fc.constantFrom(...endpoints.map(({ method, path }) => ({ method, path })));
const name = fc.oneof(
  fc.constantFrom(`U${'0'.repeat(32)}`, `C${'f'.repeat(32)}`, '__proto__', '%00', '..', 'list'),
  fc.webSegment().filter((text) => text !== ''),
);
/** A method and a path of an endpoint, with anything in place of the names, and a query. */
export const anyPlace = fc
  .record({
    endpoint: paths,
    names: fc.array(name, { minLength: 3, maxLength: 3 }),
    query: fc.webQueryParameters(),
  })
  .map(({ endpoint: { method, path }, names: [one = 'a', two = 'b', three = 'c'], query }) => {
    const filled = [one, two, three].reduce((text, value) => text.replace(/\{\w+\}/, () => value), path);
    return { method, path: query === '' ? filled : `${filled}?${query}` };
  });

/** Words that mean something to the platform, in places where they do not belong. */
const word = fc.constantFrom(
  ...'text flex bubble box template postback replyToken __proto__'.split(' '),
  `U${'0'.repeat(32)}`,
);
const key = fc.constantFrom(
  ...'type text to messages replyToken contents body action template size areas bounds width'.split(' '),
  ...'quickReply items richMenuAliasId richMenuId endpoint substitution __proto__'.split(' '),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.oneof(word, fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));
/** JSON, a form, or neither. */
export const anyBody = fc.oneof(
  value.map((one) => JSON.stringify(one)),
  fc.uint8Array({ maxLength: 200 }),
  fc.webQueryParameters(),
);
export const anyContentType = fc.constantFrom(
  ...'application/json application/json application/x-www-form-urlencoded image/png x'.split(' '),
);
