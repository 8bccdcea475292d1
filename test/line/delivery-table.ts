// Every situation a message can meet on its way, and what becomes of it. The token is good until 50 s.
//
// token: `good`, `spent`, or `none`: a push from the start; `matters` is a good one of what she must hold in her hands.
// tries: when (after the message was made) and how LINE behaves in each call of that try; `died before`
// and `died after`: the process was killed before or after its call, and its result is lost.
// seen: how often she sees the message. told: what the office gets to know.
import type { Behaviour } from './fake-line.ts';

const table = `
situation                                         | token | tries                                              | calls             | seen | ends                | told
all is well                                       | good  | 0s ok                                              | reply             | 1    | completed           |
the token is refused at once                      | spent | 0s ok                                              | reply push        | 1    | completed           |
the token is refused, the push unheard            | spent | 0s ok, 500 after / 1s ok                           | reply push push   | 1    | completed           |
too late for the token                            | good  | 50s ok                                             | push              | 1    | completed           |
reply accepted, then reset                        | good  | 0s reset after / 1s ok                             | reply reply       | 1    | completed           |
reply accepted, no answer in time                 | good  | 0s silent after / 1s ok                            | reply reply       | 1    | completed           |
reply accepted, answered 500                      | good  | 0s 500 after / 1s ok                               | reply reply       | 1    | completed           |
reply accepted, answer cut short                  | good  | 0s 200 garbled / 1s ok                             | reply reply       | 1    | completed           |
reply lost by a reset                             | good  | 0s reset before / 1s ok                            | reply reply       | 1    | completed           |
reply lost in silence                             | good  | 0s silent before / 1s ok                           | reply reply       | 1    | completed           |
reply lost by a 500                               | good  | 0s 500 before / 1s ok                              | reply reply       | 1    | completed           |
reply of unknown outcome                          | good  | 0s reset before                                    | reply             | 0    | failed: reply unknown |
reply unheard, token over: no second message      | good  | 0s reset after / 50s ok                            | reply             | 1    | completed           | unknown
reply lost, token over: nobody can know           | good  | 0s reset before / 50s ok                           | reply             | 0    | completed           | unknown
reply unheard, rate limit: the doubt stays        | good  | 0s reset after / 1s rate limit / 50s ok            | reply reply       | 1    | completed           | unknown
reply unheard, then all calls turned away         | good  | 0s reset after / 1s bad access token / 50s ok      | reply reply       | 1    | completed           | unknown
receipt unheard, token over: once more, with a word | matters | 0s 500 after / 50s ok                          | reply push        | 2    | completed           |
receipt lost, token over: with a word, once       | matters | 0s 500 before / 1s silent before / 50s ok        | reply reply push  | 1    | completed           |
receipt lost, its push unheard: one retry key     | matters | 0s 500 before / 50s 500 after / 51s ok           | reply push push   | 1    | completed           |
receipt lost, its push never heard                | matters | 0s 500 before / 50s 500 before / 24h ok          | reply push        | 0    | completed           | unknown
receipt, killed, token over                       | matters | 0s died before / 60s ok                          | push              | 1    | completed           |
reply while all calls are turned away             | good  | 0s bad access token                                | reply             | 0    | failed: reply barred |
all calls turned away for an hour                 | good  | 0s bad access token / 50s bad access token / 1h ok | reply push push   | 1    | completed           |
all calls turned away by a wall                   | good  | 0s forbidden / 1s a wall / 2s nothing there / 3s ok | reply reply reply reply | 1 | completed          |
a page in LINE's place, whatever its status       | good  | 0s 400 page / 1s 413 page / 2s 409 page / 50s 422 page / 51s ok | reply reply reply push push | 1 | completed |
a push that a page answers is not given up        | none  | 0s 400 page / 1s 410 nothing / 30h ok              | push push push    | 1    | completed           |
a page with 409 is no proof that it was sent      | none  | 0s 409 page                                        | push              | 0    | failed: push barred  |
reply swallowed: 200 without LINE's words         | good  | 0s 200 nothing / 1s ok                             | reply reply       | 1    | completed           |
reply swallowed by a 204, token over              | good  | 0s 204 nothing / 50s ok                            | reply             | 0    | completed           | unknown
receipt swallowed, token over: with a word        | matters | 0s 200 page / 50s ok                             | reply push        | 1    | completed           |
push swallowed: 204                               | none  | 0s 204 nothing / 1s 200 nothing / 2s ok            | push push push    | 1    | completed           |
push while all calls are turned away              | none  | 0s forbidden                                       | push              | 0    | failed: push barred  |
push turned away for a day: no doubt, so no harm  | none  | 0s bad access token / 30h ok                       | push push         | 1    | completed           |
push turned away for three days                   | none  | 0s bad access token / 72h ok                       | push              | 0    | completed           | gaveUp
push unheard, then turned away for a day          | none  | 0s 500 after / 1s bad access token / 24h ok        | push push         | 1    | completed           | unknown
reply over the rate limit                         | good  | 0s rate limit / 1s ok                              | reply reply       | 1    | completed           |
reply over the rate limit, token used up meanwhile | spent | 0s rate limit / 1s ok                             | reply reply push  | 1    | completed           |
reply over the rate limit, token over             | good  | 0s rate limit / 50s ok                             | reply push        | 1    | completed           |
reply with a bad message                          | good  | 0s bad message                                     | reply             | 0    | completed           | refused
killed before the reply                           | good  | 0s died before / 30s ok                            | reply             | 1    | completed           |
killed after the reply                            | good  | 0s died after / 30s ok                             | reply reply       | 1    | completed           |
killed before the reply, token over               | good  | 0s died before / 60s ok                            | push              | 1    | completed           |
killed before the reply, two days off             | good  | 0s died before / 48h ok                            | push              | 1    | completed           |
killed after the reply, then a rate limit         | good  | 0s died after / 30s rate limit / 35s ok            | reply reply reply | 1    | completed           |
rate limit, killed after the reply: old output    | good  | 0s rate limit / 1s died after / 2s ok              | reply reply reply | 1    | completed           |
unheard, killed, token over: the doubt stays      | good  | 0s reset after / 1s died before / 50s ok           | reply             | 1    | completed           | unknown
killed before the push                            | none  | 0s died before / 30s ok                            | push              | 1    | completed           |
killed after the push                             | none  | 0s died after / 30s ok                             | push push         | 1    | completed           |
killed after the push, two days off               | none  | 0s died after / 48h ok                             | push              | 1    | completed           | unknown
no token                                          | none  | 0s ok                                              | push              | 1    | completed           |
push accepted, then reset                         | none  | 0s reset after / 1s ok                             | push push         | 1    | completed           |
push accepted, no answer in time                  | none  | 0s silent after / 1s ok                            | push push         | 1    | completed           |
push accepted, answered 500                       | none  | 0s 500 after / 1s ok                               | push push         | 1    | completed           |
push accepted, answer cut short                   | none  | 0s 200 garbled / 1s ok                             | push push         | 1    | completed           |
push lost by a reset                              | none  | 0s reset before / 1s ok                            | push push         | 1    | completed           |
push lost by a 500                                | none  | 0s 500 before / 1s ok                              | push push         | 1    | completed           |
push of unknown outcome                           | none  | 0s 500 before                                      | push              | 0    | failed: push unknown |
push over the rate limit                          | none  | 0s rate limit                                      | push              | 0    | failed: push rateLimited |
push over the rate limit for a day                | none  | 0s rate limit / 23h ok                             | push push         | 1    | completed           |
push over the rate limit for three days           | none  | 0s rate limit / 72h ok                             | push              | 0    | completed           | gaveUp
push over the quota: nothing waits behind it      | none  | 0s quota                                           | push              | 0    | completed           | quota
the token is refused, the push over the quota     | spent | 0s ok, quota                                       | reply push        | 0    | completed           | quota
too late for the token, the push over the quota   | good  | 50s quota                                          | push              | 0    | completed           | quota
rate limit, then the quota                        | none  | 0s rate limit / 1s quota                           | push push         | 0    | completed           | quota
push unheard, then the quota: the doubt stays     | none  | 0s reset after / 1s quota                          | push push         | 1    | completed           | unknown
push with a bad message                           | none  | 0s bad message                                     | push              | 0    | completed           | refused
push to a chat LINE does not know                 | none  | 0s bad chat                                        | push              | 0    | completed           | refused
push just before its retry key ends               | none  | 0s reset after / 1379m ok                          | push push         | 1    | completed           |
push when its retry key may have ended            | none  | 0s reset after / 23h ok                            | push              | 1    | completed           | unknown
first try a day late, the chat was held up        | none  | 25h ok                                             | push              | 1    | completed           |
`;

