import type { Hono } from 'hono';
import {
  type EntryRow,
  addEntry,
  getFigures,
  listEntries,
  listHistory,
  voidEntry,
} from '#contract/ledger.ts';
import { isAllowed } from '#domain/access.ts';
import { directionOf } from '#domain/entry.ts';
import type { Known } from '#domain/figures.ts';
import { type Minor, type Money, minor } from '#domain/money.ts';
import { provenanceOf } from '#domain/provenance.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type StoredEntry, listEntries as listStored } from '#server/store/ledger.ts';
import type { HistoryAction } from '#domain/operation.ts';
import { listHistory as listStoredHistory } from '#server/store/history.ts';
import { findOperations } from '#server/store/operations.ts';
import { findRecord } from '#server/store/records.ts';
import { findCurrency } from '#server/store/workspace.ts';
import { addEntry as add } from '#server/usecases/addEntry.ts';
import type { EntryPosted } from '#server/usecases/ledgerPosting.ts';
import type { LedgerBook } from '#server/usecases/ledgerBook.ts';
import { type BookFigures, readBookValue } from '#server/usecases/readBookValue.ts';
import { type RecordFigures, readFigures } from '#server/usecases/readFigures.ts';
import { voidEntry as voidStored } from '#server/usecases/voidEntry.ts';
import type { AppContext } from './createApp.ts';
import { operationAnswer } from './operationAnswer.ts';
import { thinOut } from './curve.ts';
import { type Viewer, recordAnswer, viewerOf } from './recordAnswer.ts';
import { serve } from './route.ts';

/** Lines of history that tell about money: left out for those who may not see it. */
const MONEY_ACTIONS: readonly HistoryAction[] = ['entry', 'void'];

export function ledgerRoutes(app: Hono, context: AppContext & { book: LedgerBook }): void {
  const database = context.store.read;
  serve(app, context, {
    operation: listEntries,
    handler: async ({ params: { id: recordId }, query, person }) => {
      const [record, currency] = await Promise.all([findRecord(database, recordId), findCurrency(database)]);
      if (!record) return refuse([fault({ code: 'record.missing', id: recordId })]);
      const seesAll = isAllowed(person.role, 'money.see');
      const { rows, total } = await listStored(database, {
        recordId,
        personId: seesAll ? null : person.id,
        ...query,
      });
      const answers = rows.map(({ entry, runningProfit }) => ({
        ...entryAnswer(entry, { record, currency }),
        // A running total tells what the hidden lines add up to.
        ...(seesAll ? { runningProfit: { amount: minor(runningProfit), currency } } : {}),
      }));
      return accept({ rows: answers, total });
    },
  });
  serve(app, context, {
    operation: addEntry,
    handler: async ({ params: { id: recordId }, body, write, person }) => {
      const { source = null, externalRef = null, ...draft } = body;
      const added = await add(context, { ...write, recordId, draft, source, externalRef });
      return added.ok ? accept(postedAnswer(added.value, await viewerOf(context, person))) : added;
    },
  });
  serve(app, context, {
    operation: voidEntry,
    handler: async ({ params: { id: entryId }, body: { reason }, write, person }) => {
      const voided = await voidStored(context, { ...write, entryId, reason });
      return voided.ok ? accept(postedAnswer(voided.value, await viewerOf(context, person))) : voided;
    },
  });
  serve(app, context, {
    operation: getFigures,
    handler: async ({ params: { id } }) => {
      const figures = await readFigures(context, id);
      if (!figures.ok) return figures;
      const bookFigures = await readBookValue(context, id);
      return accept(figuresAnswer({ ...figures.value, ...bookFigures }, await findCurrency(database)));
    },
  });
  serve(app, context, {
    operation: listHistory,
    handler: async ({ params: { id: recordId }, query, person }) => {
      if (!(await findRecord(database, recordId)))
        return refuse([fault({ code: 'record.missing', id: recordId })]);
      const hiddenActions = isAllowed(person.role, 'money.see') ? [] : MONEY_ACTIONS;
      const { rows, total } = await listStoredHistory(database, { recordId, hiddenActions, ...query });
      const answers = rows.map(({ id, operationId, at, personName, action, field, before, after, note }) => ({
        id,
        operationId,
        at,
        person: personName,
        action,
        field,
        before,
        after,
        note,
      }));
      const operationIds = [...new Set(rows.map(({ operationId }) => operationId))];
      const operations = (await findOperations(database, operationIds)).map(operationAnswer);
      return accept({ rows: answers, operations, total });
    },
  });
}

function entryAnswer(
  entry: StoredEntry,
  { record, currency }: { record: { individualSince: string | null }; currency: string },
): EntryRow {
  const { operationId: _operation, personId: _person, personName, ...shown } = entry;
  return {
    ...shown,
    direction: directionOf(entry.kind),
    amount: { amount: entry.amount, currency },
    provenance: provenanceOf(entry, record),
    person: personName,
  };
}

function postedAnswer({ operationId, entry, record }: EntryPosted, viewer: Viewer) {
  const { currency } = viewer;
  return {
    operationId,
    entry: entryAnswer(entry, { record, currency }),
    record: recordAnswer(record, viewer),
  };
}

function figuresAnswer(figures: RecordFigures & BookFigures, currency: string) {
  const money = (amount: Minor): Money => ({ amount, currency });
  const orNone = (amount: Minor | null): Money | null => (amount === null ? null : money(amount));
  const knownMoney = (figure: Known<Minor>): Known<Money> =>
    figure.known ? { known: true, value: money(figure.value) } : figure;
  const unit = (figure: RecordFigures['perUnit']['income']) => ({
    provenance: figure.provenance,
    amount: knownMoney(figure.amount),
  });
  const { profitPerUnitDay: perDay, marginPpm, roiPpm, paybackDay } = figures;
  const { unitDays, rentals, rentedUnitDays, utilisationPpm } = figures;
  return {
    marginPpm,
    roiPpm,
    paybackDay,
    unitDays,
    rentals,
    rentedUnitDays,
    utilisationPpm,
    use: figures.use.map((meter) => ({ ...meter, cost: money(meter.cost) })),
    income: money(figures.income),
    cost: money(figures.cost),
    profit: knownMoney(figures.profit),
    acquisitionCost: knownMoney(figures.acquisitionCost),
    lostValue: knownMoney(figures.lostValue),
    bookValue: orNone(figures.bookValue),
    profitWithBookValue: orNone(figures.profitWithBookValue),
    profitPerUnitDay: perDay.known
      ? { known: true as const, value: { ...perDay.value, amount: money(perDay.value.amount) } }
      : perDay,
    perUnit: {
      income: unit(figures.perUnit.income),
      cost: unit(figures.perUnit.cost),
      profit: unit(figures.perUnit.profit),
    },
    byKind: figures.byKind.map((line) => ({
      ...line,
      amount: money(line.amount),
      own: money(line.own),
      inherited: money(line.inherited),
      shared: money(line.shared),
    })),
    curve: thinOut(figures.curve).map(({ day, profit }) => ({ day, profit: money(profit) })),
  };
}
