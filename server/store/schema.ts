import type { DepreciationMethod } from '#domain/bookValue.ts';
import type { CodeKind } from '#domain/stockCode.ts';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { Meter } from '#domain/reading.ts';
import type { EntryKind } from '#domain/entry.ts';

/**
 * The tables as both databases hold them. Ids and instants are text, days `YYYY-MM-DD` text, money and quantities
 * 64-bit integers, booleans 0 or 1. The meaning of each column is said in migrations/001-foundation.ts.
 */
export interface Schema {
  workspace: { id: number; currency: string; created_at: string };
  operation: {
    id: string;
    type: string;
    person_id: string;
    person_name: string;
    at: string;
    undoes: string | null;
    undone_by: string | null;
    is_undone: number;
    subject: string;
    record_count: number;
    number: number;
  };
  record: RecordTable;
  stock_code: {
    code_key: string;
    code: string;
    kind: CodeKind;
    record_id: string;
    is_attached: number;
    position: number;
    since: string;
  };
  adjustment: {
    id: string;
    record_id: string;
    operation_id: string;
    delta: number;
    quantity: number;
    reason: AdjustmentReason;
    occurred_on: string;
    recorded_at: string;
    note: string;
    external_ref: string | null;
  };
  entry: EntryTable;
  carry: { record_id: string; operation_id: string; kinds: string };
  /** A view: each carry's kinds, one by one. */
  carry_line: { id: string; record_id: string; operation_id: string; kind: EntryKind; amount: number };
  lineage: { operation_id: string; parent_id: string; child_id: string };
  sku_life: { sku: string; months: number; residual_ppm: number; method: DepreciationMethod };
  reading: {
    id: string;
    record_id: string;
    operation_id: string;
    meter: Meter;
    value: number;
    is_reset: number;
    occurred_on: string;
    recorded_at: string;
    note: string;
    voided_at: string | null;
    person_id: string;
    person_name: string;
  };
  history_line: {
    id: string;
    operation_id: string;
    record_id: string;
    at: string;
    person_id: string;
    person_name: string;
    action: string;
    field: string;
    before: string;
    after: string;
    note: string;
  };
  idempotency: { person_id: string; key: string; request_hash: string; answer: string; created_at: string };
  saved_view: {
    id: string;
    person_id: string;
    person_name: string;
    name: string;
    name_key: string;
    search: string;
    is_shared: number;
    changed_at: string;
  };
  default_view: { person_id: string; view_id: string };
  import_job: {
    id: string;
    state: string;
    person_id: string;
    created_at: string;
    options: string;
    files: string;
    report: string;
    operation_id: string | null;
  };
}

interface RecordTable {
  id: string;
  version: number;
  name: string;
  name_key: string;
  sku: string;
  sku_key: string;
  category: string;
  category_key: string;
  location: string;
  location_key: string;
  notes: string;
  reference: string | null;
  quantity: number;
  individual_since: string | null;
  opened_on: string;
  created_at: string;
  changed_at: string;
  code_count: number;
  search_text: string;
  /** Here and in `carry`: the text of `kindsText`. */
  kinds: string;
  income: number;
  cost: number;
  acquisition_cost: number | null;
  profit: number | null;
  margin_ppm: number | null;
  is_withdrawn: number;
  batch_id: string;
  origin_on: string;
}

interface EntryTable {
  id: string;
  record_id: string;
  operation_id: string;
  kind: EntryKind;
  amount: number;
  occurred_on: string;
  recorded_at: string;
  quantity: number;
  note: string;
  service_from: string | null;
  service_to: string | null;
  service_units: number | null;
  source: string | null;
  external_ref: string | null;
  voids: string | null;
  voided_by: string | null;
  restores: string | null;
  person_id: string;
  person_name: string;
}
