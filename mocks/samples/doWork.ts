import { replaceCodes } from '#contract/codes.ts';
import { addEntry, listEntries, voidEntry } from '#contract/ledger.ts';
import { adjustQuantity, describeRecord, getRecord } from '#contract/records.ts';
import type { WorkDone } from './dailyWork.ts';
import type { Desk } from './desk.ts';

/** Does one piece of daily work at the desk. `day` is when it happened. */
export async function doWork(desk: Desk, what: WorkDone, day: string): Promise<void> {
  const id = await desk.idOf(referenceIn(what));
  const params = { id };
  if ('book' in what) {
    const [from, to, units] = what.service ?? [];
    const service =
      from !== undefined && to !== undefined && units !== undefined ? { from, to, units } : null;
    const body = { kind: what.book, amount: euros(what.euros), occurredOn: day, note: what.note, service };
    await desk.ask(addEntry, { params, body });
  } else if ('change' in what) {
    const { change, reason, note = '', isLast } = what;
    const kind = change > 0 ? ('purchase' as const) : ('sale' as const);
    const entry = what.euros === undefined ? undefined : { kind, amount: euros(what.euros) };
    await desk.ask(adjustQuantity, {
      params,
      body: { change, reason, note, entry, crossing: isLast ? 'close' : undefined },
    });
  } else if ('count' in what) {
    const { version, quantity: seen } = await desk.ask(getRecord, { params });
    await desk.ask(adjustQuantity, {
      params,
      ifMatch: version,
      body: { set: what.count, seen, note: what.note },
    });
  } else if ('move' in what) {
    const { version } = await desk.ask(getRecord, { params });
    await desk.ask(describeRecord, { params, ifMatch: version, body: { location: what.to } });
  } else if ('label' in what) {
    const { version } = await desk.ask(getRecord, { params });
    await desk.ask(replaceCodes, { params, ifMatch: version, body: { codes: [...what.codes] } });
  } else {
    const { rows } = await desk.ask(listEntries, { params, query: { limit: 1 } });
    for (const { id: last } of rows)
      await desk.ask(voidEntry, { params: { id: last }, body: { reason: what.why } });
  }
}

function referenceIn(what: WorkDone): string {
  if ('book' in what) return what.on;
  if ('change' in what || 'count' in what) return what.of;
  if ('move' in what) return what.move;
  return 'label' in what ? what.label : what.takeBackLast;
}

function euros(amount: number) {
  return { amount: Math.round(amount * 100), currency: 'EUR' };
}
