import type { Forbidden } from './access.ts';
import type { CellRefusal } from './cellEdit.ts';
import type { ConversionRefusal } from './conversion.ts';
import type { EntryRefusal, VoidRefusal } from './entry.ts';
import type { RecordRefusal } from './inventoryRecord.ts';
import type { AmountRefusal } from './money.ts';
import type { UndoRefusal } from './operation.ts';
import type { QuantityQuestion, QuantityRefusal } from './quantity.ts';
import type { ReadingRefusal } from './reading.ts';
import type { CodeRefusal, CodeTaken } from './stockCode.ts';
import type { TextRefusal } from './text.ts';

/** What only somebody with the stored state can refuse: the thing is gone, was changed, or is taken. */
export type StateRefusal =
  | { code: 'record.missing'; id: string }
  | { code: 'entry.missing'; id: string }
  | { code: 'reading.missing'; id: string }
  | { code: 'sku.missing'; given: string }
  | { code: 'code.missing'; given: string }
  | { code: 'import.missing'; id: string }
  | { code: 'export.too-many'; lines: number; max: number }
  | { code: 'import.not-ready'; state: string }
  | { code: 'import.invalid'; problem: string; given?: string }
  | { code: 'view.missing' }
  | { code: 'view.not-yours'; name: string; ownerName: string }
  | { code: 'view.too-many'; max: number }
  | { code: 'version.missing' }
  | { code: 'version.stale'; seenVersion: number; currentVersion: number; recordId: string }
  | { code: 'reference.taken'; given: string; ownerId: string; ownerName: string }
  | { code: 'entry.ref-taken'; entryId: string }
  | { code: 'batch.refused'; edits: number; refused: number }
  | { code: 'batch.repeated' }
  | { code: 'batch.too-many'; given: number; max: number }
  | { code: 'batch.moved'; seen: number; current: number }
  | { code: 'request.cancelled' }
  | { code: 'idempotency.reused' };

/** Every reason to refuse, with the facts that explain it. An expected answer, never an exception. */
export type Refusal =
  | AmountRefusal
  | CellRefusal
  | CodeRefusal
  | CodeTaken
  | ConversionRefusal
  | EntryRefusal
  | Forbidden
  | QuantityQuestion
  | QuantityRefusal
  | RecordRefusal
  | StateRefusal
  | ReadingRefusal
  | TextRefusal
  | UndoRefusal
  | VoidRefusal;

/** A refusal, and the field of the request that it concerns ('' for the request as a whole). */
export interface Fault {
  refusal: Refusal;
  pointer: string;
}

export function fault(refusal: Refusal, pointer = ''): Fault {
  return { refusal, pointer };
}
