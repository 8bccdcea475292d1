// The address of a PostgreSQL server: what of it may be told, and under which name we connect.
import { describe, expect, test } from 'vitest';
import { connectionTo, hasLooseSign, placeOf } from '../../src/db/server-address.ts';

describe('where a server is', () => {
  test.each([
    ['postgres://keeper:secret@db.example:5433/counter', 'db.example:5433', 'counter'],
    ['postgres://keeper@127.0.0.1/counter?sslmode=require', '127.0.0.1', 'counter'],
    ['postgres:///counter?host=/var/run/postgresql', '/var/run/postgresql', 'counter'],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/counter', '/var/run/postgresql', 'counter'],
    ['postgres:///counter', 'localhost', 'counter'],
  ])('%s', (url, host, database) => {
    expect(placeOf(url)).toEqual({ host, database });
    expect(hasLooseSign(url)).toBe(false);
  });

  test.each([
    ['postgres://keeper:12/secret@db.example/counter'],
    ['postgres://keeper:12?secret@db.example/counter'],
    ['postgres://keeper:12#secret@db.example/counter'],
    ['no address'],
  ])('is not told of %s, in which a password may stand anywhere', (url) => {
    expect(placeOf(url)).toBeUndefined();
  });
});

test('we connect under our own name, whatever the address says', () => {
  const url = 'postgres://keeper:p%2Fw@db.example/counter?sslmode=require';
  expect(connectionTo(url, 'madoguchi')).toEqual({ connectionString: url, application_name: 'madoguchi' });
  expect(connectionTo(`${url}&application_name=office`, 'madoguchi')).toEqual({
    connectionString: url,
    application_name: 'madoguchi',
  });
});
