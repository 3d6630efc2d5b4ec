import type { Refusal } from '#domain/refusal.ts';

/** What is refused before the domain is asked. */
type RequestRefusalCode =
  | 'request.invalid'
  | 'request.too-large'
  | 'request.unreadable'
  | 'request.media-type'
  | 'idempotency.missing'
  | 'path.missing';

/**
 * Every reason the API can give for not doing what was asked: its stable code, HTTP status and title.
 * Nobody reads message text to find out what happened; they read the code and the facts beside it.
 */
export const REFUSALS = {
  'request.invalid': { status: 400, title: 'The request is not of the shape this operation takes' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.unreadable': { status: 400, title: 'The body cannot be read' },
  'request.media-type': { status: 415, title: 'The body is of another kind than this operation takes' },
  'idempotency.missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'idempotency.reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'version.missing': { status: 428, title: 'The version that was seen is missing (If-Match)' },
  'version.stale': { status: 412, title: 'Somebody changed the record in the meantime' },
  'path.missing': { status: 404, title: 'There is nothing at this address' },
  'record.missing': { status: 404, title: 'This record does not exist' },
  'entry.missing': { status: 404, title: 'This entry does not exist' },
  'import.missing': { status: 404, title: 'This import does not exist' },
  'view.missing': { status: 404, title: 'This view does not exist' },
  'view.not-yours': { status: 403, title: 'This view belongs to somebody else' },
  'view.too-many': { status: 409, title: 'There are as many views as one person may keep' },
  'reading.missing': { status: 404, title: 'This reading does not exist' },
  'sku.missing': { status: 404, title: 'No item has this SKU' },
  'reading.invalid': { status: 422, title: 'That is no reading of a meter' },
  'reading.backwards': { status: 409, title: 'A meter does not run backwards' },
  'reading.already-void': { status: 409, title: 'This reading was voided before' },
  'code.missing': { status: 404, title: 'This code leads nowhere' },
  forbidden: { status: 403, title: 'This role may not do that' },
  'quantity.invalid': { status: 422, title: 'That is no quantity' },
  'quantity.too-many-units': { status: 422, title: 'Too many new units at once' },
  'quantity.moved': { status: 409, title: 'The quantity was changed by somebody else' },
  'quantity.crossing': { status: 409, title: 'This change needs an answer first' },
  'cell.moved': { status: 409, title: 'Somebody changed this in the meantime' },
  'batch.refused': { status: 409, title: 'Nothing was written, because some edits are refused' },
  'batch.repeated': { status: 422, title: 'Two edits are about the same cell' },
  'batch.too-many': { status: 422, title: 'More records than one request may change' },
  'batch.moved': { status: 409, title: 'The filter matches other records by now' },
  'request.cancelled': { status: 409, title: 'The request was cancelled; nothing was written' },
  'reason.unfit': { status: 422, title: 'The reason does not fit the change' },
  'code.empty': { status: 422, title: 'A stock code is empty' },
  'code.too-long': { status: 422, title: 'A stock code is too long' },
  'code.control-character': { status: 422, title: 'A stock code holds a control character' },
  'code.broken-text': { status: 422, title: 'A stock code is not valid text' },
  'code.damaged': { status: 422, title: 'A spreadsheet has damaged this code' },
  'code.repeated': { status: 422, title: 'A stock code is given twice' },
  'code.too-many': { status: 422, title: 'Too many stock codes' },
  'code.range-invalid': { status: 422, title: 'That is no range of codes' },
  'code.taken': { status: 409, title: 'This stock code is already on another record' },
  'reference.taken': { status: 409, title: 'This reference is already on another record' },
  'text.empty': { status: 422, title: 'A required text is empty' },
  'text.too-long': { status: 422, title: 'A text is too long' },
  'text.control-character': { status: 422, title: 'A text holds a control character' },
  'text.broken': { status: 422, title: 'A text is not valid Unicode' },
  'day.invalid': { status: 422, title: 'That day does not exist' },
  'amount.invalid': { status: 422, title: 'That is no amount' },
  'amount.too-precise': { status: 422, title: 'The amount is finer than the currency’s smallest unit' },
  'amount.too-large': { status: 422, title: 'The amount is too large to be kept exactly' },
  'amount.zero': { status: 422, title: 'An entry of zero says nothing' },
  'amount.other-currency': { status: 422, title: 'The amount is in another currency than the workspace' },
  'service.invalid': { status: 422, title: 'The service period is not right' },
  'entry.already-void': { status: 409, title: 'This entry was voided before' },
  'entry.is-void': { status: 409, title: 'This line takes another back and cannot be voided' },
  'entry.ref-taken': { status: 409, title: 'An entry with this source and reference was posted before' },
  'conversion.too-many': { status: 422, title: 'More units than there are' },
  'conversion.too-few': { status: 422, title: 'Too few records to bring together' },
  'conversion.not-bulk': { status: 409, title: 'This record is not bulk' },
  'conversion.closed': { status: 409, title: 'This record is closed and has no unit to give' },
  'conversion.different': { status: 409, title: 'These records are not of one kind' },
  'conversion.code-elsewhere': { status: 422, title: 'The batch does not have this code' },
  'operation.missing': { status: 404, title: 'This operation does not exist' },
  'operation.already-undone': { status: 409, title: 'This operation was undone before' },
  'operation.not-undone': { status: 409, title: 'This operation was not undone' },
  'operation.not-undoable': { status: 409, title: 'Operations of this kind cannot be undone' },
  'operation.superseded': { status: 409, title: 'Later work stands in the way' },
  'export.too-many': { status: 422, title: 'The report has more lines than this kind of file takes' },
  'import.not-ready': { status: 409, title: 'This import cannot be committed' },
  'import.invalid': { status: 422, title: 'The files are not right yet' },
} as const satisfies Record<Refusal['code'] | RequestRefusalCode, { status: number; title: string }>;

export type RefusalCode = keyof typeof REFUSALS;
