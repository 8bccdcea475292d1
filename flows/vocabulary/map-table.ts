/** A table with the same keys. */
export const mapTable = <Table extends object, Row>(
  table: Table,
  rowOf: (row: Table[keyof Table], key: keyof Table) => Row,
): { [Key in keyof Table]: Row } =>
  // Object.entries forgets the names of the keys.
  Object.fromEntries(Object.entries(table).map(([key, row]) => [key, rowOf(row, key as keyof Table)])) as {
    [Key in keyof Table]: Row;
  };