export type Try = { at: number; line: Behaviour[]; died?: 'before' | 'after' };

export type Situation = {
  situation: string;
  token: string;
  tries: Try[];
  calls: string;
  seen: number;
  ends: string;
  told: string;
};

const behaviours: readonly Behaviour[] = [
  'ok',
  'reset before',
  'reset after',
  'silent before',
  'silent after',
  '500 before',
  '500 after',
  '200 garbled',
  'rate limit',
  'quota',
  'bad message',
  'bad chat',
  'bad access token',
  'forbidden',
  'a wall',
  'nothing there',
];

const msOf: Partial<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

function readTry(text: string): Try {
  const [, amount, unit = '', rest = ''] = /^(\d+)([smh]) (.+)$/.exec(text.trim()) ?? [];
  const at = Number(amount) * (msOf[unit] ?? Number.NaN);
  if (Number.isNaN(at)) throw new Error(`No time in the try "${text}"`);
  if (rest === 'died before') return { at, line: [], died: 'before' };
  if (rest === 'died after') return { at, line: [], died: 'after' };
  return { at, line: rest.split(', ').map(readBehaviour) };
}

function readBehaviour(text: string): Behaviour {
  const pages = /^\d+ (?:page|nothing)$/.test(text) ? [text as `${number} page`] : [];
  const found = [...behaviours, ...pages].find((behaviour) => behaviour === text);
  if (!found) throw new Error(`The fake LINE cannot behave like "${text}"`);
  return found;
}

export const situations: Situation[] = table
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [situation = '', token = '', tries = '', calls = '', seen = '', ends = '', told = ''] = row
      .split('|')
      .map((cell) => cell.trim());
    return {
      situation,
      token,
      tries: tries.split('/').map(readTry),
      calls,
      seen: Number(seen),
      ends,
      told,
    };
  });
