// Nothing that is sealed is forgotten when a key is changed.
import { expect, test } from 'vitest';
import { sealedColumns } from '../../src/records/sealed-columns.ts';
import { openTestDatabase } from '../helpers/database.ts';

test('every sealed column of the database can be sealed anew, and every hash of an opened text hashed anew', async () => {
  const { prisma, close } = await openTestDatabase();
  const columns = await prisma.$queryRaw<{ name: string; type: string }[]>`
    SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND (data_type = 'bytea' OR column_name LIKE '%Hash')`;
  await close();
  const named = (type: (one: string) => boolean) =>
    columns.flatMap((column) => (type(column.type) ? [column.name] : [])).toSorted();
  expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    named((type) => type === 'bytea'),
  );
  // Of these only a hash was ever kept: they end by themselves.
  const endAlone = [
    'ContactLink.tokenHash',
    'PageLink.tokenHash',
    'EnrolmentCode.codeHash',
    'LinkCode.codeHash',
  ];
  const hashes = sealedColumns.flatMap(({ table, hash }) => (hash ? [`${table}.${hash.column}`] : []));
  expect([...hashes, ...endAlone].toSorted()).toEqual(named((type) => type !== 'bytea'));
});
