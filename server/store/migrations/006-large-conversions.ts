import type { StoreDialect } from '../dialect/dialect.ts';

/** Less work for what writes or takes back records by the thousand. Never edited after release. */
export function largeConversions({ referenceStatements }: StoreDialect): string[] {
  return [...referenceStatements, ...indexesOfListedRecords()];
}

/** A record that is withdrawn is in no list: to take ten thousand back, nothing is written to the orders of lists. */
function indexesOfListedRecords(): string[] {
  const sorted = [
    'name_key',
    'sku_key',
    'category_key',
    'location_key',
    'quantity',
    'code_count',
    'income',
    'cost',
    'changed_at',
  ];
  const unknownLast = ['profit', 'margin_ppm'];
  return [
    ...sorted.flatMap((column) => listed(`record_by_${column}`, `${column}, id`)),
    // Unknown comes last in both directions.
    ...unknownLast.flatMap((column) => [
      ...listed(`record_by_${column}_up`, `(${column} is null), ${column}, id`),
      ...listed(`record_by_${column}_down`, `(${column} is null), ${column} desc, id desc`),
    ]),
  ];
}

function listed(name: string, columns: string): string[] {
  return [`drop index ${name}`, `create index ${name} on record (${columns}) where is_withdrawn = 0`];
}
