import { sql } from 'kysely';
import type { EntryKind } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { isOneOf } from './manyRows.ts';
import type { ReadHandle } from './store.ts';

/** A record in the tree of another: what that was made from, or what was made from it, and so on. */
export interface LineageNode {
  recordId: string;
  name: string;
  quantity: number;
  /** The record that it hangs on, and how many steps that is from where the tree begins. */
  of: string;
  generation: number;
  operationId: string;
  operationType: string;
  at: string;
  isUndone: boolean;
  /** What came along by this link: units, and money by kind. */
  units: number;
  carried: { kind: EntryKind; amount: Minor }[];
}

export type LineageSide = 'parents' | 'children';

interface Asked {
  recordId: string;
  side: LineageSide;
  generations: number;
  limit: number;
}

/** The tree on one side of a record, nearest generation first, newest first in each; `total` counts the nearest. */
export async function listLineage(
  database: ReadHandle,
  { recordId, side, generations, limit }: Asked,
): Promise<{ nodes: LineageNode[]; total: number }> {
  const links: Link[] = [];
  const seen = new Set([recordId]);
  let ids = [recordId];
  for (let generation = 1; generation <= generations && ids.length > 0; generation += 1) {
    const found = await linksOf(database, { ids, side, limit: limit - links.length });
    links.push(...found.map((link) => ({ ...link, generation })));
    // A record that was pooled and serialized again is its own ancestor: shown once more, followed no further.
    ids = found.map((link) => link.recordId).filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
  }
  const own = side === 'parents' ? 'child_id' : 'parent_id';
  const counted = database.selectFrom('lineage').select(sql<number>`count(*)`.as('total'));
  const { total } = await counted.where(own, '=', recordId).executeTakeFirstOrThrow();
  return { nodes: await withWhatCame(database, { links, side }), total };
}

type Link = Omit<LineageNode, 'units' | 'carried'>;

async function linksOf(
  database: ReadHandle,
  { ids, side, limit }: { ids: readonly string[]; side: LineageSide; limit: number },
): Promise<Omit<Link, 'generation'>[]> {
  const [own, other] =
    side === 'parents' ? (['child_id', 'parent_id'] as const) : (['parent_id', 'child_id'] as const);
  const rows = await database
    .selectFrom('lineage')
    .innerJoin('record', 'record.id', `lineage.${other}`)
    .innerJoin('operation', 'operation.id', 'lineage.operation_id')
    .select([
      'record.id',
      'record.name',
      'record.quantity',
      `lineage.${own} as of`,
      'operation.id as operation_id',
      'operation.type',
      'operation.at',
      'operation.is_undone',
    ])
    .where(isOneOf(database, `lineage.${own}`, ids))
    .orderBy('operation.id', 'desc')
    .orderBy('record.id')
    .limit(Math.max(0, limit))
    .execute();
  return rows.map((row) => ({
    recordId: row.id,
    name: row.name,
    quantity: row.quantity,
    of: row.of,
    operationId: row.operation_id,
    operationType: row.type,
    at: row.at,
    isUndone: row.is_undone === 1,
  }));
}

/** A part that was taken has it all to itself; of what was put together, each giver gave its own. */
async function withWhatCame(
  database: ReadHandle,
  { links, side }: { links: readonly Link[]; side: LineageSide },
): Promise<LineageNode[]> {
  const moverOf = ({ operationType, recordId, of }: Link) => {
    const [parent, child] = side === 'parents' ? [recordId, of] : [of, recordId];
    return operationType === 'pool' || operationType === 'merge' ? parent : child;
  };
  const [operationIds, recordIds] = [links.map((link) => link.operationId), links.map(moverOf)];
  if (links.length === 0) return [];
  const adjustments = await database
    .selectFrom('adjustment')
    .select(['record_id', 'operation_id', 'delta'])
    .where(isOneOf(database, 'operation_id', [...new Set(operationIds)]))
    .where(isOneOf(database, 'record_id', [...new Set(recordIds)]))
    .execute();
  const carries = await database
    .selectFrom('carry_line')
    .select(['record_id', 'operation_id', 'kind', 'amount'])
    .where(isOneOf(database, 'operation_id', [...new Set(operationIds)]))
    .where(isOneOf(database, 'record_id', [...new Set(recordIds)]))
    .orderBy('id')
    .execute();
  const adjustmentsByMove = Map.groupBy(adjustments, moveOf);
  const carriesByMove = Map.groupBy(carries, moveOf);
  return links.map((link) => {
    const move = moveOf({ record_id: moverOf(link), operation_id: link.operationId });
    const delta = (adjustmentsByMove.get(move) ?? []).reduce((sum, row) => sum + row.delta, 0);
    const sign = delta < 0 ? -1 : 1;
    const carried = (carriesByMove.get(move) ?? [])
      .filter(({ amount }) => amount !== 0)
      .map(({ kind, amount }) => ({ kind, amount: minor(sign * amount) }));
    return { ...link, units: Math.abs(delta), carried };
  });
}

function moveOf(row: { record_id: string; operation_id: string }): string {
  return `${row.operation_id} ${row.record_id}`;
}
