import { REFUSALS, type RefusalCode } from '#contract/refusals.ts';
import type { ImportFault } from '#domain/importTable.ts';
import { type Minor, formatDecimal } from '#domain/money.ts';
import { MAX_QUANTITY } from '#domain/quantity.ts';
import { detailOf } from './problemDetail.ts';

/** What is wrong with a line, in a sentence. */
export function faultDetail({ code, facts, given }: ImportFault, currency: string): string {
  const amount = (value: unknown) => formatDecimal({ amount: value as Minor, currency }); // the plan's own amounts
  switch (code) {
    case 'columns.missing':
      return `The file has no header row with the columns it needs: ${String(facts['missing'])}.`;
    case 'columns.repeated':
      return 'Two columns have this meaning; rename or remove one.';
    case 'record.unnamed':
      return 'The line names no record: it needs a record id or a stock code.';
    case 'record.unknown':
      return `No record is known as ${given}: it is neither stored nor a right line of the records file.`;
    case 'record.ambiguous':
      return 'Its codes lead to different records: say which one by its record id.';
    case 'code.taken':
      return `${given} leads to “${String(facts['ownerName'])}” already, or an earlier line gives it to that.`;
    case 'quantity.invalid':
      return detailOf(code, { min: 0, max: MAX_QUANTITY, ...facts });
    case 'kind.unknown':
      return 'This is no kind of entry, nor a way in which units leave.';
    case 'amount.unexpected':
      return 'A line of this kind carries no money.';
    case 'units.too-many':
      return `Only ${String(facts['available'])} are left to take out.`;
    case 'purchase.differs':
      return `The ledger says ${amount(facts['ledger'])}, this line ${amount(facts['records'])}.`;
    case 'amount.invalid':
      return `“${given}” is no amount that can be read without a doubt.`;
    default:
      return isRefusal(code) ? detailOf(code, { given, ...facts }) : code;
  }
}

const NOTE_DETAILS: Readonly<Record<string, string>> = {
  'purchase-in-both': 'purchases stand in both files and are counted once, as the ledger says',
  'purchase-unknown': 'records have no purchase cost: their profit is unknown',
  'purchase-zero': 'records cost nothing: no entry is posted for that',
  'quantity-differs': 'known records have another quantity by now: bringing a file in again changes none',
  'exit-without-money': 'lines say that units left without money: nothing is posted for them',
  'exit-stays': 'lines say unsold: those units stay',
  'exit-day-partial':
    'units left on a day of which only the month or year is given: they leave on its last day',
  'exit-without-day': 'units left on a day that is not given: they leave today',
  'entry-without-reference':
    'entries have no reference of their own: brought in again, they would count twice',
};

export function noteDetail(code: string): string {
  return NOTE_DETAILS[code] ?? code;
}

function isRefusal(code: string): code is RefusalCode {
  return code in REFUSALS;
}
