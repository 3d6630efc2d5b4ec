import { type BulkChange, bulkField, planBulkChange } from '#domain/bulkChange.ts';
import {
  type CellChange,
  type CellEdit,
  type CellField,
  type CellPlan,
  type CellVerdict,
  type QuantityAnswers,
  planCellEdit,
} from '#domain/cellEdit.ts';
import { type CodeHolder, refusedClaims } from '#domain/codeClaims.ts';
import type { Refusal } from '#domain/refusal.ts';
import { MAX_CODES_AT_ONCE, type CodeKey } from '#domain/stockCode.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import type { RecordWithCodes } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';

/** An edit as it was asked for; `record` is null where there is none of that id. */
export interface AskedCell {
  recordId: string;
  record: RecordWithCodes | null;
  edit: CellEdit;
}

export interface BatchProblem {
  index: number;
  recordId: string;
  recordName: string;
  field: CellField;
  verdict: CellVerdict;
  refusal: Refusal;
}

/** Everything that is to change on one record. */
export interface RecordChanges {
  record: RecordWithCodes;
  changes: CellChange[];
}

export interface BatchPlan {
  /** One for each edit, in their order. */
  verdicts: CellVerdict[];
  problems: BatchProblem[];
  changes: RecordChanges[];
}

/** As many codes as one request may give one record, times five: more would be a range typed by mistake. */
const MAX_CODES_IN_ALL = 5 * MAX_CODES_AT_ONCE;

/** One edit with what the domain says to it. */
interface Planned {
  recordId: string;
  record: RecordWithCodes | null;
  field: CellField;
  plan: CellPlan | { verdict: 'invalid'; refusal: Refusal };
}

/** What a list of cell edits comes to. Each is decided as the cell alone would be; codes are looked at together. */
export function planEdits(
  database: ReadHandle,
  { asked, answers }: { asked: readonly AskedCell[]; answers: QuantityAnswers },
): Promise<BatchPlan> {
  const seen = new Set<string>();
  let codesLeft = MAX_CODES_IN_ALL;
  const planned = asked.map(({ recordId, record, edit }): Planned => {
    const one = { recordId, record, field: edit.field };
    if (!record) return { ...one, plan: invalid({ code: 'record.missing', id: recordId }) };
    const cell = `${recordId} ${edit.field}`;
    if (seen.has(cell)) return { ...one, plan: invalid({ code: 'batch.repeated' }) };
    seen.add(cell);
    if (edit.field === 'codes' && codesLeft <= 0)
      return { ...one, plan: invalid({ code: 'code.too-many', max: MAX_CODES_IN_ALL }) };
    const plan = planCellEdit(record, edit, answers);
    codesLeft -= codeCountOf(plan);
    return { ...one, plan };
  });
  return settleCodes(database, planned);
}

/** What one change of many records comes to. */
export function planBulk(
  database: ReadHandle,
  {
    records,
    change,
    answers,
  }: { records: readonly RecordWithCodes[]; change: BulkChange; answers: QuantityAnswers },
): Promise<BatchPlan> {
  const field = bulkField(change);
  const planned = records.map((record) => ({
    recordId: record.id,
    record,
    field,
    plan: planBulkChange(record, change, answers),
  }));
  return settleCodes(database, planned);
}

/** Refuses the codes that are taken, by records outside the batch or inside it, and gathers the rest by record. */
async function settleCodes(database: ReadHandle, planned: readonly Planned[]): Promise<BatchPlan> {
  const claims = planned.flatMap(({ record, plan }, index) =>
    record && 'change' in plan && plan.change.kind === 'codes'
      ? [
          {
            index,
            recordId: record.id,
            recordName: record.name,
            codes: plan.change.codes,
            before: record.codes.map(({ key }) => key),
          },
        ]
      : [],
  );
  const owners = await findCodeOwners(database, [
    ...new Set(claims.flatMap(({ codes }) => codes.map(({ key }) => key))),
  ]);
  const holders = new Map<CodeKey, CodeHolder>([...owners].filter(([, owner]) => owner.isAttached));
  const taken = new Map(
    [...refusedClaims(claims, holders)].map(([place, refusal]) => [claims[place]?.index, refusal]),
  );
  const problems: BatchProblem[] = [];
  const changes = new Map<string, RecordChanges>();
  const verdicts = planned.map(({ recordId, record, field, plan }, index): CellVerdict => {
    const refusal = 'refusal' in plan ? plan.refusal : taken.get(index);
    const verdict = 'refusal' in plan || !refusal ? plan.verdict : 'invalid';
    if (refusal) problems.push({ index, recordId, recordName: record?.name ?? '', field, verdict, refusal });
    else if (record && 'change' in plan) {
      const one = changes.get(recordId) ?? { record, changes: [] };
      one.changes.push(plan.change);
      changes.set(recordId, one);
    }
    return verdict;
  });
  return { verdicts, problems, changes: [...changes.values()] };
}

function codeCountOf(plan: CellPlan): number {
  return 'change' in plan && plan.change.kind === 'codes' ? plan.change.codes.length : 0;
}

function invalid(refusal: Refusal) {
  return { verdict: 'invalid', refusal } as const;
}
