// Which phones the page opens, as its address says, whoever wrote that.
import { expect, test } from 'vitest';
import {
  firstPhones,
  phoneTakenUp,
  readHash,
  stillThere,
  writeHash,
} from '../../src/page/phones/which-phones.ts';

const person = (userId: string, friendship: 'friend' | 'none' = 'friend') => ({
  userId,
  displayName: userId,
  friendship,
});
const cast = {
  people: [person('U1'), person('U2'), person('U3', 'none')],
  groups: [{ groupId: 'C1', name: 'Team', botIsMember: true, members: ['U2', 'U3'] }],
};
const opened = (hash: string) => stillThere(readHash(hash), cast);

test('what was written into the address is read from it again', () => {
  const phones = [{ userId: 'U1', chatId: 'U1' }, { userId: 'U2', chatId: 'C1' }, { userId: 'U3' }];
  expect(writeHash(phones)).toBe('#U1:U1,U2:C1,U3');
  expect(opened(writeHash(phones))).toEqual(phones);
});

test.each([
  ['nothing', '', []],
  ['nobody', '#,,:,%', []],
  ['somebody who is gone, and a name that every object has', '#U9:C1,__proto__:constructor', []],
  ['somebody twice', '#U1,U1:U1', [{ userId: 'U1' }]],
  ['a chat of others', '#U1:C1,U2:U1', [{ userId: 'U1' }, { userId: 'U2' }]],
  ['markup', '#<img src=x onerror=alert(1)>,U1', [{ userId: 'U1' }]],
])('an address that names %s opens only what is there', (_, hash, phones) => {
  expect(opened(hash)).toEqual(phones);
});

test('without an address it is the first with the account and the second in the group', () => {
  expect(firstPhones(cast)).toEqual([
    { userId: 'U1', chatId: 'U1' },
    { userId: 'U2', chatId: 'C1' },
  ]);
});

test('who is no friend of the account is taken up in the group, everybody else with the account', () => {
  expect(phoneTakenUp(cast, 'U3')).toEqual({ userId: 'U3', chatId: 'C1' });
  expect(phoneTakenUp(cast, 'U2')).toEqual({ userId: 'U2', chatId: 'U2' });
});
