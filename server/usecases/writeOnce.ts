import type { Person } from '#domain/access.ts';
import type { Instant } from '#domain/day.ts';
import { fault, type Fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { findAnswer, saveAnswer } from '#server/store/idempotency.ts';
import { type HistoryLine, insertHistory } from '#server/store/history.ts';
import { insertOperation } from '#server/store/operations.ts';
import { findRecordsById } from '#server/store/records.ts';
import type { WriteHandle } from '#server/store/store.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';

/** One operation while it is being done: its id, its moment, and the lines of history it must leave. */
export interface Operation {
  id: string;
  now: Instant;
  person: Person;
  transaction: WriteHandle;
  newId: () => string;
  /** What an operation is about that changes no record. */
  concerns(subject: string): void;
  /** Every change of a record says here who changed what from what to what. */
  remember(
    line: Pick<HistoryLine, 'recordId' | 'action' | 'field' | 'before' | 'after'> & { note?: string },
  ): void;
}

/** What an operation is called in the list of all operations, and the one that it takes back. */
export interface OperationKind {
  type: string;
  undoes?: string | null;
}

/**
 * Does a write once: in one transaction it looks the key up, does the work, and keeps the history and the answer.
 * A repeated key with the same request gets the first answer; a refusal leaves nothing behind, not even the key, so
 * that the same request may succeed later.
 */
export async function writeOnce<T>(
  context: Context,
  request: WriteRequest & OperationKind,
  work: (operation: Operation) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const key = { personId: request.person.id, key: request.idempotencyKey };
  const { requestHash } = request;
  try {
    return await context.store.write(async (transaction) => {
      const earlier = await findAnswer(transaction, key);
      if (earlier) {
        if (earlier.requestHash !== requestHash) return refuse([fault({ code: 'idempotency.reused' })]);
        return accept(earlier.answer as T); // what this same use case stored below, for the same request
      }
      const lines: HistoryLine[] = [];
      const about: About = { subject: null };
      const operation = startOperation(context, { request, transaction, lines, about });
      const outcome = await work(operation);
      if (!outcome.ok) throw new RefusedWrite(outcome.refusal);
      await finishOperation(operation, { type: request.type, undoes: request.undoes ?? null, lines, about });
      await saveAnswer(transaction, { ...key, requestHash, answer: outcome.value, now: operation.now });
      return outcome;
    });
  } catch (error) {
    if (error instanceof RefusedWrite) return refuse(error.faults);
    throw error;
  }
}

/** Rolls the transaction back on its way out: nothing of a refused write remains. */
class RefusedWrite extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('refused');
    this.faults = faults;
  }
}

/** What an operation that changes no record is about. */
interface About {
  subject: string | null;
}

interface Starting {
  request: WriteRequest;
  transaction: WriteHandle;
  lines: HistoryLine[];
  about: About;
}

function startOperation(context: Context, { request, transaction, lines, about }: Starting): Operation {
  const { person } = request;
  const id = context.ids();
  const now = context.clock();
  return {
    id,
    now,
    person,
    transaction,
    newId: context.ids,
    concerns: (subject) => {
      about.subject = subject;
    },
    remember: ({ note = '', ...line }) =>
      lines.push({
        ...line,
        note,
        id: context.ids(),
        operationId: id,
        at: now,
        personId: person.id,
        personName: person.name,
      }),
  };
}

/**
 * An operation that changed nothing (a count that found what was known) leaves no line and is no operation. The lines go first: there
 * may be thousands, and while they are made ready the database writes what came before.
 */
async function finishOperation(
  operation: Operation,
  { type, undoes = null, lines, about }: OperationKind & { lines: readonly HistoryLine[]; about: About },
): Promise<void> {
  const [first] = lines;
  if (!first && about.subject === null) return;
  const { id, now: at, person, transaction } = operation;
  await insertHistory(transaction, lines);
  const subject = about.subject ?? (await nameOf(transaction, first?.recordId));
  const recordCount = new Set(lines.map(({ recordId }) => recordId)).size;
  const { id: personId, name: personName } = person;
  await insertOperation(transaction, {
    id,
    type,
    personId,
    personName,
    at,
    undoes,
    undoneBy: null,
    isUndone: false,
    subject,
    recordCount,
  });
}

async function nameOf(transaction: WriteHandle, id: string | undefined): Promise<string> {
  if (id === undefined) return '';
  return (await findRecordsById(transaction, [id])).get(id)?.name ?? '';
}
