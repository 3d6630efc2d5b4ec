import type { StoreDialect } from '../dialect/dialect.ts';

/** How lines are held to the records and operations that they name. Never edited after release. */
export function references({ referenceStatements }: StoreDialect): string[] {
  return [...referenceStatements];
}
