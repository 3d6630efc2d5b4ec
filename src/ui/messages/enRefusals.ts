import type { RefusalTexts } from './facts.ts';

/** What each refusal means to the person: what happened, and what can be done. */
export const enRefusals = {
  'network.unreachable': () => 'The server did not answer. Nothing you typed is lost; try again in a moment.',
  'server.fault': () => 'The server met an error. Nothing was changed; try again.',
  'answer.unexpected': () =>
    'The server answered in a way this page does not know. Reload the page; it may be older than the server.',
  'request.invalid': () => 'The server did not take this as it was sent. Check the fields.',
  'request.too-large': () => 'This is larger than the server takes.',
  'request.unreadable': () => 'The server could not read what was sent. Try again.',
  'request.media-type': () => 'The server does not take this kind of content.',
  'idempotency.missing': () => 'The request was incomplete. Reload the page and try again.',
  'idempotency.reused': () => 'This was already sent with other values. Try again.',
  'version.missing': () => 'The record must be seen before it is changed. Reload and try again.',
  'version.stale': () =>
    'Somebody changed this record in the meantime. You see it as it is now; change it again if you still want to.',
  'path.missing': () => 'There is nothing at this address.',
  'record.missing': () => 'This record does not exist.',
  'entry.missing': () => 'This entry does not exist any more.',
  'import.missing': () => 'This import does not exist; it may have been discarded.',
  'reading.missing': () => 'This reading does not exist any more.',
  'reading.invalid': (f) => `A reading is a whole number from 0 to ${f.number('max')}.`,
  'reading.backwards': () =>
    'A meter does not run backwards. Void the wrong reading, or say that the meter began anew.',
  'reading.already-void': () => 'This reading was taken back before.',
  'sku.missing': (f) => `No item has the SKU ${f.text('given')}. Give it to an item first.`,
  'export.too-many': (f) =>
    `A spreadsheet file takes ${f.number('max')} lines at most. Narrow the report, or take it as CSV.`,
  'view.missing': () => 'This view was removed, or is not shared any more.',
  'view.not-yours': (f) =>
    `“${f.text('name')}” belongs to ${f.text('ownerName')}. Save it under a name of your own.`,
  'view.too-many': (f) =>
    `You have ${f.number('max')} views, which is as many as one person keeps. Remove some first.`,
  'code.missing': (f) => `No record has the code ${f.text('given')}.`,
  forbidden: () => 'Your role does not allow this. Ask a manager.',
  'quantity.invalid': (f) =>
    ({
      negative: 'A quantity cannot be below zero.',
      fraction: 'A quantity is a whole number.',
      'too-large': `The largest quantity is ${f.number('max')}.`,
    })[f.text('problem')] ?? 'Give a whole number, such as 12.',
  'quantity.moved': (f) =>
    `You saw ${f.number('seen')}, but it is ${f.number('current')} now. Count again or keep the difference.`,
  'quantity.crossing': () => 'This changes how the record is tracked and needs an answer first.',
  'quantity.too-many-units': (f) =>
    `At most ${f.number('max')} new units are added at once; this would be ${f.number('units')}.`,
  'cell.moved': (f) => `Somebody changed this meanwhile; it is “${f.text('current')}” now.`,
  'batch.refused': () => 'Some cells cannot be written, so nothing was changed.',
  'batch.repeated': () => 'This cell is given twice.',
  'batch.too-many': (f) =>
    `${f.number('given')} items are too many at once; at most ${f.number('max')} are changed together. Narrow the filter.`,
  'batch.moved': (f) =>
    `The list has changed: it held ${f.number('seen')} items and holds ${f.number('current')} now. Look again before you change them.`,
  'request.cancelled': () => 'Cancelled. Nothing was changed.',
  'reason.unfit': (f) => `The reason does not fit. Possible: ${f.list('options').join(', ')}.`,
  'code.empty': () => 'A stock code is empty.',
  'code.too-long': (f) =>
    `A stock code has at most ${f.number('max')} characters; this one has ${f.number('length')}.`,
  'code.control-character': (f) =>
    `“${f.text('given')}” holds a character that cannot be seen. Type the code again.`,
  'code.broken-text': () => 'A stock code is not readable text. Type it again.',
  'code.damaged': (f) =>
    `A spreadsheet has turned ${f.text('given')} into a number. Format the column as text and export again.`,
  'code.repeated': (f) => `${f.text('given')} is given twice.`,
  'code.too-many': (f) => `At most ${f.number('max')} codes at once.`,
  'code.range-invalid': (f) =>
    ({
      order: `${f.text('given')} ends before it begins.`,
      prefix: `The two ends of ${f.text('given')} differ in more than their last number.`,
    })[f.text('problem')] ?? `${f.text('given')} is no range. Write A001..A050.`,
  'code.taken': (f) => `${f.text('given')} is already on “${f.text('ownerName')}”.`,
  'reference.taken': (f) => `The reference ${f.text('given')} is already on another record.`,
  'text.empty': () => 'This cannot be empty.',
  'text.too-long': (f) => `At most ${f.number('max')} characters; this has ${f.number('length')}.`,
  'text.control-character': () => 'This holds a control character. Type it again.',
  'text.broken': () => 'This is not readable text. Type it again.',
  'day.invalid': () => 'That day does not exist.',
  'amount.invalid': () => 'That is no amount. Write it like 1234.50.',
  'amount.too-precise': (f) => `This currency has ${f.number('decimals')} decimals.`,
  'amount.too-large': () => 'This amount is too large to be kept exactly.',
  'amount.zero': () => 'An entry of zero says nothing.',
  'amount.other-currency': (f) =>
    `This inventory is kept in ${f.text('currency')}, not in ${f.text('given')}.`,
  'service.invalid': () => 'Give the first and the last day, in this order, and a whole number of units.',
  'entry.already-void': () => 'This entry was voided before.',
  'entry.is-void': () => 'This line takes another back and cannot be voided. Post the entry again instead.',
  'entry.ref-taken': () => 'This entry was posted before.',
  'conversion.too-many': (f) =>
    `${f.number('asked')} were asked for, but only ${f.number('available')} are there.`,
  'conversion.too-few': () => 'Choose at least two records to bring together.',
  'conversion.not-bulk': (f) => `“${f.text('name')}” does not stand for several units.`,
  'conversion.closed': (f) =>
    `“${f.text('name')}” is closed and has no unit to give. Open it again, or leave it out.`,
  'conversion.different': (f) =>
    `These differ in their SKU: ${f.list('names').join(', ')}. Only units of one kind go together.`,
  'conversion.code-elsewhere': (f) => `The batch does not have the code ${f.text('given')}.`,
  'operation.missing': () => 'This operation does not exist.',
  'operation.already-undone': () => 'This was undone before.',
  'operation.not-undone': () => 'Only what was undone can be done again.',
  'operation.not-undoable': () => 'This kind of work cannot be undone as a whole.',
  'operation.superseded': (f) => `“${f.text('recordName')}” was worked on since. Take that back first.`,
  'import.not-ready': () => 'This import was committed or discarded before.',
  'import.invalid': () => 'The files are not right yet. Mend the lines below, or bring in the valid part.',
} satisfies RefusalTexts;
